// How old the data is that this page speaks from.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useWords } from '../../words/words.ts';

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
});

export function DataAge({ newest, oldest }: { newest: string | null; oldest: string | null }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  return (
    <Panel title={overview.age} lead={overview.oldestHint}>
      <dl className={styles.list}>
        <dt className={styles.name}>{overview.newest}</dt>
        <dd className={styles.value}>
          <Time at={newest} relative />
        </dd>
        <dt className={styles.name}>{overview.oldest}</dt>
        <dd className={styles.value}>
          <Time at={oldest} relative />
        </dd>
      </dl>
    </Panel>
  );
}
