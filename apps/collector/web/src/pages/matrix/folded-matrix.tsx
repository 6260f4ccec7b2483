// Groups of hosts by rules: each cell counts, each group unfolds into its hosts.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useRuleWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken } from '../../words/words.ts';
import { type GridRow, MatrixGrid } from './matrix-grid.tsx';
import type { MatrixState } from './matrix-state.ts';
import { VerdictMark } from './verdict-mark.tsx';

export type Folded = AnswerOf<'GET /api/v1/matrix/folded'>;

const worstFirst = ['fail', 'warn', 'notChecked', 'info'] as const;

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  folded: Folded;
  rules: readonly string[];
  by: MatrixState['by'];
}

export function FoldedMatrix({ folded, rules, by }: Props): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { matrix, states } = words;
  const locale = useRuleWords();
  const rows = useMemo((): GridRow[] => {
    const compact = new Intl.NumberFormat(language, { notation: 'compact' });
    const stateNames: Readonly<Record<string, string>> = states;
    return folded.groups.map(({ value, hosts, rules: counts }) => {
      const name = value === '' ? matrix.unknown : by === 'state' ? (stateNames[value] ?? value) : value;
      return {
        key: value,
        name: (
          <>
            <Link
              to="/matrix"
              search={(before) => ({ ...before, group: value })}
              aria-label={matrix.unfold(name)}
              title={name}
              className={styles.link}
            >
              <bdi>{name}</bdi>
            </Link>{' '}
            <span className={styles.count}>{matrix.hosts(hosts)}</span>
          </>
        ),
        cell: (rule) => {
          const count = counts[rule];
          const worst = worstFirst.find((verdict) => (count?.[verdict] ?? 0) > 0);
          if (count === undefined || worst === undefined) {
            return <VerdictMark verdict="pass" label={say(locale, locale.verdicts.pass)} />;
          }
          const label = worstFirst
            .filter((verdict) => count[verdict] > 0)
            .map((verdict) => matrix.counted(say(locale, locale.verdicts[verdict]), count[verdict]))
            .join(', ');
          const isWaived = count.open === 0 && count.waived > 0;
          return (
            <VerdictMark
              verdict={worst}
              label={isWaived ? matrix.waived(label) : label}
              waived={isWaived}
              text={compact.format(count[worst])}
            />
          );
        },
      };
    });
  }, [folded, by, language, locale, matrix, states, styles]);
  if (rows.length === 0) return <EmptyState title={matrix.empty}>{matrix.emptyBody}</EmptyState>;
  return <MatrixGrid label={matrix.label} corner={matrix.group} rules={rules} rows={rows} />;
}
