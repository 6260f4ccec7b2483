// The grid itself: rules across, hosts or groups down; only the rows in sight are drawn, names stay in sight.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ruleTitle } from '@mailflow-tls/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { ruleParams } from '../../app/rule-params.ts';
import { useRuleWords } from '../../words/core-words.ts';

const rowHeight = 34;
const cellWidth = 36;

const useStyles = makeStyles({
  scroll: {
    position: 'relative',
    overflow: 'auto',
    maxHeight: 'max(320px, calc(100dvh - 250px))',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    alignItems: 'flex-end',
    width: 'max-content',
    minWidth: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke1,
  },
  body: { position: 'relative', width: 'max-content', minWidth: '100%' },
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    top: 0,
    display: 'flex',
    alignItems: 'center',
    minWidth: '100%',
    height: `${rowHeight}px`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    boxSizing: 'border-box',
    flexShrink: 0,
    width: 'clamp(130px, 24vw, 300px)',
    paddingInline: tokens.spacingHorizontalM,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  corner: {
    alignSelf: 'flex-end',
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    display: 'flex',
    justifyContent: 'center',
    flexShrink: 0,
    width: `${cellWidth}px`,
  },
  rule: {
    boxSizing: 'border-box',
    height: '190px',
    paddingBlockEnd: tokens.spacingVerticalS,
    alignItems: 'flex-end',
  },
  ruleLink: {
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    maxHeight: '180px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface GridRow {
  key: string;
  name: ReactNode;
  cell(rule: string): ReactNode;
}

interface Props {
  label: string;
  corner: string;
  rules: readonly string[];
  rows: readonly GridRow[];
  /** Called when the last rows come into sight. */
  onEnd?: () => void;
}

export function MatrixGrid({ label, corner, rules, rows, onEnd }: Props): ReactElement {
  const styles = useStyles();
  const locale = useRuleWords();
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 20) onEnd?.();
  }, [rows.length, lastShown, onEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroll} className={styles.scroll} aria-label={label} tabIndex={0}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows that are placed by themselves cannot be rows of a table element. */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: nothing in the table is operated by itself. */}
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          <div role="columnheader" className={mergeClasses(styles.name, styles.corner)}>
            {corner}
          </div>
          {rules.map((rule) => (
            <div key={rule} role="columnheader" className={mergeClasses(styles.cell, styles.rule)}>
              <Link
                to="/rules/$area/$name"
                params={ruleParams(rule)}
                title={ruleTitle(locale, rule)}
                className={styles.ruleLink}
                dir="ltr"
              >
                {rule}
              </Link>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={index + 2}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <div role="rowheader" className={styles.name}>
                  {row.name}
                </div>
                {rules.map((rule) => (
                  <div key={rule} role="cell" className={styles.cell}>
                    {row.cell(rule)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above. */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above. */}
    </section>
  );
}
