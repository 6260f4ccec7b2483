// What was read as proof: where, under which name, which value, and what a healthy host has there.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Evidence } from '@mailflow-tls/core';
import { evidenceBySource } from '@mailflow-tls/core/formats';
import type { ReactElement, ReactNode } from 'react';
import { useReportWords } from '../words/core-words.ts';
import { say } from '../words/say.ts';
import { Literal } from './literal.tsx';
import { PlainTable } from './plain-table.tsx';
import { Time } from './time.tsx';

const useStyles = makeStyles({
  source: { marginBlockStart: tokens.spacingVerticalS },
});

/** Suspends until the core's words have come. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {evidenceBySource(evidence).map(([source, items]) => (
        <div key={source} className={styles.source}>
          <Literal text={source} copy />
          <EvidenceTable source={source} items={items} />
        </div>
      ))}
    </>
  );
}

function EvidenceTable({ source, items }: { source: string; items: readonly Evidence[] }): ReactElement {
  const locale = useReportWords();
  const { labels, absent } = locale.report;
  const columns: { name: string; show(item: Evidence): ReactNode; isUsed: boolean }[] = [
    {
      name: say(locale, labels.name),
      show: ({ name }) => name !== undefined && <Literal text={name} />,
      isUsed: items.some(({ name }) => name !== undefined),
    },
    {
      name: say(locale, labels.value),
      show: ({ value }) => (value === null ? <i>{say(locale, absent)}</i> : <Literal text={String(value)} />),
      isUsed: true,
    },
    {
      name: say(locale, labels.kind),
      show: ({ kind }) => kind !== undefined && <Literal text={kind} />,
      isUsed: items.some(({ kind }) => kind !== undefined),
    },
    {
      name: say(locale, labels.expected),
      show: ({ expected }) => expected !== undefined && <Literal text={expected} />,
      isUsed: items.some(({ expected }) => expected !== undefined),
    },
    {
      name: say(locale, labels.written),
      show: ({ writtenAt }) => writtenAt !== undefined && <Time at={writtenAt} />,
      isUsed: items.some(({ writtenAt }) => writtenAt !== undefined),
    },
  ];
  const used = columns.filter(({ isUsed }) => isUsed);
  return (
    <PlainTable
      label={source}
      columns={used.map(({ name }) => ({ name }))}
      rows={items.map((item) => used.map(({ show }) => show(item)))}
    />
  );
}
