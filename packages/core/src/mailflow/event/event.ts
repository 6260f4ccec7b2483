// One event of Windows, whatever it was exported as: known by its provider, its id and its data.
import type { Where } from '../evidence.ts';

export type EventRecord = {
  readonly where: Where;
  readonly provider: string;
  readonly id: number;
  /** UTC, ISO 8601. */
  readonly at: string | null;
  readonly computer: string | null;
  /** By name where the export has names. */
  readonly data: Readonly<Record<string, string>> | readonly string[];
  /** The sentence in the language of the system; only searched for what the data lacks. */
  readonly text: string | null;
};

/** The names by which providers are known here; exports and languages write them the same. */
const providers: readonly (readonly [RegExp, string])[] = [
  [/^(?:Microsoft-Windows-)?Schannel(?:-Events)?$/i, 'Schannel'],
  [/^MSExchange ?Transport$/i, 'MSExchangeTransport'],
  [/^MSExchange ?FrontEnd ?Transport$/i, 'MSExchangeFrontEndTransport'],
];

const anyProvider =
  /^(?:Microsoft-Windows-[\w-]+|MSExchange[\w ]*|Service Control Manager|Schannel|Kerberos)$/i;

/** The provider by its usual name; null for those that say nothing about mail. */
export function knownProvider(name: string): string | null {
  const trimmed = name.trim();
  for (const [pattern, provider] of providers) if (pattern.test(trimmed)) return provider;
  return null;
}

/** Whether a value can be the name of a provider at all. */
export function isProvider(name: string): boolean {
  return name.length <= 80 && anyProvider.test(name.trim());
}

/** Ids of Schannel are in this range; it tells them from other numbers in a line. */
export function isLikelyId(provider: string, text: string): boolean {
  if (!/^\d{1,5}$/.test(text)) return false;
  const id = Number(text);
  return provider === 'Schannel' ? id >= 36864 && id <= 36912 : id > 0 && id <= 65535;
}
