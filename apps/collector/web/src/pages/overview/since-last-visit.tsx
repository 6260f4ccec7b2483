// What changed since this browser was last here.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useSpoken, useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL, margin: 0 },
  pair: { display: 'flex', flexDirection: 'column-reverse' },
  count: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { color: tokens.colorNeutralForeground2 },
});

export function SinceLastVisit({
  since,
}: {
  since: AnswerOf<'GET /api/v1/overview'>['since'];
}): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  const { language } = useSpoken();
  const digits = new Intl.NumberFormat(language);
  if (since === null) return <Panel title={overview.since}>{overview.firstVisit}</Panel>;
  const counts = [
    [overview.fresh, since.new],
    [overview.worsened, since.worsened],
    [overview.improved, since.improved],
  ] as const;
  return (
    <Panel title={overview.since} beside={<Time at={since.at} relative />}>
      <dl className={styles.list}>
        {counts.map(([name, count]) => (
          <div key={name} className={styles.pair}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.count}>{digits.format(count)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
