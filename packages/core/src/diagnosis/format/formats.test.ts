// Every format of a diagnosis: valid for independent readers, the same in both languages, safe with hostile data.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import type { InferOutput } from 'valibot';
import { describe, expect, test } from 'vitest';
import { diagnosed, signals } from '../../../test/diagnosis/read-text.ts';
import { hostileDiagnosis, sampleDiagnoses, sampleEvidence } from '../../../test/diagnosis/samples.ts';
import { hostileStrings } from '../../../test/hostile-strings.ts';
import { unseenCharacters } from '../../../test/unseen-characters.ts';
import { en, he } from '../../../test/whole-locales.ts';
import type { diagnosisDocumentSchema } from '../document-schema.ts';
import { noEvidence } from '../evidence-summary.ts';
import { diagnosisFormats } from './formats.ts';
import { type DiagnosisDocument, toDiagnosisDocument } from './json.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schema/diagnosis.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);
const samples = sampleDiagnoses();
const { mixed, certain, nothing } = samples;

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;

describe('json', () => {
  test.each(Object.entries(samples))('%s: valid by the schema, in both languages', (_, diagnosis) => {
    for (const locale of [en, he])
      for (const evidence of [undefined, sampleEvidence()]) {
        validate(JSON.parse(diagnosisFormats.json(diagnosis, { locale }, evidence)));
        expect(validate.errors).toBeNull();
      }
  });

  test('the schema has the type of the document', () => {
    // Only the compiler has something to say here.
    const document: Deep<InferOutput<typeof diagnosisDocumentSchema>> = toDiagnosisDocument(
      nothing,
      noEvidence,
      en,
    ) satisfies DiagnosisDocument;
    expect(document.causes).toEqual([]);
  });

  test('has the keys that programs were promised, the best cause first', () => {
    const document = JSON.parse(diagnosisFormats.json(mixed, { locale: en }, sampleEvidence()));
    expect(document).toMatchObject({
      schemaVersion: 1,
      sources: [{ file: 'SEND2026011110-1.LOG', kind: 'smtpSendLog' }],
      signals: [{ id: expect.any(String), count: expect.any(Number), where: expect.any(Object) }],
      unrecognised: [{ shape: expect.any(String), count: 2 }],
      usage: {
        peers: [{ peer: '104.47.58.43', direction: 'send', protocols: { failed: 1, 'clear text': 2 } }],
      },
    });
    const [first] = document.causes;
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['cause', 'likelihood', 'because', 'flows', 'remedy', 'settleBy']),
    );
    expect(first.cause).toBe('tls-version');
  });
});

describe('csv', () => {
  test('one row a flow, with keys that programs can rely on', () => {
    const text = diagnosisFormats.csv(mixed, { locale: en, byteOrderMark: true });
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows: Record<string, string>[] = parse(text, {
      columns: true,
      bom: true,
      record_delimiter: '\r\n',
    });
    expect(rows[0]).toMatchObject({
      cause: 'tls-version',
      likelihood: 'certain',
      direction: 'send',
      outcome: 'clearText',
      messages: '2',
      remedy: expect.stringContaining('TLS 1.2'),
      commands: expect.stringContaining('New-ItemProperty'),
    });
    expect(rows.filter(({ cause }) => cause === 'tls-version')).toHaveLength(
      mixed.causes[0]?.flows.length ?? 0,
    );
  });
});

