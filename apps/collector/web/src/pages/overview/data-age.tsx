// How old the data is that this page speaks from, and which hosts it does not speak of.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useSpoken, useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
});

export function DataAge({ overview: data }: { overview: AnswerOf<'GET /api/v1/overview'> }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  const { language } = useSpoken();
  const digits = new Intl.NumberFormat(language);
  return (
    <Panel title={overview.age}>
      <dl className={styles.list}>
        <dt className={styles.name}>{overview.newest}</dt>
        <dd className={styles.value}>
          <Time at={data.newestReportAt} relative />
        </dd>
        <dt className={styles.name} title={overview.oldestHint}>
          {overview.oldest}
        </dt>
        <dd className={styles.value}>
          <Time at={data.oldestReportAt} relative />
        </dd>
        <dt className={styles.name} title={overview.silentHint}>
          {overview.silent}
        </dt>
        <dd className={styles.value}>
          <Link to="/hosts" search={{ silent: 'true' }} className={styles.link}>
            {digits.format(data.silent)}
          </Link>
        </dd>
        <dt className={styles.name}>{overview.waiting}</dt>
        <dd className={styles.value}>
          <Link to="/hosts" search={{ status: ['waiting'] }} className={styles.link}>
            {digits.format(data.waiting)}
          </Link>
        </dd>
      </dl>
    </Panel>
  );
}
