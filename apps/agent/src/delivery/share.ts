// Leaves reports on a file share, in a folder of the host's own, and sees there which of them the collector has taken.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  enrolmentFileName,
  type KeyId,
  receiptFileSuffix,
  refusalFileSuffix,
  reportFileSuffix,
  reportIdSchema,
  type SignedEnrolment,
} from '@mailflow-tls/contract';
import * as v from 'valibot';
import { errorCode } from '../usage-error.ts';
import { writeDurably } from './durable-file.ts';
import type { Outcome } from './outcome.ts';

export interface Share {
  /** Ids that the collector has stored, those that it refused, those that lie there still; and whether an enrolment does. */
  look(): Promise<{ received: string[]; refused: string[]; waiting: Set<string>; enrolment: boolean }>;
  leaveReport(id: string, bytes: Buffer): Promise<Extract<Outcome, { kind: 'handedOver' | 'unreachable' }>>;
  leaveEnrolment(signed: SignedEnrolment): Promise<Extract<Outcome, { kind: 'handedOver' | 'unreachable' }>>;
  /** Removes what the collector said about a report, after the spool has followed. */
  clearAnswer(id: string): Promise<void>;
}

/** The folder bears the name of the key: host names can change, and others could claim them. */
export function openShare(folder: string, key: KeyId): Share {
  const own = join(folder, key);

  return {
    async look() {
      await mkdir(own, { recursive: true });
      const names = await readdir(own);
      return {
        received: idsOf(names, receiptFileSuffix),
        refused: idsOf(names, refusalFileSuffix),
        waiting: new Set(idsOf(names, reportFileSuffix)),
        enrolment: names.includes(enrolmentFileName),
      };
    },
    leaveReport: (id, bytes) => leave(`${id}${reportFileSuffix}`, bytes),
    leaveEnrolment: (signed) => leave(enrolmentFileName, JSON.stringify(signed)),
    async clearAnswer(id) {
      for (const suffix of [receiptFileSuffix, refusalFileSuffix])
        await rm(join(own, `${id}${suffix}`), { force: true });
    },
  };

  async function leave(
    name: string,
    data: Uint8Array | string,
  ): Promise<Extract<Outcome, { kind: 'handedOver' | 'unreachable' }>> {
    try {
      await mkdir(own, { recursive: true });
      // The collector's account has to read it.
      await writeDurably(join(own, name), data, 0o644);
      return { kind: 'handedOver' };
    } catch (error) {
      return { kind: 'unreachable', code: errorCode(error), retryAfterMs: null };
    }
  }
}

function idsOf(names: readonly string[], suffix: string): string[] {
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .filter((id) => v.is(reportIdSchema, id));
}
