// What a rule says about a host: verdict, words, evidence and remedy, all as data.
import type { SectionName } from '../facts/host-facts.ts';
import type { UnreadReason } from '../facts/section.ts';
import type { Remedy } from '../remediation/remedy.ts';

/**
 * The five verdicts of the house and `info`, for what is worth knowing and never counts against the host
 * (TLS 1.0 still on, say).
 */
export type Verdict = 'pass' | 'info' | 'warn' | 'fail' | 'notApplicable' | 'notChecked';

/** From good to bad, for sorting and for comparing with a limit. */
export const verdictOrder: readonly Verdict[] = [
  'notApplicable',
  'pass',
  'info',
  'notChecked',
  'warn',
  'fail',
];

/** Values for the placeholders of a message. They are literals of the host: shown as they are, never translated. */
export type Params = Readonly<Record<string, string | number>>;

/** A sentence of the locale, by its key, with its values. */
export interface Message<K extends string = string> {
  key: K;
  params?: Params;
}

/** One thing that was read, as proof. */
export interface Evidence {
  /** Registry path, cmdlet with object, file or API: where the value was read. */
  source: string;
  /** Name of the value or property. */
  name?: string;
  /** As read; null when it is absent. */
  value: string | number | null;
  /** Registry kind, where there is one. */
  kind?: string;
  /** What a healthy host has here, as a literal. */
  expected?: string;
  /** When it was written (UTC), where that is known. */
  writtenAt?: string;
}

interface OutcomeBase<K extends string> {
  /** The sentence, a key of the rule's own messages. */
  message: K;
  params?: Params;
  /** What the outcome is about when a rule judges several things: a connector, a certificate, a key. */
  subject?: string;
  evidence?: readonly Evidence[];
}

/** What a rule returns. `K` are the keys of its messages. */
export type Outcome<K extends string = string> =
  | (OutcomeBase<K> & { verdict: 'pass' | 'info' | 'notApplicable' })
  | (OutcomeBase<K> & { verdict: 'warn' | 'fail'; remedy?: Remedy; restartOnly?: true })
  | (OutcomeBase<K> & { verdict: 'notChecked'; because: NotCheckedReason; remedy?: Remedy });

/** Why a rule could not judge: a section or a part of one that could not be read. */
export interface NotCheckedReason {
  section: SectionName;
  reason: UnreadReason;
  /** Language-neutral code, see `Unread`. */
  code: string;
  /** The field or key that is missing when the rest of the section was read. */
  what?: string;
}

/** A verdict on one host, weighed by the host's part in mail. */
export interface Finding {
  rule: string;
  subject?: string;
  verdict: Verdict;
  /** Set when the host's part in mail made the verdict milder: what the rule itself said. */
  unweighed?: 'warn' | 'fail';
  /** Key of the sentence: of the rule's own messages, or one of the engine's own (`notRead`, `noTransport`, `ruleFailed`). */
  message: Message;
  evidence: readonly Evidence[];
  remedy?: Remedy;
  because?: NotCheckedReason;
  /** True when everything is stored as it should be and only the restart of Windows is missing. */
  restartOnly?: true;
}
