// A small table of things to read: no sorting, no paging; it scrolls by itself where the page is narrow.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    verticalAlign: 'top',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
    minWidth: '12ch',
    overflowWrap: 'break-word',
  },
  head: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  number: { minWidth: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

export interface PlainColumn {
  name: string;
  isNumber?: boolean;
}

interface Props {
  /** What it is a table of, for those who hear it. */
  label: string;
  columns: readonly PlainColumn[];
  /** A cell a column. */
  rows: readonly (readonly ReactNode[])[];
}

export function PlainTable({ label, columns, rows }: Props): ReactElement {
  const styles = useStyles();
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    // biome-ignore-start lint/a11y/useSemanticElements: a page has too many of these for regions, and no fieldset is meant.
    <div role="group" className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th
                key={name}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, isNumber && styles.number)}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only shown.
            <tr key={row}>
              {columns.map(({ name, isNumber }, index) => (
                <td key={name} className={mergeClasses(styles.cell, isNumber && styles.number)}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above.
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above.
  );
}
