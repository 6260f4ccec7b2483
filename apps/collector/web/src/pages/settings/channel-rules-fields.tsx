// What a channel is told, and when.
import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { useWords } from '../../words/words.ts';
import type { AlertKind, ChannelFields, HostState } from './channel-form.ts';

const alertKinds = [
  ...(['stateChanged', 'silent', 'back', 'newKeyForName'] as const),
  ...(['refusedRepeatedly', 'reportsLost', 'waiverExpired', 'notDelivered'] as const),
] satisfies readonly AlertKind[];
const hostStates = [
  ...(['failing', 'restartNeeded', 'unknown', 'atRisk', 'ready'] as const),
] satisfies readonly HostState[];

const useStyles = makeStyles({
  boxes: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  hours: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  fields: ChannelFields;
  set(part: Partial<ChannelFields>): void;
  problem: ApiProblem | null;
}

export function ChannelRulesFields({ fields, set, problem }: Props): ReactElement {
  const styles = useStyles();
  const { settings, states } = useWords();
  const { alerts } = settings;
  return (
    <>
      <Field label={alerts.what}>
        <fieldset
          className={styles.boxes}
          style={{ border: 0, margin: 0, padding: 0 }}
          aria-label={alerts.what}
        >
          <Checkbox
            label={alerts.everything}
            checked={fields.kinds.length === 0}
            onChange={() => set({ kinds: fields.kinds.length === 0 ? ['stateChanged'] : [] })}
          />
          {fields.kinds.length > 0 &&
            alertKinds.map((kind) => (
              <Checkbox
                key={kind}
                label={alerts.alertKinds[kind]}
                checked={fields.kinds.includes(kind)}
                onChange={() => set({ kinds: toggled(fields.kinds, kind) })}
              />
            ))}
        </fieldset>
      </Field>
      <Field label={alerts.states} hint={alerts.statesHint}>
        <fieldset
          className={styles.boxes}
          style={{ border: 0, margin: 0, padding: 0 }}
          aria-label={alerts.states}
        >
          {hostStates.map((state) => (
            <Checkbox
              key={state}
              label={states[state]}
              checked={fields.states.includes(state)}
              onChange={() => set({ states: toggled(fields.states, state) })}
            />
          ))}
        </fieldset>
      </Field>
      <Field
        label={alerts.group}
        hint={alerts.groupHint}
        validationMessage={problem?.fieldError('rules/groupSeconds') ?? null}
      >
        <Input
          value={fields.group}
          inputMode="numeric"
          onChange={(_event, { value }) => set({ group: value })}
        />
      </Field>
      <Field label={alerts.quiet}>
        <div className={styles.hours}>
          <Hour
            label={`${alerts.quiet}: ${alerts.quietFrom}`}
            value={fields.quietFrom}
            onChange={(quietFrom) => set({ quietFrom })}
          />
          {alerts.quietTo}
          <Hour
            label={`${alerts.quiet}: ${alerts.quietTo}`}
            value={fields.quietTo}
            onChange={(quietTo) => set({ quietTo })}
          />
        </div>
      </Field>
      <Field label={alerts.digest} hint={alerts.digestHint}>
        <Hour label={alerts.digest} value={fields.digestAt} onChange={(digestAt) => set({ digestAt })} />
      </Field>
      <Field label={alerts.zone} validationMessage={problem?.fieldError('rules/timeZone') ?? null}>
        <Input value={fields.timeZone} dir="ltr" onChange={(_event, { value }) => set({ timeZone: value })} />
      </Field>
    </>
  );
}

interface HourProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function Hour({ label, value, onChange }: HourProps): ReactElement {
  return (
    <Input
      type="time"
      dir="ltr"
      aria-label={label}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}

function toggled<T>(chosen: readonly T[], one: T): T[] {
  return chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];
}
