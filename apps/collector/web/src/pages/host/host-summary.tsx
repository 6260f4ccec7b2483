// What a host is: Windows, Exchange, its part in mail, and how old what is known of it is.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Report } from '@mailflow-tls/core';
import { exchangeName, partWords, windowsName } from '@mailflow-tls/core/formats';
import type { ReactElement, ReactNode } from 'react';
import type { AnswerOf } from '../../api/types.ts';
import { Pieces } from '../../parts/pieces.tsx';
import { Time } from '../../parts/time.tsx';
import { useReportWords } from '../../words/core-words.ts';
import { say } from '../../words/say.ts';
import { useSpoken, useWords } from '../../words/words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface Props {
  host: AnswerOf<'GET /api/v1/hosts/:id'>['host'];
  report: Report | null;
}

/** Milliseconds by which clocks may differ without a word. */
const skewWorthTelling = 60_000;

export function HostSummary({ host, report }: Props): ReactElement {
  const styles = useStyles();
  const locale = useReportWords();
  const { host: words, hosts } = useWords();
  const { language } = useSpoken();
  const { labels } = locale.report;
  const facts: [string, ReactNode][] = [];
  if (report !== null) {
    facts.push(
      [say(locale, labels.windows), <Pieces key="windows" pieces={windowsName(report, locale)} />],
      [say(locale, labels.exchange), <Pieces key="exchange" pieces={exchangeName(report, locale)} />],
      [say(locale, labels.part), partWords(report, locale)],
    );
  }
  if (host.domain !== null) facts.push([hosts.columns.domain, <bdi key="domain">{host.domain}</bdi>]);
  facts.push([words.lastReport, <Time key="last" at={host.lastReportAt} relative />]);
  if (host.agentVersion !== null) facts.push([words.agent, <bdi key="agent">{host.agentVersion}</bdi>]);
  if (host.tags.length > 0) facts.push([words.tags, <bdi key="tags">{host.tags.join(', ')}</bdi>]);
  const { clockSkewMs } = host;
  if (clockSkewMs !== null && Math.abs(clockSkewMs) >= skewWorthTelling) {
    const minutes = new Intl.NumberFormat(language).format(Math.round(Math.abs(clockSkewMs) / 60_000));
    facts.push([words.clock, clockSkewMs > 0 ? words.ahead(minutes) : words.behind(minutes)]);
  }
  return (
    <dl className={styles.list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
