// Makes a report of a mail that Outlook saved (.msg): its words, what each recipient's failure was, and its headers.
import { withoutPersonalData } from '../personal-data.ts';
import { readCompoundFile, type Stream } from './compound-file.ts';
import { unpackRtf } from './compressed-rtf.ts';
import { htmlText } from './html-text.ts';
import type { Hop } from './received.ts';
import type { ReportRecipient } from './report.ts';
import type { ReportRead } from './report-mail.ts';
import { hopsOfHeaders, readReportText } from './report-text.ts';
import { rtfText } from './rtf-text.ts';

/** Numbers of MAPI properties (MS-OXPROPS). */
const property = {
  body: '1000',
  html: '1013',
  rtf: '1009',
  reportText: '1001',
  headers: '007D',
  messageClass: '001A',
  supplementaryInfo: '0C1B',
  remoteServer: '0C21',
  reportingServer: '6820',
} as const;

const longestText = 1 << 22;

/** Null: no mail of Outlook, or one whose tables are broken. */
export function readReportMsg(bytes: Uint8Array): ReportRead | null {
  const streams = readCompoundFile(bytes);
  if (streams === null || !streams.some(({ path }) => path[0]?.startsWith('__'))) return null;
  const own = (tag: string): string | null =>
    textOf(
      streams.filter(({ path }) => path.length === 1),
      tag,
    );
  const bodies = [own(property.body), own(property.reportText)].filter((text) => text !== null);
  const html = own(property.html);
  if (bodies.length === 0 && html !== null) bodies.push(htmlText(html));
  if (bodies.length === 0) bodies.push(...richBody(streams));
  const recipients = recipientsOf(streams);
  const human = readReportText([...bodies, ...recipients.map(({ info }) => info)].join('\n\n'));
  const messageClass = own(property.messageClass) ?? '';
  const inner = innerHops(streams);
  return {
    report: {
      reportingServer: own(property.reportingServer) ?? human.reportingServer,
      arrivedAt: null,
      reportedAt: null,
      recipients: recipients.map(({ recipient }) => recipient),
      attempts: human.attempts,
      hops: inner.length > 0 ? inner : human.hops,
      reportHops: hopsOfHeaders(own(property.headers) ?? ''),
    },
    text: human.text,
    isReport: /^REPORT\b/i.test(messageClass) || recipients.length > 0,
  };
}

/** Mails that were written in Outlook may have no other body. */
function richBody(streams: readonly Stream[]): string[] {
  const name = `__substg1.0_${property.rtf}0102`;
  const stream = streams.find(({ path }) => path.length === 1 && path[0]?.toLowerCase() === name);
  const rtf = stream === undefined ? null : unpackRtf(stream.read(), longestText);
  return rtf === null ? [] : [rtfText(rtf)];
}

function recipientsOf(streams: readonly Stream[]): { info: string; recipient: ReportRecipient }[] {
  const folders = new Map<string, Stream[]>();
  for (const stream of streams) {
    const [folder] = stream.path;
    if (stream.path.length !== 2 || !folder?.startsWith('__recip_version1.0_')) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), stream]);
  }
  const found: { info: string; recipient: ReportRecipient }[] = [];
  for (const folder of folders.values()) {
    const info = textOf(folder, property.supplementaryInfo);
    if (info === null) continue;
    const diagnostic = withoutPersonalData(info.replace(/\s+/g, ' ').trim());
    const recipient: ReportRecipient = {
      domain: null,
      action: 'failed',
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0] ?? null,
      diagnostic,
      remoteServer: textOf(folder, property.remoteServer),
      lastAttemptAt: null,
      retryUntil: null,
    };
    found.push({ info, recipient });
  }
  return found;
}

/** The mail that came back is an attachment of its own kind. */
function innerHops(streams: readonly Stream[]): Hop[] {
  const inner = streams.filter(({ path }) => path.length > 1 && path[0]?.startsWith('__attach_version1.0_'));
  return hopsOfHeaders(textOf(inner, property.headers) ?? '');
}

/** Text is stored in UTF-16 or in the mail's code page; HTML as bytes. */
function textOf(streams: readonly Stream[], tag: string): string | null {
  for (const [type, encoding] of [
    ['001F', 'utf-16le'],
    ['001E', 'windows-1252'],
    ['0102', 'utf-8'],
  ] as const) {
    const name = `__substg1.0_${tag}${type}`.toLowerCase();
    const stream = streams.find(({ path }) => path.at(-1)?.toLowerCase() === name);
    if (stream === undefined) continue;
    const text = new TextDecoder(encoding, { fatal: false }).decode(stream.read().subarray(0, longestText));
    return text.replace(/\0+$/, '');
  }
  return null;
}
