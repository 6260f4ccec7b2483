// The arithmetic: how the pieces of evidence of one group become causes with their likelihood.
//
// Every piece gives points to one cause. What a text says comes from the error catalog, where the weights of its causes
// add up to 100. Texts do not add up: two texts about one attempt tell one thing, so for each cause the clearest counts.
// A text that names one cause and no other is a proof, 100 points. Where there is a proof, the vague texts that the same
// cause would explain lose three quarters of what they gave to other causes.
//
// Settings of the host come on top. Of those about one cause the worst counts, up to 70 points; when none is wrong, the
// one that speaks most against the cause, up to 35. They count only for causes that a text or a session leaves open, for
// a setting without a symptom is the business of the host check. What only fits or does not fit moves a cause by at most
// 40.
//
// 60 points make a cause likely, 15 possible. With a proof 80 make it certain, so that a slight doubt does not shake a
// proof, and what weighs more makes it likely and is shown. Without a proof a cause becomes certain in one way only: the
// host's setting leaves a handshake no way to succeed, a handshake was seen to fail, and nothing speaks against it. So
// proof outweighs setting, and setting outweighs circumstance.
//
// Beside a cause that is certain, what is not proven as well is at most possible. An observation that no likely cause
// explains leaves the group undetermined, ahead of all that is only possible.
import { errorEntry } from '../errors/index.ts';
import type { Likelihood, Strength } from './diagnosis.ts';
import type { Piece } from './evidence/piece.ts';
import type { Group } from './group.ts';
import type { CauseName } from './input.ts';

const limits: Readonly<Record<'certain' | 'likely' | 'possible', number>> = {
  certain: 80,
  likely: 60,
  possible: 15,
};
const circumstanceReach = { most: 40, least: -40 };
/** What is left of a vague text's weights once a proof explains the text. */
const explainedShare = 0.25;

/** A cause within one group. */
export interface Ranked {
  readonly cause: CauseName;
  readonly likelihood: Likelihood;
  readonly points: number;
  readonly pieces: readonly Piece[];
  readonly group: Group;
}

export function rankGroup(group: Group, found: readonly Piece[]): Ranked[] {
  const pieces = group.hop === 'onlineToOther' ? found.filter(isOutsideToo) : found;
  const open = causesOf(pieces.filter((piece) => isObservation(piece) && piece.points > 0));
  const ranked = [...open].map((cause) => rankCause(cause, pieces, group));
  const told = ranked.filter(({ likelihood, pieces: own }) => likelihood !== 'unlikely' || wasWeighed(own));
  const standing = told.some(({ likelihood }) => likelihood === 'certain') ? told.map(besideCertain) : told;
  const doubt = undetermined(pieces, ranked, group);
  return doubt ? [doubt, ...standing] : standing;
}

/** One thing is certain: what is not proven as well steps back. */
function besideCertain(one: Ranked): Ranked {
  const isProven = one.pieces.some(({ strength }) => strength === 'proof');
  return one.likelihood === 'likely' && !isProven ? { ...one, likelihood: 'possible' } : one;
}

const outsideCauses: ReadonlySet<CauseName> = new Set<CauseName>(['unrelated', 'policy', 'authentication']);

function isOutsideToo({ cause }: Piece): boolean {
  return outsideCauses.has(cause);
}

/** A text or something seen in a session; settings and circumstances alone open no cause. */
function isObservation({ strength }: Piece): boolean {
  return strength === 'proof' || strength === 'text';
}

function causesOf(pieces: readonly Piece[]): Set<CauseName> {
  const causes = new Set(pieces.map(({ cause }) => cause));
  // What only might be somebody else's is worth a line.
  causes.delete('undetermined');
  return causes;
}

function rankCause(cause: CauseName, pieces: readonly Piece[], group: Group): Ranked {
  const all = pieces.filter((piece) => piece.cause === cause);
  const isWrong = all.some(({ strength, points }) => strength === 'setting' && points > 0);
  // Beside a setting that is wrong, those that are right are no comfort.
  const own = all.filter(({ strength, points }) => !isWrong || strength !== 'setting' || points > 0);
  const points =
    Math.max(0, ...own.filter(isObservation).map((piece) => textPoints(piece, pieces))) +
    settingPoints(own) +
    clamp(sum(own, 'circumstance'), circumstanceReach);
  return { cause, likelihood: likelihoodOf(points, own, pieces), points, pieces: own, group };
}

