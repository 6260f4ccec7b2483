// The answer: causes from the best to the worst, then what was read.
import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { diagnosisFormats } from '@mailflow-tls/core/evidence';
import { type ReactElement, useState } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useWords } from '../../words/words.ts';
import { CauseCard } from './cause-card.tsx';
import type { Explained } from './diagnose-sources.ts';
import { ReadTables } from './read-tables.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  said: { flexGrow: 1 },
});

export function Explanation({ explained }: { explained: Explained }): ReactElement {
  const styles = useStyles();
  const locale = useEvidenceWords();
  const words = useWords().explain;
  const [showsUnlikely, setShowsUnlikely] = useState(false);
  const { diagnosis, evidence } = explained;
  const likely = diagnosis.causes.filter(({ likelihood }) => likelihood !== 'unlikely');
  const unlikely = diagnosis.causes.filter(({ likelihood }) => likelihood === 'unlikely');
  const { joined, notJoined } = locale.diagnosis;
  return (
    <>
      <div className={styles.head}>
        <Body1 className={styles.said} role="status">
          {likely.length > 0 && `${words.result(likely.length)}. `}
          {diagnosis.host === null
            ? say(locale, notJoined)
            : say(locale, joined, { host: diagnosis.host.name })}
        </Body1>
        {likely.length > 0 && (
          <CopyButton text={diagnosisFormats.text(diagnosis, { locale }, evidence)} wide />
        )}
      </div>
      {likely.length === 0 && (
        <EmptyState title={words.nothingRecognised}>{words.nothingRecognisedBody}</EmptyState>
      )}
      {likely.map((cause) => (
        <CauseCard key={cause.cause} cause={cause} />
      ))}
      {unlikely.length > 0 && (
        <div>
          <Button
            appearance="subtle"
            aria-expanded={showsUnlikely}
            onClick={() => setShowsUnlikely(!showsUnlikely)}
          >
            {words.others(unlikely.length)}
          </Button>
        </div>
      )}
      {showsUnlikely && unlikely.map((cause) => <CauseCard key={cause.cause} cause={cause} />)}
      <Subtitle2 as="h2">{words.details}</Subtitle2>
      <ReadTables evidence={evidence} />
    </>
  );
}
