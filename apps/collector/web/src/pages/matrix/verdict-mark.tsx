// A verdict in a cell: colour and sign, and words for those who hear it.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Verdict } from '@mailflow-tls/core';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: '26px',
    height: '24px',
    paddingInline: '3px',
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { outline: '1px solid' },
  },
  fail: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  warn: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  notChecked: { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground5 },
  info: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground4 },
  waived: { textDecorationLine: 'line-through', backgroundColor: 'transparent' },
});

const signs: Readonly<Record<Verdict, string>> = {
  fail: '✕',
  warn: '!',
  notChecked: '?',
  info: 'i',
  pass: '·',
  notApplicable: '·',
};

interface Props {
  verdict: Verdict;
  /** What it means, in words. */
  label: string;
  waived?: boolean;
  /** In place of the sign. */
  text?: string;
}

export function VerdictMark({ verdict, label, waived = false, text }: Props): ReactElement {
  const styles = useStyles();
  const tone = verdict === 'pass' || verdict === 'notApplicable' ? 'quiet' : verdict;
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={mergeClasses(styles.mark, styles[tone], waived && styles.waived)}
    >
      {text ?? signs[verdict]}
    </span>
  );
}
