// How many hosts are in each state; each number leads to its hosts.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { hostStateNames } from '../../app/host-filter.ts';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useWords } from '../../words/words.ts';
import { Tile } from './tile.tsx';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

export function StateTiles({ overview: data }: { overview: AnswerOf<'GET /api/v1/overview'> }): ReactElement {
  const styles = useStyles();
  const { overview } = useWords();
  return (
    <ul className={styles.tiles} aria-label={overview.byState}>
      {hostStateNames.map((state) => {
        const { open, waived } = data.states[state];
        // Nothing to see is only worth a place for the states that everybody asks about.
        if (state === 'none' && open + waived === 0) return null;
        return (
          <li key={state}>
            <Tile
              label={<StateBadge state={state} />}
              count={open + waived}
              remark={waived > 0 ? overview.waived(waived) : null}
              filter={{ state: [state] }}
            />
          </li>
        );
      })}
    </ul>
  );
}
