// What is in force for each protocol, in both roles, and what HealthChecker would call it.
import type { Report } from '@mailflow-tls/core';
import { roleWords } from '@mailflow-tls/core/formats';
import type { ReactElement } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';

export function ProtocolsTab({ report }: { report: Report }): ReactElement {
  const locale = useReportWords();
  const { labels, headings, noProtocols } = locale.report;
  if (report.protocols.length === 0) return <p>{say(locale, noProtocols)}</p>;
  const title = say(locale, headings.protocols);
  const role = (summary: Report['protocols'][number]['client']): string => {
    const { state, remark } = roleWords(summary, locale);
    return remark === '' ? state : `${state} (${remark})`;
  };
  return (
    <Panel title={title}>
      <PlainTable
        label={title}
        columns={[labels.protocol, labels.client, labels.server, labels.healthChecker].map((label) => ({
          name: say(locale, label),
        }))}
        rows={report.protocols.map(({ protocol, client, server, healthChecker }) => [
          <bdi key="protocol">{protocol}</bdi>,
          role(client),
          role(server),
          healthChecker !== null && <bdi key="label">{healthChecker}</bdi>,
        ])}
      />
    </Panel>
  );
}
