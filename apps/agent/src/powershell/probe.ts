// What is asked of PowerShell, and what comes back.
import { gapSchema, unreadReasonSchema } from '@mailflow-tls/core';
import * as v from 'valibot';
import { readClixml } from './clixml.ts';
import { hidePersons } from './hide-persons.ts';

/** A constant script that answers with `Set-Facts` or `Set-Unread` of the prelude. */
export interface Probe {
  /** Letters only. */
  name: string;
  script: string;
  timeoutMs: number;
  /** Data for the script, as `$state.rows`. */
  rows?: readonly (readonly string[])[];
}

const answerSchema = v.union([
  v.object({ data: v.unknown(), gaps: v.array(gapSchema) }),
  v.object({
    unread: v.object({ reason: unreadReasonSchema, code: v.string(), detail: v.optional(v.string()) }),
  }),
]);

export type Answer = v.InferOutput<typeof answerSchema> & { tookMs: number };

/** What a probe's frame says; a frame that says nothing sensible is an answer too, of a failure. */
export function readAnswer(text: string | null, tookMs: number): Answer {
  if (text === null) return failed('badFrame', tookMs);
  let value: unknown;
  try {
    value = hidePersons(readClixml(text));
  } catch {
    return failed('badXml', tookMs);
  }
  const answer = v.safeParse(answerSchema, value);
  return answer.success ? { ...answer.output, tookMs } : failed('badAnswer', tookMs);
}

function failed(code: string, tookMs: number, detail?: string): Answer {
  return { unread: { reason: 'failed', code, ...(detail ? { detail } : {}) }, tookMs };
}

const runtimeSchema = v.object({
  version: v.string(),
  edition: v.string(),
  languageMode: v.string(),
  is64Bit: v.boolean(),
  elevated: v.nullable(v.boolean()),
});

/** What runs the probes. */
export type Runtime = v.InferOutput<typeof runtimeSchema>;

export function readRuntime(text: string | null): Runtime | null {
  try {
    return v.parse(runtimeSchema, readClixml(text ?? ''));
  } catch {
    return null;
  }
}

/** The same from plain texts, which is all that a constrained language mode lets out. */
export function constrainedRuntime(told: Readonly<Record<string, string>>): Runtime {
  return {
    version: told['version'] ?? '',
    edition: told['edition'] || 'Desktop',
    languageMode: told['mode'] ?? '',
    is64Bit: told['architecture'] !== 'x86',
    elevated: null,
  };
}
