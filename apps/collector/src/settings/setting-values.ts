// What each setting accepts, whether it comes as text or from the settings file.
import { isAbsolute, resolve } from 'node:path';
import * as v from 'valibot';

/** Undefined when a value is not acceptable. `folder` is where relative paths begin. */
export type Parse = (raw: unknown, folder: string) => unknown;

export function choice(...values: readonly string[]): Parse {
  return (raw) => values.find((value) => value === raw);
}

export function wholeNumber(least: number, most: number): Parse {
  return (raw) => {
    const value = typeof raw === 'string' && /^\d+$/.test(raw.trim()) ? Number(raw) : raw;
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined;
  };
}

export const path: Parse = (raw, folder) => {
  if (typeof raw !== 'string' || raw === '' || raw.includes('\0')) return undefined;
  return isAbsolute(raw) ? raw : resolve(folder, raw);
};

export const database: Parse = (raw, folder) => {
  if (raw === 'sqlite') return { kind: 'sqlite' };
  if (typeof raw !== 'string') return undefined;
  if (/^postgres(?:ql)?:\/\//.test(raw)) return { kind: 'postgres', url: raw };
  return raw.startsWith('sqlite:') ? { kind: 'sqlite', file: path(raw.slice(7), folder) } : undefined;
};

/** `8443`, `0.0.0.0:8443`, `[::]:8443`. */
export const listen: Parse = (raw) => {
  const match = /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+)):)?(\d{1,5})$/i.exec(String(raw));
  const port = Number(match?.[3]);
  if (match === null || port > 65_535) return undefined;
  return { host: match[1] ?? match[2] ?? '0.0.0.0', port };
};

/** Addresses and ranges, separated by commas, or a list. */
export const addresses: Parse = (raw) => {
  const list = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : undefined;
  const trimmed = list?.map((each) => String(each).trim()).filter((each) => each !== '');
  return trimmed?.every((each) => /^[\da-f.:]+(?:\/\d{1,3})?$/i.test(each)) ? trimmed : undefined;
};

export const webAddress: Parse = (raw) => {
  if (typeof raw !== 'string' || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  const plain = url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return (url.protocol === 'https:' || url.protocol === 'http:') && plain
    ? raw.replace(/\/+$/, '')
    : undefined;
};

/** An object of the settings file, or the same as JSON text. */
export function object(schema: v.GenericSchema): Parse {
  return (raw) => {
    let value = raw;
    if (typeof raw === 'string') {
      try {
        value = JSON.parse(raw);
      } catch {
        return undefined;
      }
    }
    const result = v.safeParse(schema, value);
    return result.success ? result.output : undefined;
  };
}

const text = v.pipe(v.string(), v.minLength(1));
const texts = v.array(text);

export const oidcSchema = v.strictObject({
  issuer: v.pipe(text, v.url()),
  clientId: text,
  clientSecretFile: v.optional(v.nullable(text), null),
  roleClaim: v.optional(text, 'roles'),
  roles: v.strictObject({
    viewer: v.optional(texts, []),
    operator: v.optional(texts, []),
    administrator: v.optional(texts, []),
  }),
});

export const mailSchema = v.strictObject({
  host: text,
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)), 587),
  from: text,
  user: v.optional(v.nullable(text), null),
  passwordFile: v.optional(v.nullable(text), null),
  tls: v.optional(v.picklist(['starttls', 'implicit', 'none']), 'starttls'),
});
