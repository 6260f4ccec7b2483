// A sentence of the core: words in the page's language, literals of the host in monospace and never translated.

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Piece } from '@mailflow-tls/core';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  literal: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '0.95em',
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
});

export function Pieces({ pieces }: { pieces: readonly Piece[] }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {pieces.map(({ kind, text }, index) =>
        kind === 'words' ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places.
          <code key={index} dir="auto" translate="no" className={styles.literal}>
            {text}
          </code>
        ),
      )}
    </>
  );
}
