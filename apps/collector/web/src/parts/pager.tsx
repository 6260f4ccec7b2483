// Leads through the pages of a list that the server pages by cursors; the browser’s own “back” goes back.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowNextRegular } from '@fluentui/react-icons/svg/arrow-next';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/words.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
});

interface Props {
  /** Of the page that is shown; undefined on the first. */
  cursor: string | undefined;
  /** Of the page after it; null on the last. */
  next: string | null;
  onGo(cursor: string | undefined): void;
  /** E.g. how many there are. */
  children?: ReactNode;
}

export function Pager({ cursor, next, onGo, children }: Props): ReactElement | null {
  const styles = useStyles();
  const { pager } = useWords().parts;
  if (cursor === undefined && next === null && children === undefined) return null;
  return (
    <nav className={styles.bar} aria-label={pager.label}>
      {children}
      {cursor !== undefined && <Button onClick={() => onGo(undefined)}>{pager.first}</Button>}
      {next !== null && (
        <Button
          icon={<ArrowNextRegular className={styles.mirrored} />}
          iconPosition="after"
          onClick={() => onGo(next)}
        >
          {pager.next}
        </Button>
      )}
    </nav>
  );
}
