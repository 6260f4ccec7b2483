// The table of rules: each leads to its page, each number to the hosts that it counts.
import { makeStyles, tokens } from '@fluentui/react-components';
import { ruleTitle } from '@mailflow-tls/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { ruleParams } from '../../app/rule-params.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useRuleWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken } from '../../words/words.ts';

type RuleLine = AnswerOf<'GET /api/v1/rules'>['rules'][number];

const useStyles = makeStyles({
  rule: { display: 'flex', flexDirection: 'column', paddingBlock: tokens.spacingVerticalXS },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'normal' },
  id: {
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  zero: { color: tokens.colorNeutralForeground4 },
});

export function RulesTable({ lines }: { lines: readonly RuleLine[] }): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { rules } = words;
  const locale = useRuleWords();
  const digits = new Intl.NumberFormat(language);
  const affected: Readonly<Record<string, string>> = rules.affected;
  const hostsOf = (id: 'fail' | 'warn' | 'notChecked' | 'info'): Column<RuleLine> => ({
    id,
    header: say(locale, locale.verdicts[id]),
    numeric: true,
    cell: (line) =>
      line[id] === 0 ? (
        <span className={styles.zero}>{digits.format(0)}</span>
      ) : (
        <Link to="/hosts" search={{ rule: [line.rule], verdict: [id] }} className={styles.link}>
          {digits.format(line[id])}
        </Link>
      ),
  });
  const columns: Column<RuleLine>[] = [
    {
      id: 'rule',
      header: rules.rule,
      always: true,
      cell: ({ rule }) => (
        <span className={styles.rule}>
          <Link
            to="/rules/$area/$name"
            params={ruleParams(rule)}
            className={`${styles.link} ${styles.title}`}
          >
            {ruleTitle(locale, rule)}
          </Link>
          <code dir="ltr" className={styles.id}>
            {rule}
          </code>
        </span>
      ),
    },
    {
      id: 'affects',
      header: rules.affects,
      cell: ({ affects }) => (affects === null ? '' : (affected[affects] ?? affects)),
    },
    { id: 'open', header: rules.open, numeric: true, cell: ({ open }) => <b>{digits.format(open)}</b> },
    { id: 'waived', header: rules.waived, numeric: true, cell: ({ waived }) => digits.format(waived) },
    hostsOf('fail'),
    hostsOf('warn'),
    hostsOf('notChecked'),
    hostsOf('info'),
  ];
  return (
    <DataTable label={words.shell.pages.rules} columns={columns} rows={lines} rowId={({ rule }) => rule} />
  );
}
