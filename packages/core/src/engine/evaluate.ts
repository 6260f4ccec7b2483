// Judges one host's facts by every rule.
import { type HostFacts, type SectionData, type SectionName, sectionNames } from '../facts/host-facts.ts';
import type { Section, Unread } from '../facts/section.ts';
import { hasTransport } from '../part-in-mail/transport-role.ts';
import { hostState } from '../report/host-state.ts';
import type { Report } from '../report/report.ts';
import { reportSchemaVersion } from '../report/report.ts';
import { rules as allRules, rulesById } from '../rules/index.ts';
import { coreVersion } from '../version.ts';
import type { Evidence, Finding, Outcome } from './finding.ts';
import { createHostView, type HostView } from './host-view.ts';
import { momentOf } from './moment.ts';
import type { AnyRule } from './rule.ts';
import { summariseProtocols } from './summarise-protocols.ts';
import { weigh } from './weigh.ts';

export interface EvaluateOptions {
  /** Time of judging: certificates expire and reference data age by it. */
  now: Date;
  /** Ids or areas (`schannel`) of the only rules to judge by. */
  only?: readonly string[];
  /** Ids or areas of rules to leave out. */
  skip?: readonly string[];
}

/**
 * Judges a host. Never throws for any facts that the schema accepts: a rule that breaks answers `notChecked` with code
 * `ruleFailed`, the others go on.
 */
export function evaluate(facts: HostFacts, options: EvaluateOptions): Report {
  const host = createHostView(facts, options.now);
  const chosen = selectRules(options);
  const data = readData(facts);
  const findings: Finding[] = [];
  const unread = sectionNames.filter((name) => data[name] === undefined);
  for (const rule of chosen) judge(rule, host, data, unread, findings);
  const skipped = chosen === allRules ? noRules : leftOutRules(chosen);
  const essentialLeftOut = skipped.some((rule) => rule.essential);
  const { state, reason } = hostState(findings, rulesById, host.part, essentialLeftOut);
  return {
    schemaVersion: reportSchemaVersion,
    id: facts.id,
    judgedAt: host.nowText,
    core: coreVersion,
    host: facts.host,
    state,
    reason,
    part: host.part,
    protocols: summariseProtocols(host),
    findings,
    skippedRules: skipped.map((rule) => rule.id),
    staleReferenceData: momentOf(options.now).staleReferenceData,
    facts,
  };
}

/** The rules that `only` and `skip` leave; both take ids and areas. */
export function selectRules(options: Pick<EvaluateOptions, 'only' | 'skip'>): readonly AnyRule[] {
  const { only, skip } = options;
  if (!only?.length && !skip?.length) return allRules;
  return allRules.filter(
    (rule) =>
      (!only?.length || only.some((name) => isNamed(rule, name))) &&
      !skip?.some((name) => isNamed(rule, name)),
  );
}

function isNamed(rule: AnyRule, name: string): boolean {
  return rule.id === name || rule.id.startsWith(`${name}/`);
}

const noRules: readonly AnyRule[] = [];
const noEvidence: readonly Evidence[] = [];

function leftOutRules(chosen: readonly AnyRule[]): readonly AnyRule[] {
  const kept = new Set(chosen.map((rule) => rule.id));
  return allRules.filter((rule) => !kept.has(rule.id));
}

const ofExchange: ReadonlySet<SectionName> = new Set(['connectors', 'queues', 'mailLogs']);

type ReadData = { readonly [N in SectionName]: SectionData<N> | undefined };

/**
 * The data of the sections that were read. One object serves all rules: their types show each only what it needs. Every
 * name is there on every host, since objects of one shape are far faster to read.
 */
function readData({ sections }: HostFacts): ReadData {
  return {
    os: dataOf(sections.os),
    schannel: dataOf(sections.schannel),
    ciphers: dataOf(sections.ciphers),
    dotnet: dataOf(sections.dotnet),
    winhttp: dataOf(sections.winhttp),
    certificates: dataOf(sections.certificates),
    exchange: dataOf(sections.exchange),
    connectors: dataOf(sections.connectors),
    senders: dataOf(sections.senders),
    updates: dataOf(sections.updates),
    restart: dataOf(sections.restart),
    queues: dataOf(sections.queues),
    events: dataOf(sections.events),
    mailLogs: dataOf(sections.mailLogs),
  };
}

function dataOf<T>(section: Section<T>): T | undefined {
  return section.status === 'read' ? section.data : undefined;
}

function judge(
  rule: AnyRule,
  host: HostView,
  data: ReadData,
  unread: readonly SectionName[],
  findings: Finding[],
): void {
  const missing = unread.length === 0 ? undefined : rule.needs.find((name) => unread.includes(name));
  if (missing !== undefined) {
    findings.push(unreadFinding(rule, missing, host));
    return;
  }
  let outcomes: Outcome | readonly Outcome[];
  try {
    outcomes = rule.evaluate(data, host);
  } catch (error) {
    findings.push(brokenFinding(rule, error));
    return;
  }
  // Most rules give one outcome; making a list of it for every rule of every host is not free.
  if (!isList(outcomes)) findings.push(toFinding(rule, outcomes, host));
  else for (const outcome of outcomes) findings.push(toFinding(rule, outcome, host));
}

function isList(outcomes: Outcome | readonly Outcome[]): outcomes is readonly Outcome[] {
  return Array.isArray(outcomes);
}

function unreadFinding(rule: AnyRule, name: SectionName, host: HostView): Finding {
  const { reason, code } = host.facts.sections[name] as Unread; // only such are asked about
  // What Exchange does not have cannot be wrong; only a host that surely has no Exchange transport has none of it.
  const absent = ofExchange.has(name) && reason === 'notPresent' && hasTransport(host) === 'no';
  return {
    rule: rule.id,
    verdict: absent ? 'notApplicable' : 'notChecked',
    message: { key: absent ? 'noTransport' : 'notRead' },
    evidence: noEvidence,
    because: { section: name, reason, code },
  };
}

function brokenFinding(rule: AnyRule, error: unknown): Finding {
  return {
    rule: rule.id,
    verdict: 'notChecked',
    message: { key: 'ruleFailed', params: { error: String(error) } },
    evidence: noEvidence,
    because: { section: rule.needs[0], reason: 'failed', code: 'ruleFailed' },
  };
}

function toFinding(rule: AnyRule, outcome: Outcome, host: HostView): Finding {
  const { message, params, subject } = outcome;
  const finding: Finding = {
    rule: rule.id,
    verdict: outcome.verdict,
    message: params ? { key: message, params } : { key: message },
    evidence: outcome.evidence ?? noEvidence,
  };
  if (subject !== undefined) finding.subject = subject;
  if (outcome.verdict === 'notChecked') {
    if (outcome.remedy) finding.remedy = outcome.remedy;
    finding.because = outcome.because;
  } else if (outcome.verdict === 'warn' || outcome.verdict === 'fail') {
    if (outcome.remedy) finding.remedy = outcome.remedy;
    finding.verdict = weigh(outcome.verdict, rule.affects, host.part);
    if (finding.verdict !== outcome.verdict) finding.unweighed = outcome.verdict;
    if (outcome.restartOnly) finding.restartOnly = true;
  }
  return finding;
}
