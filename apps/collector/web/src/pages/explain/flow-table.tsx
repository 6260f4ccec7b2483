// The mail that a cause touches, a row each; columns that say nothing of any are left out.
import { type Cause, flowWords } from '@mailflow-tls/core/evidence';
import type { ReactElement } from 'react';
import { Pieces } from '../../parts/pieces.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useEvidenceWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';

export function FlowTable({ cause }: { cause: Cause }): ReactElement {
  const locale = useEvidenceWords();
  const { labels } = locale.diagnosis;
  const flows = cause.flows.map((flow) => flowWords(flow, cause, locale));
  const names = [
    'direction',
    'connector',
    'peer',
    'outcome',
    'amount',
    'seen',
    'ongoing',
    'likelihood',
  ] as const;
  const told = names.filter((name) => flows.some((flow) => flow[name].length > 0));
  return (
    <PlainTable
      label={say(locale, labels.flows)}
      columns={told.map((name) => ({ name: say(locale, labels[name]) }))}
      rows={flows.map((flow) =>
        told.map((name) => {
          if (name === 'seen') return <Pieces key={name} pieces={flow.seen} />;
          return name === 'outcome' ? <b key={name}>{flow.outcome}</b> : <bdi key={name}>{flow[name]}</bdi>;
        }),
      )}
    />
  );
}
