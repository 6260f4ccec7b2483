// What to do about a finding: in words, with the commands to copy, and what it could break.
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type Finding, needsRestart, type Remedy, remedyWords } from '@mailflow-tls/core';
import { remedyBlocks } from '@mailflow-tls/core/formats';
import type { ReactElement } from 'react';
import { useReportWords } from '../words/core-words.ts';
import { say } from '../words/say.ts';
import { LiteralBlock } from './literal.tsx';
import { Pieces } from './pieces.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0 },
  text: { margin: 0 },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
});

interface Props {
  finding: Pick<Finding, 'rule'>;
  remedy: Remedy;
}

/** Suspends until the core's words have come. */
export function RemedySteps({ finding, remedy }: Props): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { labels, needsRestart: needsRestartText } = locale.report;
  const { summary, mayBreak } = remedyWords(finding, remedy, locale);
  return (
    <div className={styles.part}>
      <Subtitle2 as="h3" className={styles.title}>
        {say(locale, labels.remedy)}
      </Subtitle2>
      <p className={styles.text}>
        <Pieces pieces={summary} /> {needsRestart(remedy) && say(locale, needsRestartText)}
      </p>
      <ol className={styles.steps}>
        {remedyBlocks(finding, remedy, locale).map(({ words, commands }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a remedy never change places.
          <li key={index}>
            <Pieces pieces={words} />
            {commands.length > 0 && <LiteralBlock text={commands.join('\n')} />}
          </li>
        ))}
      </ol>
      {mayBreak.length > 0 && (
        <p className={styles.text}>
          <b>{say(locale, labels.mayBreak)}:</b> <Pieces pieces={mayBreak} />
        </p>
      )}
    </div>
  );
}
