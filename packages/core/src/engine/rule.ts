// A rule: what it needs to know, whom it concerns, and how it judges.
import type { SectionData, SectionName } from '../facts/host-facts.ts';
import type { RuleStrings as Catalog } from '../locales/en/index.ts';
import type { Outcome } from './finding.ts';
import type { HostView } from './host-view.ts';

export type RuleId = keyof Catalog & string;
export type MessageKey<I extends RuleId> = keyof Catalog[I]['messages'] & string;

/**
 * Which mail suffers when the rule fails: what the host `sends` to Office 365, what it `receives` from there, `both`,
 * or none at all (`hygiene`). Verdicts of a direction in which the host has no part become milder.
 */
export type Affects = 'sending' | 'receiving' | 'both' | 'hygiene';

export interface Rule<I extends RuleId = RuleId, N extends SectionName = SectionName> {
  /** Stable and never used again once retired; the area comes first: `schannel/tls12-client-enabled`. */
  id: I;
  affects: Affects;
  /** Without an answer to this one a host that carries mail must not be called ready. */
  essential?: true;
  /** Sections without which the rule cannot judge; when one is unread the engine answers `notChecked` itself. */
  needs: readonly N[];
  /** Public documents the rule rests on. */
  references: readonly string[];
  evaluate(
    facts: { readonly [K in N]: SectionData<K> },
    host: HostView,
  ): Outcome<MessageKey<I>> | readonly Outcome<MessageKey<I>>[];
}

/** Only helps the compiler: message keys and sections are checked against the rule's id and needs. */
export function defineRule<I extends RuleId, N extends SectionName>(rule: Rule<I, N>): Rule<I, N> {
  return rule;
}

/** A rule whose own types no longer matter, as the registry keeps it. */
// biome-ignore lint/suspicious/noExplicitAny: evaluate() is contravariant in its facts, so only `any` accepts every rule
export type AnyRule = Rule<any, any>;
