// The delivered report: signature, header and sections, one a line, gzip around it; the same over HTTPS and in a file.
import { createHash, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { HostFacts } from '@mailflow-tls/core';
import { exportPublicKey, keyIdOf, signAs } from './host-key.ts';
import { type Loss, type ReportHeader, reportFormat } from './report-header.ts';
import { splitFacts } from './split-facts.ts';

export const reportContentType = 'application/vnd.mailflow-tls.report';
/** Name of a report in the spool and on a share. */
export const reportFileSuffix = '.report.gz';
/**
 * On a share: name of the empty file that the collector leaves once the report of that id is stored. The host then
 * forgets its copy and deletes this file.
 */
export const receiptFileSuffix = '.received';
/** On a share: name of the file that tells the code of a refusal; the host sets its copy aside and deletes this file. */
export const refusalFileSuffix = '.refused';

/** What both ends hold a report to. */
export const reportLimits = {
  /** Bytes as sent. */
  compressed: 4 * 1024 * 1024,
  /** Bytes after inflating. */
  inflated: 32 * 1024 * 1024,
  headerBytes: 64 * 1024,
  /** Levels of objects and lists within one section. */
  depth: 32,
  /** Names and values in all sections of a report together. */
  values: 500_000,
} as const;

export interface Judged {
  core: string;
  state: string;
}

/** Packs and signs facts for delivery. The same facts and loss always give the same bytes before compression. */
export function packReport(facts: HostFacts, judged: Judged, lost: Loss, privateKey: KeyObject): Buffer {
  const { run, sections } = splitFacts(facts);
  const header: ReportHeader = {
    format: reportFormat,
    id: run.id,
    key: keyIdOf(exportPublicKey(privateKey)),
    schemaVersion: run.schemaVersion,
    gatheredAt: run.gatheredAt,
    gatherer: run.gatherer,
    host: run.host,
    ...(run.label === undefined ? {} : { label: run.label }),
    clock: run.clock,
    tookMs: { ...run.tookMs },
    sections: Object.fromEntries(sections.map(({ name, text }) => [name, digestOf(Buffer.from(text))])),
    judged,
    lost,
  };
  const headerLine = Buffer.from(JSON.stringify(header));
  const signature = signAs('report', headerLine, privateKey).toString('base64url');
  const lines = [signature, headerLine.toString(), ...sections.map(({ text }) => text), ''];
  return gzipSync(lines.join('\n'));
}

/** SHA-256 of a section's text, base64url. */
export function digestOf(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('base64url');
}

export type Unpacked =
  | {
      ok: true;
      signature: Buffer;
      headerBytes: Buffer;
      /** Not yet checked by any schema. */
      header: unknown;
      /** The lines that follow the header, as they came. */
      sections: readonly Buffer[];
    }
  | { ok: false; reason: 'noSignature' | 'noHeader' | 'headerTooLong' | 'headerNotJson' };

/** Takes inflated bytes apart without looking into the sections; nothing in it is trusted yet. */
export function unpackReport(inflated: Buffer): Unpacked {
  const signatureEnd = inflated.indexOf(10);
  // 64 bytes are 86 characters of base64url.
  if (signatureEnd !== 86) return { ok: false, reason: 'noSignature' };
  const signature = Buffer.from(inflated.toString('latin1', 0, signatureEnd), 'base64url');
  if (signature.length !== 64) return { ok: false, reason: 'noSignature' };
  const headerEnd = inflated.indexOf(10, signatureEnd + 1);
  if (headerEnd < 0) return { ok: false, reason: 'noHeader' };
  const headerBytes = inflated.subarray(signatureEnd + 1, headerEnd);
  if (headerBytes.length > reportLimits.headerBytes) return { ok: false, reason: 'headerTooLong' };
  let header: unknown;
  try {
    header = JSON.parse(headerBytes.toString('utf8'));
  } catch {
    return { ok: false, reason: 'headerNotJson' };
  }
  const sections: Buffer[] = [];
  for (let start = headerEnd + 1; start < inflated.length; ) {
    const found = inflated.indexOf(10, start);
    const end = found < 0 ? inflated.length : found;
    sections.push(inflated.subarray(start, end));
    start = end + 1;
  }
  return { ok: true, signature, headerBytes, header, sections };
}
