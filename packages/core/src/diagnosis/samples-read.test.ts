// The whole way from a file's bytes to the first cause: recognised, read, weighed; nothing personal on the way out.
import { expect, test } from 'vitest';
import { because, causes, diagnosed } from '../../test/diagnosis/read-text.ts';
import { sampleFiles } from '../../test/diagnosis/sample-files.ts';
import { en } from '../../test/whole-locales.ts';
import { readEvidence } from '../mailflow/read-evidence.ts';
import { Usage } from '../mailflow/usage.ts';
import { summariseSignals } from './evidence-summary.ts';
import { diagnosisFormats } from './format/formats.ts';

test.each(sampleFiles)('$name', ({ name, text, kind, first, evidence }) => {
  const read = readEvidence(new TextEncoder().encode(text), { source: name });
  expect(read.kind).toBe(kind);
  const usage = new Usage();
  if (read.log?.usage) usage.merge(read.log.usage);
  const diagnosis = diagnosed({
    signals: read.signals,
    sessions: read.log?.sessions ?? [],
    usage: read.log?.usage ? [usage.report()] : [],
  });
  expect(causes(diagnosis)[0]).toBe(first);
  expect(because(diagnosis)).toEqual(evidence);
  const summary = {
    sources: [read.count],
    problems: [],
    signals: summariseSignals(read.signals),
    unrecognised: [],
    usage: read.log?.usage ? usage.report() : null,
  };
  for (const format of Object.values(diagnosisFormats))
    expect(format(diagnosis, { locale: en }, summary)).not.toMatch(/jane\.doe|Quarterly figures/);
});
