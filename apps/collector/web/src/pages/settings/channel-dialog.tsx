// Sets up a channel, or changes one.
import { Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { type ReactElement, useState } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { useAnswer, useChange } from '../../api/queries.ts';
import { useWords } from '../../words/words.ts';
import {
  type Channel,
  type ChannelFields,
  type ChannelKind,
  fieldsOf,
  newChannel,
  rulesOf,
  targetOf,
} from './channel-form.ts';
import { ChannelRulesFields } from './channel-rules-fields.tsx';
import { FormDialog } from './form-dialog.tsx';

interface Props {
  /** Null: a new one. */
  channel: Channel | null;
  onClose(): void;
  /** A secret that was made for the channel. */
  onSecret(secret: string): void;
}

const stale = ['GET /api/v1/alert-channels'] as const;
const kinds = ['webhook', 'mail', 'teams', 'slack'] as const satisfies readonly ChannelKind[];

export function ChannelDialog({ channel, onClose, onSecret }: Props): ReactElement {
  const { settings } = useWords();
  const { alerts } = settings;
  const [fields, setFields] = useState<ChannelFields>(() =>
    channel === null ? newChannel(Intl.DateTimeFormat().resolvedOptions().timeZone) : fieldsOf(channel),
  );
  const [tried, setTried] = useState(false);
  const create = useChange('POST /api/v1/alert-channels', stale);
  const change = useChange('PATCH /api/v1/alert-channels/:id', stale);
  const set = (part: Partial<ChannelFields>): void => setFields({ ...fields, ...part });
  const isChat = fields.kind === 'teams' || fields.kind === 'slack';
  // The address of a chat is a secret: left empty, the kept one stays.
  const keepsTarget = channel !== null && isChat && fields.url.trim() === '';
  const noName = fields.name.trim() === '';
  const noTarget = !keepsTarget && (fields.kind === 'mail' ? fields.to : fields.url).trim() === '';
  const submit = (): void => {
    setTried(true);
    if (noName || noTarget) return;
    const rules = rulesOf(fields);
    if (channel === null) {
      const body = { name: fields.name.trim(), target: targetOf(fields), rules };
      create.mutate(
        { body },
        { onSuccess: ({ secret }) => (secret === null ? onClose() : onSecret(secret)) },
      );
      return;
    }
    const isSame = JSON.stringify(targetOf(fields)) === JSON.stringify(targetOf(fieldsOf(channel)));
    const body = { rules, ...(!keepsTarget && !isSame && { target: targetOf(fields) }) };
    change.mutate({ params: { id: channel.id }, body }, { onSuccess: onClose });
  };
  const problem = create.error ?? change.error;
  return (
    <FormDialog
      title={channel === null ? alerts.create : alerts.editTitle(channel.name)}
      action={channel === null ? settings.create : settings.save}
      busy={create.isPending || change.isPending}
      problem={problem}
      onSubmit={submit}
      onCancel={onClose}
    >
      {channel === null && (
        <>
          <Field
            label={settings.name}
            required
            validationMessage={tried && noName ? settings.required : (problem?.fieldError('name') ?? null)}
          >
            <Input value={fields.name} dir="auto" onChange={(_event, { value }) => set({ name: value })} />
          </Field>
          <Field label={alerts.kind}>
            <Dropdown
              value={alerts.kinds[fields.kind]}
              selectedOptions={[fields.kind]}
              onOptionSelect={(_event, { optionValue }) =>
                set({ kind: kinds.find((kind) => kind === optionValue) ?? 'webhook' })
              }
            >
              {kinds.map((kind) => (
                <Option key={kind} value={kind}>
                  {alerts.kinds[kind]}
                </Option>
              ))}
            </Dropdown>
          </Field>
        </>
      )}
      <TargetField fields={fields} set={set} wrong={tried && noTarget} problem={problem} />
      <ChannelRulesFields fields={fields} set={set} problem={problem} />
    </FormDialog>
  );
}

interface TargetProps {
  fields: ChannelFields;
  set(part: Partial<ChannelFields>): void;
  wrong: boolean;
  problem: ApiProblem | null;
}

function TargetField({ fields, set, wrong, problem }: TargetProps): ReactElement {
  const { settings } = useWords();
  const { alerts } = settings;
  const about = useAnswer('GET /api/v1/about', {}, { live: false });
  const isMail = fields.kind === 'mail';
  const noServer = isMail && about.data?.sendsMail === false;
  const isChat = fields.kind === 'teams' || fields.kind === 'slack';
  return (
    <Field
      label={isMail ? alerts.to : alerts.url}
      required
      hint={
        noServer ? alerts.noMail : isMail ? alerts.toHint : isChat ? alerts.secretAddress : alerts.urlHint
      }
      validationMessage={wrong ? settings.required : (problem?.fieldError('target') ?? null)}
    >
      <Input
        value={isMail ? fields.to : fields.url}
        dir="ltr"
        onChange={(_event, { value }) => set(isMail ? { to: value } : { url: value })}
      />
    </Field>
  );
}
