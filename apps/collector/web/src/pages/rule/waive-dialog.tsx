// Asks for reason, owner and end of a waiver, and says what it does.
import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useChange } from '../../api/queries.ts';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { dayFromNow, endOf, faultsOf, type WaiveField } from './waive-input.ts';

export type WaiveFor = { hosts: number[] } | { tag: string };

/** Long enough to order and replace something, short enough to be looked at again. */
const usualDays = 90;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

interface Props {
  rule: string;
  what: WaiveFor;
  /** `done`: it was waived. */
  onClose: (done: boolean) => void;
}

export function WaiveDialog({ rule, what, onClose }: Props): ReactElement {
  const styles = useStyles();
  const { rule: words, parts } = useWords();
  const isTag = 'tag' in what;
  const [input, setInput] = useState({
    reason: '',
    owner: '',
    lastDay: dayFromNow(Date.now(), usualDays),
    tag: isTag ? '' : undefined,
  });
  const [isTried, setTried] = useState(false);
  const create = useChange('POST /api/v1/waivers', [
    'GET /api/v1/waivers',
    'GET /api/v1/hosts',
    'GET /api/v1/rules',
    'GET /api/v1/overview',
  ]);
  const faults = isTried ? faultsOf(input, Date.now()) : [];
  const set =
    (field: WaiveField) =>
    (_event: unknown, { value }: { value: string }) =>
      setInput((before) => ({ ...before, [field]: value }));
  const fault = (field: WaiveField, message: string) =>
    faults.includes(field) ? { validationMessage: message } : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const end = endOf(input.lastDay);
    if (faultsOf(input, Date.now()).length > 0 || end === undefined) return;
    const shared = {
      rule,
      reason: input.reason.trim().replaceAll(/\s+/gu, ' '),
      owner: input.owner.trim(),
      expiresAt: new Date(end).toISOString(),
    };
    const body =
      'hosts' in what ? { ...shared, hosts: what.hosts } : { ...shared, tag: (input.tag ?? '').trim() };
    create.mutate({ body }, { onSuccess: () => onClose(true) });
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && onClose(false)}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>
              {'hosts' in what ? words.waiveHosts(what.hosts.length) : words.dialogTitle}
            </DialogTitle>
            <DialogContent className={styles.fields}>
              <Body1>{words.dialogBody}</Body1>
              {isTag && (
                <Field label={words.tag} hint={words.tagHint} required {...fault('tag', words.missing)}>
                  <Input value={input.tag ?? ''} onChange={set('tag')} dir="auto" maxLength={60} />
                </Field>
              )}
              <Field
                label={words.reason}
                hint={words.reasonHint}
                required
                {...fault('reason', words.missing)}
              >
                <Textarea
                  value={input.reason}
                  onChange={set('reason')}
                  textarea={{ dir: 'auto', maxLength: 1000 }}
                />
              </Field>
              <Field label={words.owner} required {...fault('owner', words.missing)}>
                <Input value={input.owner} onChange={set('owner')} dir="auto" maxLength={200} />
              </Field>
              <Field
                label={words.expires}
                hint={words.dateHint}
                required
                {...fault('lastDay', words.dateWrong)}
              >
                <Input type="date" value={input.lastDay} onChange={set('lastDay')} />
              </Field>
              {create.error !== null && <ProblemMessage problem={create.error} />}
            </DialogContent>
            <DialogActions>
              <Button disabled={create.isPending} onClick={() => onClose(false)}>
                {parts.cancel}
              </Button>
              <Button type="submit" appearance="primary" disabledFocusable={create.isPending}>
                {words.save}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
