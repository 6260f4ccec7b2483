// What a host sends to Office 365 without Exchange: the SMTP service of IIS, and other mail software.
import type { Evidence } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';
import { exchangeOnlineHost } from '../reference/exchange-online.ts';

export interface OtherSenders {
  relay: 'yes' | 'no' | 'unknown';
  /** Whether the SMTP service of IIS hands its mail to a host that is not of Office 365. */
  through: boolean;
  because: Evidence[];
}

/**
 * A stopped SMTP service of IIS counts only when its smart host is in Office 365: many servers have it installed and
 * never used. Of other software nobody reads where its mail goes, so it leaves the part unknown.
 */
export function otherSenders(host: HostView): OtherSenders {
  const senders = host.section('senders');
  if (!senders) return { relay: 'unknown', through: false, because: [] };
  const answer: OtherSenders = { relay: 'no', through: false, because: [] };
  const settingsUnread = host.gaps('senders').some((gap) => gap.what.startsWith('iisSmtp'));
  const status = senders.iisSmtp?.status.toLowerCase();
  // A status that could not be read is no proof that the service rests.
  const running =
    status === 'running' || (status !== undefined && host.gap('senders', 'iisSmtp.status') !== undefined);
  for (const server of senders.iisSmtp?.servers ?? []) {
    const smartHost = server.smartHost ?? '';
    const toOffice365 = exchangeOnlineHost(smartHost) !== null;
    if (!running && !toOffice365) continue;
    answer.because.push({ source: server.source, name: 'SmartHost', value: server.smartHost });
    if (toOffice365) answer.relay = 'yes';
    else if (smartHost !== '') answer.through = true;
    // Without a smart host it delivers by DNS itself, unless the setting could not be read.
    else if (answer.relay === 'no') answer.relay = settingsUnread ? 'unknown' : 'yes';
  }
  if (running && senders.iisSmtp?.servers.length === 0) {
    answer.relay = 'unknown';
    answer.because.push({ source: senders.iisSmtp.source, name: 'SMTPSVC', value: senders.iisSmtp.status });
  }
  for (const other of senders.other) {
    if (other.status.toLowerCase() !== 'running') continue;
    if (answer.relay === 'no') answer.relay = 'unknown';
    answer.because.push({ source: other.source, name: other.service, value: other.status });
  }
  return answer;
}
