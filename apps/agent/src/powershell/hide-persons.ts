// Takes persons out of what a host says before anybody keeps it.
import type { PlainValue } from './clixml.ts';

const address = /[^\s<>()[\],;:"=/\\@]+@(?=[^\s@])/g;
const profile = /(\\(?:Users|Documents and Settings)\\)[^\\"<>|]+/gi;

/** Of a mail address only the domain stays, of a profile folder only that it is one. */
export function hidePersons(value: PlainValue): PlainValue {
  if (typeof value === 'string') return hideInText(value);
  if (Array.isArray(value)) return value.map(hidePersons);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [hideInText(name), hidePersons(item)]),
  );
}

/** The same for one text. */
export function hideInText(text: string): string {
  const withoutAddresses = text.includes('@') ? text.replace(address, '*@') : text;
  return withoutAddresses.includes('\\') ? withoutAddresses.replace(profile, '$1*') : withoutAddresses;
}
