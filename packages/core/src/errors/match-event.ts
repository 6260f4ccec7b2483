// Recognises Windows events by provider, id and data: their sentences are in the language of the system.
import { type ErrorId, errorEntry } from './catalog/index.ts';
import { literalForms } from './literals.ts';
import type { FoundError } from './match.ts';
import { matchText } from './match.ts';
import { numbersOfSentence } from './resolve.ts';
import { eventKey, tables } from './tables.ts';

export interface WindowsEvent {
  /** `Schannel`, `MSExchangeTransport`. */
  readonly provider: string;
  readonly id: number;
  /** The values of the event in their order, or by name. */
  readonly data: readonly string[] | Readonly<Record<string, string>>;
  /** The sentence as the viewer shows it, if it is known. */
  readonly text?: string;
}

/** Names that Windows gives the values, by the name that the catalog gives them; the position is the fallback. */
const values: Readonly<
  Record<number, Readonly<Record<string, { names: readonly string[]; position: number }>>>
> = {
  36870: { kind: { names: ['Type'], position: 0 }, code: { names: ['ErrorCode'], position: 1 } },
  36871: { role: { names: ['Type'], position: 0 }, state: { names: ['ErrorState'], position: 1 } },
  36874: { protocol: { names: ['Protocol'], position: 0 } },
  36887: { alert: { names: ['AlertDesc'], position: 0 } },
  // Microsoft, event 2015 of MSExchangeTransport: the connector, and the server that was tried.
  2015: { connector: { names: [], position: 0 }, host: { names: [], position: 1 } },
  36888: { alert: { names: ['AlertDesc'], position: 0 }, state: { names: ['ErrorState'], position: 1 } },
};

/** The entry of an event, with its values; nothing for events that say nothing about TLS or mail. */
export function matchEvent(event: WindowsEvent): FoundError | undefined {
  const known = tables().byEvent.get(eventKey(event.provider, event.id));
  if (known === undefined) return undefined;
  const fromText = event.text === undefined ? undefined : matchText(event.text).signals[0];
  const groups: Record<string, string> = { ...fromText?.groups, ...valuesOf(event) };
  if (groups.alert === undefined && event.text !== undefined && values[event.id]?.alert) {
    const [alert] = numbersOfSentence(event.text);
    if (alert !== undefined) groups.alert = alert;
  }
  const byAlert = groups.alert === undefined ? undefined : tables().byAlert.get(Number(groups.alert));
  const id: ErrorId = byAlert ?? known;
  const text = fromText?.text ?? firstSentence(event) ?? describe(event, known);
  return { id, text, layers: [], groups, start: 0, end: event.text?.length ?? 0, times: 1 };
}

function valuesOf(event: WindowsEvent): Record<string, string> {
  const found: Record<string, string> = {};
  const { data } = event;
  for (const [name, { names, position }] of Object.entries(values[event.id] ?? {})) {
    const value = isList(data)
      ? data[position]
      : names.map((key) => data[key]).find((item) => item !== undefined);
    if (value !== undefined && value !== '') found[name] = value;
  }
  return found;
}

function isList(data: WindowsEvent['data']): data is readonly string[] {
  return Array.isArray(data);
}

const longestSentence = 300;

/** Its own words, in whatever language, where a program's own event is known by its number alone. */
function firstSentence({ provider, text }: WindowsEvent): string | undefined {
  if (provider.toLowerCase() === 'schannel') return undefined;
  const line = text
    ?.split('\n')
    .find((one) => /\p{L}{3}.*\s.*\p{L}{3}/u.test(one) && !/^[\p{L} -]{2,30}:/u.test(one));
  return line?.trim().slice(0, longestSentence);
}

/** The usual words with the values of this event, for systems whose own words are not at hand. */
function describe(event: WindowsEvent, id: ErrorId): string {
  const found = valuesOf(event);
  const form = literalForms(errorEntry(id))[0] ?? '';
  return form.replace(/\{(\w+):\w+\}/g, (_, name: string) => found[name] ?? '?');
}