function textPoints(piece: Piece, pieces: readonly Piece[]): number {
  // What a session shows has no other meanings; only a text has.
  if (piece.strength === 'proof' || piece.error === undefined) return piece.points;
  const proven = provenCauses(pieces);
  const isExplained =
    !proven.has(piece.cause) && symptomCauses(piece, pieces).some((cause) => proven.has(cause));
  return isExplained ? piece.points * explainedShare : piece.points;
}

function provenCauses(pieces: readonly Piece[]): Set<CauseName> {
  return new Set(pieces.filter(({ strength }) => strength === 'proof').map(({ cause }) => cause));
}

/** Says whose trouble it may be, and is none that wants an explanation. */
const whoseItMayBe = 'perhapsForeign';

/** An error, or a thing seen in sessions: what has to be explained. */
function symptomOf(piece: Piece): string {
  return piece.error ?? piece.evidence;
}

/** The causes that would explain what the piece was found in. */
function symptomCauses(piece: Piece, pieces: readonly Piece[]): CauseName[] {
  const symptom = symptomOf(piece);
  return pieces
    .filter((other) => isObservation(other) && symptomOf(other) === symptom && other.cause !== 'undetermined')
    .map(({ cause }) => cause);
}

function likelihoodOf(points: number, own: readonly Piece[], all: readonly Piece[]): Likelihood {
  const isProven = own.some(({ strength }) => strength === 'proof');
  const isInevitable =
    own.some(({ inevitable }) => inevitable) &&
    sawHandshakeFail(all) &&
    own.every((piece) => piece.points > 0);
  if (points >= limits.certain && (isProven || isInevitable)) return 'certain';
  if (points >= limits.likely) return 'likely';
  return points >= limits.possible ? 'possible' : 'unlikely';
}

/** Events of Windows do not count: they may be about something else than mail. */
function sawHandshakeFail(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ evidence, error }) => error && evidence !== 'hostEvent' && errorEntry(error).family === 'negotiation',
  );
}

/** An unlikely cause is told when something was read about it; else it is only noise. */
function wasWeighed(pieces: readonly Piece[]): boolean {
  return pieces.some(({ strength, points }) => strength === 'setting' || points < 0);
}

function undetermined(pieces: readonly Piece[], ranked: readonly Ranked[], group: Group): Ranked | null {
  const explains = new Set(
    ranked
      .filter(({ likelihood }) => likelihood === 'certain' || likelihood === 'likely')
      .map(({ cause }) => cause),
  );
  const seen = new Set<string>();
  const own: Piece[] = [];
  for (const piece of pieces.filter(isObservation)) {
    const symptom = symptomOf(piece);
    if (seen.has(symptom) || symptom === whoseItMayBe) continue;
    seen.add(symptom);
    const causes = symptomCauses(piece, pieces);
    // What only says that mail waited is explained by whatever explains the rest.
    const isExplained = causes.length === 0 ? explains.size > 0 : causes.some((cause) => explains.has(cause));
    if (!isExplained) own.push({ ...piece, cause: 'undetermined' });
  }
  if (own.length === 0) return null;
  return { cause: 'undetermined', likelihood: 'possible', points: 100, pieces: own, group };
}

/** One thing that is wrong is enough, and of what is right the most telling. */
function settingPoints(pieces: readonly Piece[]): number {
  const points = pieces.filter(({ strength }) => strength === 'setting').map((piece) => piece.points);
  const worst = Math.max(0, ...points);
  return worst > 0 ? worst : Math.min(0, ...points);
}

function sum(pieces: readonly Piece[], strength: Strength): number {
  return pieces.reduce((total, piece) => total + (piece.strength === strength ? piece.points : 0), 0);
}

function clamp(points: number, { most, least }: { most: number; least: number }): number {
  return Math.min(most, Math.max(least, points));
}
