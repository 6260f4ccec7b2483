// What a report says about the host itself: its name, Windows, Exchange, part in mail, and what was not read.
import type { RoleSummary } from '../engine/summarise-protocols.ts';
import type { ExchangeFacts } from '../facts/exchange.ts';
import { type SectionData, type SectionName, sectionNames } from '../facts/host-facts.ts';
import type { Gap, Unread } from '../facts/section.ts';
import type { ReportLocale } from '../locales/locale.ts';
import { type Piece, piecesText, type Text, textPieces } from '../locales/text.ts';
import { say } from './format.ts';
import type { Report } from './report.ts';
import { ownEntry } from './words.ts';

/** With its domain, where it has one. */
export function hostName({ host }: Report): string {
  return host.domain === null || host.domain === '' ? host.name : `${host.name}.${host.domain}`;
}

/** UTC to the minute. What is no ISO time is shown as it is. */
export function shortTime(time: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : time;
}

export function windowsName(report: Report, locale: ReportLocale): Piece[] {
  const os = sectionData(report, 'os');
  if (!os) return words(say(locale, locale.report.installations.notRead));
  const build = os.revision === null ? `${os.build}` : `${os.build}.${os.revision}`;
  return [{ kind: 'literal', text: `${os.productName} (${build})` }];
}

/** The names that the product gives its roles are not translated. */
const roleNames: Readonly<Record<ExchangeFacts['roles'][number], string>> = {
  mailbox: 'Mailbox',
  edge: 'Edge Transport',
  clientAccess: 'Client Access',
  hubTransport: 'Hub Transport',
  frontendTransport: 'Front End Transport',
  unifiedMessaging: 'Unified Messaging',
};

export function exchangeName(report: Report, locale: ReportLocale): Piece[] {
  const exchange = sectionData(report, 'exchange');
  const { installations } = locale.report;
  if (!exchange) return words(say(locale, installations.notRead));
  if (exchange.installation === 'none') return words(say(locale, installations.none));
  const build = exchange.build ?? '?';
  if (exchange.installation === 'managementTools')
    return [
      ...words(`${say(locale, installations.managementTools)} `),
      { kind: 'literal', text: `(${build})` },
    ];
  // A Mailbox server of 2013 and later runs the transport roles by itself; naming them would only make noise.
  const roles = exchange.roles.includes('mailbox')
    ? exchange.roles.filter((role) => role === 'mailbox')
    : exchange.roles;
  const named = roles.map((role) => roleNames[role] ?? role).join(', ') || 'Exchange';
  return [{ kind: 'literal', text: `${named} (${build})` }];
}

export function partWords(report: Report, locale: ReportLocale): string {
  return report.part.parts.map((part) => say(locale, locale.parts[part])).join(', ');
}

/** The state of a protocol in one role in words: what is stored and whether it is in force. */
export function roleWords(role: RoleSummary, locale: ReportLocale): { state: string; remark: string } {
  const remarks: string[] = [];
  if ((role.stored === 'on' || role.stored === 'off') && !role.explicit)
    remarks.push(say(locale, locale.report.notSetExplicitly));
  if (role.pending === 'yes') remarks.push(say(locale, locale.report.restartPending));
  if (role.pending === 'unknown' && role.stored !== 'unreadable')
    remarks.push(say(locale, locale.report.pendingUnknown));
  return { state: say(locale, locale.protocolStates[role.stored]), remark: remarks.join(', ') };
}

/** Something that could not be read: a section, or a part of one that was read otherwise. */
export interface UnreadThing {
  section: SectionName;
  unread: Gap | Unread;
}

/** What does not exist on the host was not missed, so `notPresent` is left out. */
export function unreadThings(report: Report): UnreadThing[] {
  return sectionNames.flatMap((name) => {
    const section = report.facts.sections[name];
    const all: readonly (Gap | Unread)[] = section.status === 'unread' ? [section] : section.gaps;
    return all
      .filter((unread) => unread.reason !== 'notPresent')
      .map((unread) => ({ section: name, unread }));
  });
}

export function unreadSentence({ section, unread }: UnreadThing, locale: ReportLocale): Piece[] {
  const shared = {
    section: words(say(locale, locale.sections[section])),
    reason: words(say(locale, locale.unread[unread.reason])),
    code: unread.code,
  };
  return 'what' in unread
    ? textPieces(locale.report.unreadPart, { ...shared, what: unread.what }, locale.language)
    : textPieces(locale.report.unreadSection, shared, locale.language);
}

/** What limits the reports: said once where it is true of all hosts. `own` is in the order of the reports. */
export function reservationsOf(
  reports: readonly Report[],
  locale: ReportLocale,
): { shared: Piece[][]; own: Piece[][][] } {
  const all = reports.map((report) => reservations(report, locale));
  const [first = []] = all;
  if (all.length < 2) return { shared: [], own: all };
  const lists = all.map((lines) => new Set(lines.map(piecesText)));
  const isShared = (line: Piece[]) => lists.every((list) => list.has(piecesText(line)));
  return {
    shared: first.filter(isShared),
    own: all.map((lines) => lines.filter((line) => !isShared(line))),
  };
}

/** Sentences that limit what the report says: recorded facts, old reference data, rules left out. */
function reservations(report: Report, locale: ReportLocale): Piece[][] {
  const { report: text, language } = locale;
  const lines: Piece[][] = [];
  if (report.facts.label !== undefined)
    lines.push(textPieces(text.example, { label: report.facts.label }, language));
  if (report.staleReferenceData.length > 0) {
    const list = report.staleReferenceData.flatMap((stale, index) => [
      ...(index > 0 ? words(', ') : []),
      ...staleSet(stale, locale),
    ]);
    lines.push(textPieces(text.stale, { list }, language));
  }
  if (report.skippedRules.length > 0) {
    const { length: count } = report.skippedRules;
    lines.push(textPieces(text.skippedRules, { count, list: report.skippedRules.join(', ') }, language));
  }
  return lines;
}

/** A report of another version may name a set that this one has no words for. */
function staleSet({ name, asOf }: Report['staleReferenceData'][number], locale: ReportLocale): Piece[] {
  const { staleSet: text, referenceData } = locale.report;
  const known = ownEntry<Text>(referenceData, name);
  return textPieces(
    text,
    { name: known === undefined ? name : words(say(locale, known)), asOf },
    locale.language,
  );
}

export function sectionData<N extends SectionName>(report: Report, name: N): SectionData<N> | undefined {
  const section = report.facts.sections[name];
  // The compiler cannot tie the data's type to the name across the union of sections.
  return section.status === 'read' ? (section.data as SectionData<N>) : undefined;
}

function words(text: string): Piece[] {
  return [{ kind: 'words', text }];
}
