// A table of what the API pages: sorted by its server, with chosen columns, and selection where it makes sense.
import {
  Checkbox,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/words.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  /** CSS width; the rest share what is left. */
  width?: string;
  /** The server can sort by it. */
  sorts?: boolean;
  /** Numbers stand at the end of their cell. */
  numeric?: boolean;
  /** Cannot be hidden: it says what the row is. */
  always?: boolean;
}

export interface Sorting {
  column: string;
  descending: boolean;
}

interface Selection {
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

interface Props<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId(row: Row): string;
  /** What the row is called, for its check box. */
  rowName?(row: Row): string;
  sorting?: Sorting;
  onSort?(sorting: Sorting): void;
  selection?: Selection;
  /** While the next page is awaited. */
  busy?: boolean;
}

const useStyles = makeStyles({
  // Positioned, so that what browsers draw outside of sight cannot widen the page.
  scroll: {
    position: 'relative',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { overflowX: 'visible' },
  },
  table: { tableLayout: 'auto', minWidth: 'max-content' },
  busy: { opacity: 0.6 },
  header: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  cell: { maxWidth: '60ch', paddingBlock: tokens.spacingVerticalXS, verticalAlign: 'middle' },
  numeric: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  numericHead: { justifyContent: 'flex-end' },
  check: { width: '40px', '@media print': { display: 'none' } },
});

export function DataTable<Row>(props: Props<Row>): ReactElement {
  const { label, columns, rows, rowId, sorting, onSort, selection, busy = false } = props;
  const styles = useStyles();
  const { table } = useWords().parts;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={table.scrolls(label)} tabIndex={0}>
      <Table
        aria-label={label}
        aria-busy={busy}
        className={mergeClasses(styles.table, busy && styles.busy)}
        size="small"
        sortable={onSort !== undefined}
      >
        <TableHeader>
          <TableRow>
            {selection !== undefined && (
              <TableHeaderCell sortable={false} className={styles.check}>
                <SelectAll ids={rows.map(rowId)} selection={selection} />
              </TableHeaderCell>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowId(row)}>
              {selection !== undefined && (
                <TableCell className={styles.check}>
                  <SelectRow
                    id={rowId(row)}
                    name={props.rowName?.(row) ?? rowId(row)}
                    selection={selection}
                  />
                </TableCell>
              )}
              {columns.map((column) => (
                <TableCell
                  key={column.id}
                  className={mergeClasses(styles.cell, column.numeric === true && styles.numeric)}
                >
                  {column.cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

interface HeaderProps<Row> {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}

function HeaderCell<Row>({ column, sorting, onSort }: HeaderProps<Row>): ReactElement {
  const styles = useStyles();
  const looks = {
    className: styles.header,
    ...(column.width !== undefined && { style: { width: column.width } }),
    ...(column.numeric === true && { button: { className: styles.numericHead } }),
  };
  if (column.sorts !== true || onSort === undefined) {
    return (
      <TableHeaderCell sortable={false} {...looks}>
        {column.header}
      </TableHeaderCell>
    );
  }
  const mine = sorting?.column === column.id ? sorting : null;
  const direction =
    mine === null ? {} : ({ sortDirection: mine.descending ? 'descending' : 'ascending' } as const);
  return (
    <TableHeaderCell
      sortable
      {...direction}
      {...looks}
      onClick={() => onSort({ column: column.id, descending: mine !== null && !mine.descending })}
    >
      {column.header}
    </TableHeaderCell>
  );
}

function SelectAll({ ids, selection }: { ids: readonly string[]; selection: Selection }): ReactElement {
  const { table } = useWords().parts;
  const count = ids.filter((id) => selection.chosen.has(id)).length;
  const all = ids.length > 0 && count === ids.length;
  return (
    <Checkbox
      aria-label={table.selectAll}
      checked={all ? true : count > 0 ? 'mixed' : false}
      onChange={() => {
        const chosen = new Set(selection.chosen);
        for (const id of ids) all ? chosen.delete(id) : chosen.add(id);
        selection.onChange(chosen);
      }}
    />
  );
}

interface SelectRowProps {
  id: string;
  name: string;
  selection: Selection;
}

function SelectRow({ id, name, selection }: SelectRowProps): ReactElement {
  const { table } = useWords().parts;
  return (
    <Checkbox
      aria-label={table.select(name)}
      checked={selection.chosen.has(id)}
      onChange={(_event, { checked }) => {
        const chosen = new Set(selection.chosen);
        checked === true ? chosen.add(id) : chosen.delete(id);
        selection.onChange(chosen);
      }}
    />
  );
}
