// Signals and facts in, ranked causes out.
import { evaluate } from '../engine/evaluate.ts';
import { errorEntry } from '../errors/index.ts';
import type { Report } from '../report/report.ts';
import {
  type Advice,
  type Because,
  type Cause,
  type Diagnosis,
  diagnosisSchemaVersion,
  type Flow,
  likelihoods,
  type Strength,
} from './diagnosis.ts';
import { finders } from './evidence/index.ts';
import type { Piece } from './evidence/piece.ts';
import { flowsOf } from './flows.ts';
import { openCase } from './group.ts';
import type { CauseName, DiagnosisInput } from './input.ts';
import { type Ranked, rankGroup } from './rank.ts';
import { settle } from './settle.ts';

export function diagnose(input: DiagnosisInput): Diagnosis {
  const file = openCase(input);
  const report = reportOf(input);
  const ranked = file.groups.flatMap((group) =>
    rankGroup(
      group,
      finders.flatMap((find) => find(group, { file, report })),
    ),
  );
  return {
    schemaVersion: diagnosisSchemaVersion,
    judgedAt: input.now.toISOString(),
    host: report?.host ?? null,
    causes: causesOf(ranked, input.now),
  };
}

function reportOf({ report, facts, now }: DiagnosisInput): Report | null {
  if (report) return report;
  return facts ? evaluate(facts, { now }) : null;
}

/** One entry a cause, as likely as in any group, with the mail of the groups in which it stands. */
function causesOf(ranked: readonly Ranked[], now: Date): Cause[] {
  const byCause = new Map<CauseName, Ranked[]>();
  for (const one of ranked) {
    const known = byCause.get(one.cause);
    if (known) known.push(one);
    else byCause.set(one.cause, [one]);
  }
  return [...byCause.values()]
    .flatMap((all) => {
      const best = strongest(all);
      const [first] = best;
      return first ? [{ first, cause: toCause(first, best, now) }] : [];
    })
    .sort((a, b) => order(a.first, a.cause) - order(b.first, b.cause) || b.first.points - a.first.points)
    .map(({ cause }) => cause);
}

function rankOf({ likelihood }: Ranked): number {
  return likelihoods.indexOf(likelihood);
}

function strongest(all: readonly Ranked[]): Ranked[] {
  const best = Math.min(...all.map(rankOf));
  // Where something is only possible it does not stand beside where it is likely.
  const worst = Math.max(best, likelihoods.indexOf('likely'));
  return all
    .filter((one) => rankOf(one) <= worst)
    .sort((a, b) => rankOf(a) - rankOf(b) || b.points - a.points);
}

/**
 * Mail with Office 365 first, then by likelihood: that some stranger failed to log on is certain on every host that
 * faces the Internet, and explains nothing.
 */
function order({ likelihood, cause }: Ranked, { flows }: Cause): number {
  const isAside =
    likelihood === 'unlikely' ||
    (flows.length > 0 &&
      flows.every(({ office365, direction, peer }) => !office365 && isAsideFlow(direction, peer)));
  const doubt = cause === 'undetermined' ? 0 : 1;
  return (isAside ? 100 : 0) + likelihoods.indexOf(likelihood) * 10 + doubt;
}

function isAsideFlow(direction: Flow['direction'], peer: string | null): boolean {
  return direction === 'internal' || direction === 'elsewhere' || peer !== null;
}

function toCause(first: Ranked, best: readonly Ranked[], now: Date): Cause {
  const pieces = best.flatMap((one) => one.pieces);
  return {
    cause: first.cause,
    likelihood: first.likelihood,
    because: becauseOf(pieces),
    flows: best.flatMap(({ group, likelihood }) =>
      flowsOf(group, now).map((flow) => ({ ...flow, likelihood })),
    ),
    remedy: adviceOf(first.cause, pieces),
    settleBy: settle(first),
  };
}

const strengths: readonly Strength[] = ['proof', 'setting', 'text', 'circumstance'];

/** For before against, the strongest first; what two groups share is told once. */
function becauseOf(pieces: readonly Piece[]): Because[] {
  const told = new Map<string, { because: Because; points: number }>();
  for (const { cause, points, inevitable, remedy, ...rest } of pieces) {
    const key = JSON.stringify([
      rest.evidence,
      rest.error,
      rest.finding?.rule,
      rest.finding?.subject,
      rest.params,
    ]);
    const known = told.get(key);
    if (!known) told.set(key, { because: { ...rest, speaks: points < 0 ? 'against' : 'for' }, points });
    else if (!rest.finding)
      told.set(key, { ...known, because: { ...known.because, count: known.because.count + rest.count } });
  }
  return [...told.values()]
    .sort(
      (a, b) =>
        Number(a.points < 0) - Number(b.points < 0) ||
        strengths.indexOf(a.because.strength) - strengths.indexOf(b.because.strength) ||
        Math.abs(b.points) - Math.abs(a.points),
    )
    .map(({ because }) => because);
}

/** The host's own remedy knows most; an error's remedy only fits the cause that the error points to first. */
function adviceOf(cause: CauseName, pieces: readonly Piece[]): Advice {
  const speaking = pieces.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  const setting = speaking.find(({ finding, remedy }) => finding && remedy !== undefined);
  if (setting?.finding && setting.remedy !== undefined) {
    const { rule, subject } = setting.finding;
    return { from: 'rule', rule, ...(subject === undefined ? {} : { subject }), remedy: setting.remedy };
  }
  const text = speaking.find(({ error }) => error !== undefined && pointsTo(error, cause));
  return text?.error ? { from: 'error', error: text.error } : { from: 'cause' };
}

function pointsTo(error: NonNullable<Piece['error']>, cause: CauseName): boolean {
  const { causes } = errorEntry(error);
  const weight = causes[cause] ?? 0;
  return cause === 'undetermined' || weight >= Math.max(...Object.values(causes));
}
