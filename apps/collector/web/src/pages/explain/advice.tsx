// What to do about a cause, step by step with commands to copy, and what would settle the doubt.
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { adviceWords, type Cause, type SettleBy, settleWords } from '@mailflow-tls/core/evidence';
import type { ReactElement } from 'react';
import { LiteralBlock } from '../../parts/literal.tsx';
import { Pieces } from '../../parts/pieces.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  step: { '& > *': { marginBlockEnd: tokens.spacingVerticalXS } },
});

export function Advice({ cause }: { cause: Cause }): ReactElement {
  const styles = useStyles();
  const locale = useEvidenceWords();
  const words = useWords().explain;
  const { summary, steps, mayBreak, needsRestart } = adviceWords(cause, locale);
  return (
    <div className={styles.all}>
      <Text>
        <Pieces pieces={summary} />
      </Text>
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map(({ words: step, commands }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps stay in their order.
            <li key={index} className={styles.step}>
              <Text block>
                <Pieces pieces={step} />
              </Text>
              {commands.length > 0 && <LiteralBlock text={commands.join('\n')} />}
            </li>
          ))}
        </ol>
      )}
      {needsRestart && <Text weight="semibold">{say(locale, locale.report.needsRestart)}</Text>}
      {mayBreak.length > 0 && (
        <Text>
          <Text weight="semibold">{words.mayBreak}: </Text>
          <Pieces pieces={mayBreak} />
        </Text>
      )}
    </div>
  );
}

export function Settlement({ settleBy }: { settleBy: SettleBy }): ReactElement {
  const styles = useStyles();
  const { sentence, shell } = settleWords(settleBy, useEvidenceWords());
  return (
    <div className={styles.all}>
      <Text>
        <Pieces pieces={sentence} />
      </Text>
      <Text size={200}>
        <Pieces pieces={shell} />
      </Text>
      <LiteralBlock text={settleBy.commands.join('\n')} />
    </div>
  );
}
