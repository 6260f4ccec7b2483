// A literal – path, command, code, secret – that no language changes: left to right, of fixed width, to be copied.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CopyButton } from './copy-button.tsx';

const useStyles = makeStyles({
  literal: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  line: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  block: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { backgroundColor: 'transparent' },
  },
  text: { flexGrow: 1, minWidth: 0, margin: 0, whiteSpace: 'pre-wrap', textAlign: 'start' },
  button: { flexShrink: 0, '@media print': { display: 'none' } },
});

interface Props {
  text: string;
  /** Left out: no button. */
  copy?: boolean;
}

/** In a line of text. */
export function Literal({ text, copy = false }: Props): ReactElement {
  const styles = useStyles();
  const literal = (
    <code dir="ltr" className={styles.literal}>
      {text}
    </code>
  );
  if (!copy) return literal;
  return (
    <span className={styles.line}>
      {literal}
      <CopyButton text={text} />
    </span>
  );
}

/** Of several lines, or important enough for a box of its own; always to be copied. */
export function LiteralBlock({ text }: { text: string }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <pre dir="ltr" className={mergeClasses(styles.literal, styles.text)}>
        {text}
      </pre>
      <span className={styles.button}>
        <CopyButton text={text} />
      </span>
    </div>
  );
}
