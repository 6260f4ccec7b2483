// The mail that a cause touches, a row each.
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
  const hasDoubt = flows.some(({ likelihood }) => likelihood !== '');
  const columns = [
    labels.direction,
    labels.connector,
    labels.peer,
    labels.outcome,
    labels.amount,
    labels.seen,
    labels.ongoing,
    ...(hasDoubt ? [labels.likelihood] : []),
  ].map((label) => ({ name: say(locale, label) }));
  return (
    <PlainTable
      label={say(locale, labels.flows)}
      columns={columns}
      rows={flows.map((flow) => [
        flow.direction,
        <bdi key="connector">{flow.connector}</bdi>,
        <bdi key="peer">{flow.peer}</bdi>,
        <b key="outcome">{flow.outcome}</b>,
        flow.amount,
        <Pieces key="seen" pieces={flow.seen} />,
        flow.ongoing,
        ...(hasDoubt ? [flow.likelihood] : []),
      ])}
    />
  );
}
