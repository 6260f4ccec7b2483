// How long data is kept, and when a host counts as silent.
import { Body1, Button, Field, makeStyles, Input as TextInput, tokens } from '@fluentui/react-components';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { useAnswer, useChange } from '../../api/queries.ts';
import type { AnswerOf, Input } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ProblemMessage } from '../../parts/problem-message.tsx';
import { useWords } from '../../words/words.ts';
import { Answered } from './answered.tsx';
import { isUpTo, wholeNumber } from './fields.ts';
import { TabHead } from './tab-head.tsx';

type Runtime = AnswerOf<'GET /api/v1/settings'>;
const most = { reportDays: 3650, rollupDays: 36_500, silentAfterHours: 8760 } as const satisfies Runtime;
const names = ['reportDays', 'rollupDays', 'silentAfterHours'] as const satisfies readonly (keyof Runtime)[];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '520px' },
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export function DataTab(): ReactElement {
  const { data } = useWords().settings;
  const query = useAnswer('GET /api/v1/settings', {});
  // Here, because the form begins anew with what was saved.
  const change = useChange('PUT /api/v1/settings', ['GET /api/v1/settings']);
  return (
    <>
      <TabHead lead={data.lead} />
      <Answered query={query}>
        {(now) => <Form key={JSON.stringify(now)} now={now} change={change} />}
      </Answered>
    </>
  );
}

interface Props {
  now: Runtime;
  change: UseMutationResult<Runtime, ApiProblem, Input<'PUT /api/v1/settings'>>;
}

function Form({ now, change }: Props): ReactElement {
  const styles = useStyles();
  const { settings } = useWords();
  const { data } = settings;
  const mayChange = useMay('administrator');
  const [text, setText] = useState(() => textOf(now));
  const [asking, setAsking] = useState(false);
  const hints = {
    reportDays: data.reportDaysHint,
    rollupDays: data.rollupDaysHint,
    silentAfterHours: data.silentHint,
  };
  const wanted: Runtime = {
    reportDays: wholeNumber(text.reportDays) ?? Number.NaN,
    rollupDays: wholeNumber(text.rollupDays) ?? Number.NaN,
    silentAfterHours: wholeNumber(text.silentAfterHours) ?? Number.NaN,
  };
  const wrong = (name: keyof Runtime): string | null => {
    if (!isUpTo(wanted[name], most[name])) return data.outOfRange(most[name]);
    if (name === 'rollupDays' && wanted.rollupDays < wanted.reportDays) return data.order;
    return change.error?.fieldError(name) ?? null;
  };
  const isRight = names.every((name) => wrong(name) === null);
  const isShorter = wanted.reportDays < now.reportDays || wanted.rollupDays < now.rollupDays;
  const save = (): void => change.mutate({ body: wanted }, { onSettled: () => setAsking(false) });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRight) return;
        if (isShorter) setAsking(true);
        else save();
      }}
    >
      {change.error !== null && <ProblemMessage problem={change.error} />}
      {names.map((name) => (
        <Field key={name} label={data[name]} hint={hints[name]} validationMessage={wrong(name)}>
          <TextInput
            value={text[name]}
            inputMode="numeric"
            readOnly={!mayChange}
            onChange={(_event, { value }) => setText({ ...text, [name]: value })}
          />
        </Field>
      ))}
      {mayChange ? (
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={!isRight || change.isPending}>
            {settings.save}
          </Button>
          <span role="status">{change.isSuccess ? settings.saved : ''}</span>
        </div>
      ) : (
        <Body1>{data.readOnly}</Body1>
      )}
      <ConfirmDialog
        open={asking}
        title={data.shorterTitle}
        action={data.shorterAction}
        busy={change.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={save}
      >
        {data.shorterBody}
      </ConfirmDialog>
    </form>
  );
}

function textOf(now: Runtime): Record<keyof Runtime, string> {
  return {
    reportDays: String(now.reportDays),
    rollupDays: String(now.rollupDays),
    silentAfterHours: String(now.silentAfterHours),
  };
}
