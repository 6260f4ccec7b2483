// Lets keyboards jump over header and navigation; seen only while it has the focus.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  link: {
    position: 'fixed',
    insetBlockStart: tokens.spacingVerticalS,
    insetInlineStart: tokens.spacingHorizontalS,
    zIndex: 100,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusMedium,
    ':not(:focus)': { clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden' },
  },
});

export function SkipLink(): ReactElement {
  const styles = useStyles();
  const { skip } = useWords().shell;
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place of this page, as its address says.
    <a
      className={styles.link}
      href="#content"
      onClick={(event) => {
        // The address keeps its own state; only the focus moves.
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {skip}
    </a>
  );
}
