// The proof for a cause, or what speaks against it: a sentence each, the text as it was found, and where.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type Because, becauseDetail, becauseSentence } from '@mailflow-tls/core/evidence';
import type { ReactElement } from 'react';
import { Pieces } from '../../parts/pieces.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { FoundText } from './found-text.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  detail: { display: 'block', color: tokens.colorNeutralForeground3 },
});

export function BecauseList({ found }: { found: readonly Because[] }): ReactElement {
  const styles = useStyles();
  const locale = useEvidenceWords();
  return (
    <ul className={styles.list}>
      {found.map((because) => (
        <li key={`${because.evidence} ${because.error} ${because.finding?.rule} ${because.text}`}>
          <Text>
            <Pieces pieces={becauseSentence(because, locale)} />
          </Text>
          {because.text !== undefined && <FoundText text={because.text} />}
          <Text size={200} className={styles.detail}>
            <Pieces pieces={becauseDetail(because, locale)} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