describe('text', () => {
  test('the cause, its proof with the place, the mail, the way out', () => {
    const text = diagnosisFormats.text(mixed, { locale: en, width: 100 }, sampleEvidence());
    expect(text).toContain('× TLS version: certain  tls-version');
    expect(text).toContain('TLS negotiation failed with error SocketError');
    expect(text).toContain('SMTP.log, line ');
    expect(text.replace(/\s+/g, ' ')).toContain(
      '- went in clear text: 2 messages, from this host, Outbound to Office 365 - 0f3d5f0e, Office 365, 2026-01-11 10:05 UTC to 2026-01-11 10:10 UTC, still going on',
    );
    expect(text).toContain("-Name 'Enabled' -Value 1");
    expect(text).toContain('Joined with the facts of EX01.');
    expect(text).toContain('SEND2026011110-1.LOG');
  });

  test('a doubt names the observation that would settle it', () => {
    const doubt = diagnosed({ signals: signals('421 4.4.2 Connection dropped due to SocketError', 'queue') });
    const text = diagnosisFormats.text(doubt, { locale: en });
    expect(text).toContain('? Not determined: possible');
    expect(text).toContain('Set-SendConnector -ProtocolLoggingLevel Verbose');
    expect(text).toContain('Without the facts of the host');
  });

  test('no line is wider than asked for, literals excepted', () => {
    const lines = diagnosisFormats.text(certain, { locale: en, width: 60 }).split('\n');
    const literals = /smtp_auth_tls|smtp\.office365\.com|^ {6}Get-/;
    expect(lines.filter((line) => line.length > 60 && !literals.test(line))).toEqual([]);
  });

  test('nothing found is said', () => {
    expect(diagnosisFormats.text(nothing, { locale: en })).toContain('No error and no mail in clear text');
  });

  test('nothing found is no good news where nothing is known, or something is left open', () => {
    const { sources, unrecognised } = sampleEvidence();
    const [source] = sources;
    const strange = source ? [{ ...source, kind: 'unknown' as const }] : [];
    for (const [evidence, words] of [
      [{ ...noEvidence, sources: strange }, 'so nothing can be said'],
      [{ ...noEvidence, sources, unrecognised }, 'No known error was found'],
    ] as const)
      for (const format of [diagnosisFormats.text, diagnosisFormats.html]) {
        const text = format(nothing, { locale: en }, evidence).replace(/\s+/g, ' ');
        expect(text).toContain(words);
        expect(text).not.toContain('No error and no mail');
      }
  });
});

test('what was not read is told with the place and the reason', () => {
  for (const format of [diagnosisFormats.text, diagnosisFormats.html]) {
    const text = format(mixed, { locale: en }, sampleEvidence());
    expect(text).toContain('What was not read, and why');
    const words = text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('old.zip is encrypted. Unpack it first.');
    expect(words).toContain('SEND2026011110-1.LOG, line 35: the record ends too early');
  }
  expect(JSON.parse(diagnosisFormats.json(mixed, { locale: en }, sampleEvidence())).problems).toMatchObject([
    { file: 'old.zip', code: 'archiveEncrypted' },
  ]);
});

test('Hebrew speaks Hebrew and leaves commands and texts alone', () => {
  for (const format of [diagnosisFormats.text, diagnosisFormats.html]) {
    const text = format(mixed, { locale: he }, sampleEvidence());
    expect(text).toContain('גרסת TLS');
    expect(text).toContain('TLS negotiation failed with error SocketError');
    expect(text).toContain('New-ItemProperty');
    for (const word of ['Because', 'What to do', 'Mail concerned', 'went in clear', 'clear text:', 'failed:'])
      expect(text).not.toContain(word);
  }
});

describe('hostile data', () => {
  test.each(hostileStrings)('%j', (hostile) => {
    const { diagnosis, evidence } = hostileDiagnosis(hostile);
    for (const locale of [en, he]) {
      const text = diagnosisFormats.text(diagnosis, { locale }, evidence);
      expect(unseenCharacters(text)).toEqual([]);
      const html = diagnosisFormats.html(diagnosis, { locale }, evidence);
      expect(html).not.toMatch(/<(?:script|img|iframe)\b/i);
      expect(unseenCharacters(html)).toEqual([]);
      const csv = diagnosisFormats.csv(diagnosis, { locale });
      const rows: string[][] = parse(csv, { record_delimiter: '\r\n' });
      expect(rows.flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
      const json = diagnosisFormats.json(diagnosis, { locale }, evidence);
      validate(JSON.parse(json));
      expect(validate.errors).toBeNull();
      expect(unseenCharacters(json)).toEqual([]);
    }
  });
});
