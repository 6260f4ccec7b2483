// Stacked columns of hosts by state, a column a day. Time runs with the language's direction.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatTag } from '../../parts/time-text.ts';
import { useSpoken } from '../../words/words.ts';
import { type DayState, type StateDay, shownStates } from './state-days.ts';

const useStyles = makeStyles({
  chart: {
    display: 'flex',
    alignItems: 'stretch',
    columnGap: '2px',
    height: '180px',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke1,
  },
  column: {
    flexGrow: 1,
    flexBasis: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  bar: { forcedColorAdjust: 'none', flexShrink: 0 },
  failing: { backgroundColor: tokens.colorStatusDangerBackground3 },
  restartNeeded: { backgroundColor: tokens.colorPaletteBerryBackground3 },
  unknown: { backgroundColor: tokens.colorNeutralForeground4 },
  atRisk: { backgroundColor: tokens.colorStatusWarningBackground3 },
  ready: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  days: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  swatch: { width: '12px', height: '12px', borderRadius: '2px', forcedColorAdjust: 'none' },
});

export function StateColumns({ days }: { days: readonly StateDay[] }): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const most = Math.max(1, ...days.map(({ total }) => total));
  const dayName = new Intl.DateTimeFormat(formatTag(language, navigator.languages), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const digits = new Intl.NumberFormat(language);
  const told = ({ day, hosts }: StateDay): string =>
    [
      dayName.format(Date.parse(day)),
      ...shownStates
        .filter((state) => hosts[state] > 0)
        .map((state) => `${words.states[state]}: ${digits.format(hosts[state])}`),
    ].join('\n');
  const last = days.at(-1);
  const summary = last === undefined ? '' : told(last).replaceAll('\n', ', ');
  const ends = days.filter((day, index) => index === 0 || day === last);
  const used = shownStates.filter((state) => days.some(({ hosts }) => hosts[state] > 0));
  return (
    <>
      <div className={styles.chart} role="img" aria-label={`${words.overview.overTime}. ${summary}`}>
        {days.map((day) => (
          <div key={day.day} className={styles.column} title={told(day)}>
            {shownStates.toReversed().map((state) => (
              <Bar key={state} state={state} share={day.hosts[state] / most} />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.days} aria-hidden="true">
        {ends.map(({ day }) => (
          <span key={day}>{dayName.format(Date.parse(day))}</span>
        ))}
      </div>
      <ul className={styles.legend}>
        {used.map((state) => (
          <li key={state} className={styles.entry}>
            <span className={mergeClasses(styles.swatch, styles[state])} />
            {words.states[state]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Bar({ state, share }: { state: DayState; share: number }): ReactElement | null {
  const styles = useStyles();
  if (share === 0) return null;
  return <div className={mergeClasses(styles.bar, styles[state])} style={{ height: `${share * 100}%` }} />;
}
