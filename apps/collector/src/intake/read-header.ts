// Reads the header of a report: which version it is, and whether it fits this collector's schema.
import {
  type RefusalCode,
  type ReportHeader,
  reportFormat,
  reportHeaderSchema,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import { supportedFactsVersions } from './check-sections.ts';

export type ReadHeader =
  | { ok: true; header: ReportHeader }
  | { ok: false; code: RefusalCode; detail: string };

/** `header` is what JSON.parse gave; nothing in it is trusted. */
export function readHeader(header: unknown): ReadHeader {
  if (typeof header !== 'object' || header === null || Array.isArray(header)) {
    return { ok: false, code: 'report-malformed', detail: 'The header is not an object.' };
  }
  const { format, schemaVersion } = header as { format?: unknown; schemaVersion?: unknown }; // both still unknown
  if (Number.isInteger(format) && format !== reportFormat) return unsupported('Reports of format', format);
  if (Number.isInteger(schemaVersion) && !supportedFactsVersions.some((known) => known === schemaVersion)) {
    return unsupported('Facts of version', schemaVersion);
  }
  const result = v.safeParse(reportHeaderSchema, header, { abortEarly: true });
  if (!result.success) {
    const path = v.getDotPath(result.issues[0]) ?? '';
    return {
      ok: false,
      code: 'report-schema-invalid',
      detail: `The header does not fit the schema at “${path.slice(0, 200)}”.`,
    };
  }
  return { ok: true, header: result.output };
}

function unsupported(what: string, version: unknown): ReadHeader {
  return {
    ok: false,
    code: 'report-version-unsupported',
    detail: `${what} ${String(version)} are not supported here.`,
  };
}
