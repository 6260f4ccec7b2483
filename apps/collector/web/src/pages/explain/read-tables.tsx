// What was read and what it holds, for those who want to check: sources, errors, what is not known, usage.
import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { EvidenceSummary } from '@mailflow-tls/core/evidence';
import type { ReactElement, ReactNode } from 'react';
import { Literal } from '../../parts/literal.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Time } from '../../parts/time.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';

/** Longer tables make answers that nobody reads. */
const shownRows = 100;

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0 },
});

export function ReadTables({ evidence }: { evidence: EvidenceSummary }): ReactElement {
  const locale = useEvidenceWords();
  const { labels, kinds, directions } = locale.diagnosis;
  const { sources, signals, unrecognised, usage } = evidence;
  const name = (text: string) => ({ name: text });
  const number = (text: string) => ({ name: text, isNumber: true });
  const peers = usage?.peers ?? [];
  return (
    <>
      <Part heading={say(locale, labels.sources)} isShown={sources.length > 0}>
        <PlainTable
          label={say(locale, labels.sources)}
          columns={[
            name(say(locale, labels.file)),
            name(say(locale, labels.kind)),
            number(say(locale, labels.records)),
            number(say(locale, labels.unreadable)),
          ]}
          rows={sources
            .slice(0, shownRows)
            .map(({ file, kind, records, unreadable }) => [
              <bdi key="file">{file}</bdi>,
              say(locale, kinds[kind]),
              records,
              unreadable,
            ])}
        />
      </Part>
      <Part heading={say(locale, labels.signals)} isShown={signals.length > 0}>
        <PlainTable
          label={say(locale, labels.signals)}
          columns={[
            name(say(locale, labels.error)),
            number(say(locale, labels.count)),
            name(say(locale, labels.last)),
            name(say(locale, labels.text)),
          ]}
          rows={signals
            .slice(0, shownRows)
            .map(({ id, count, lastSeen, text }) => [
              <Literal key="id" text={id} />,
              count,
              lastSeen === null ? '' : <Time key="last" at={lastSeen} />,
              <Literal key="text" text={text} />,
            ])}
        />
      </Part>
      <Part heading={say(locale, labels.unrecognised)} isShown={unrecognised.length > 0}>
        <PlainTable
          label={say(locale, labels.unrecognised)}
          columns={[number(say(locale, labels.count)), name(say(locale, labels.text))]}
          rows={unrecognised
            .slice(0, shownRows)
            .map(({ count, example }) => [count, <Literal key="text" text={example} />])}
        />
      </Part>
      <Part heading={say(locale, labels.usage)} isShown={peers.length > 0}>
        <PlainTable
          label={say(locale, labels.usage)}
          columns={[
            name(say(locale, labels.peer)),
            name(say(locale, labels.direction)),
            name(say(locale, labels.connector)),
            number(say(locale, labels.sessions)),
            name(say(locale, labels.protocols)),
          ]}
          rows={peers.slice(0, shownRows).map((peer) => [
            <bdi key="peer">{peer.names[0] ?? peer.peer ?? ''}</bdi>,
            say(locale, directions[peer.direction]),
            <bdi key="connector">{peer.connector}</bdi>,
            peer.sessions,
            Object.entries(peer.protocols)
              .map(([protocol, count]) => `${protocol} ${count}`)
              .join(', '),
          ])}
        />
      </Part>
    </>
  );
}

interface PartProps {
  heading: string;
  isShown: boolean;
  children: ReactNode;
}

function Part({ heading, isShown, children }: PartProps): ReactElement | null {
  const styles = useStyles();
  if (!isShown) return null;
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3" className={styles.heading}>
        {heading}
      </Subtitle2>
      {children}
    </section>
  );
}
