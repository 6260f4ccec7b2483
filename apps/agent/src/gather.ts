// Reads this host: runs the probes and makes facts of what they say, and of what they could not.
import { hostname, uptime } from 'node:os';
import { factsSchemaVersion, type HostFacts, type SectionName, sectionNames } from '@mailflow-tls/core';
import type { Gathering, GatherWishes } from './gathering.ts';
import { gatherMailLogs } from './mail-logs/gather-mail-logs.ts';
import { PowerShellUnavailable } from './powershell/errors.ts';
import { powershellPath } from './powershell/executable.ts';
import { createPowerShell, type PowerShell } from './powershell/powershell.ts';
import type { Answer } from './powershell/probe.ts';
import { warmUp } from './powershell/warm-up.ts';
import { sectionProbes } from './probes/index.ts';
import { makeSections } from './probes/sections.ts';
import { uuidV7 } from './uuid-v7.ts';
import { agentVersion } from './version.ts';

/** Facts are read on Windows only. */
class NotWindows extends Error {
  override readonly name = 'NotWindows';
}

/** The probes' answers, or why there are none. */
interface Reading {
  answers: ReadonlyMap<string, Answer> | PowerShellUnavailable;
  powershell: HostFacts['gatherer']['powershell'];
}

export const gathering: Gathering = {
  readsThisHost: process.platform === 'win32',
  warmUp,

  async gather({ skip, mailLogState, ...wishes }) {
    const gatheredAt = new Date();
    const deadline = performance.now() + wishes.timeoutMs;
    const { answers, powershell } = await read(
      sectionNames.filter((name) => !skip.includes(name)),
      wishes,
    );
    const sections = makeSections(answers, skip, startOfWindows());
    if (!skip.includes('mailLogs')) {
      const { log, signal } = wishes;
      const now = gatheredAt;
      sections.mailLogs = await gatherMailLogs({
        sections,
        stateFile: mailLogState,
        deadline,
        signal,
        now,
        log,
      });
    }
    const os = sections.os.status === 'read' ? sections.os.data : null;
    return {
      schemaVersion: factsSchemaVersion,
      id: uuidV7(gatheredAt.getTime()),
      gatheredAt: gatheredAt.toISOString(),
      gatherer: { name: 'mailflow-tls-agent', version: agentVersion, powershell },
      host: { name: os?.hostName ?? hostname(), domain: os?.domain ?? null },
      sections,
    };
  },

  async inspect(wishes) {
    const looked: SectionName[] = ['exchange', 'connectors'];
    const { answers, powershell } = await read(looked, wishes);
    if (answers instanceof PowerShellUnavailable) {
      const { executable, code } = answers;
      return { powershell: { ok: false, executable, code }, sections: null };
    }
    if (powershell === null) throw new TypeError('PowerShell answered without saying what it is');
    const { exchange, connectors } = makeSections(
      answers,
      sectionNames.filter((name) => !looked.includes(name)),
      startOfWindows(),
    );
    return { powershell: { ok: true, powershell }, sections: { exchange, connectors } };
  },
};

/** By the running time that Windows counts, which goes on over a change of the clock as the start that it tells does. */
function startOfWindows(): Date {
  return new Date(Date.now() - Math.round(uptime() * 1000));
}

/** Runs the probes of the wanted sections. Rejects only when aborted, or where there is no Windows. */
async function read(
  wanted: readonly SectionName[],
  wishes: Omit<GatherWishes, 'skip' | 'mailLogState'>,
): Promise<Reading> {
  if (process.platform !== 'win32') throw new NotWindows('facts are read on Windows only');
  const { log, signal } = wishes;
  const deadline = performance.now() + wishes.timeoutMs;
  let powershell: PowerShell | null = null;
  try {
    const executable = powershellPath(wishes.powershell, process.env);
    powershell = createPowerShell({ executable, running: wishes.warm?.take(executable) ?? null, log });
    const probes = sectionProbes.filter(({ section }) => wanted.includes(section));
    const answers = await powershell.run(probes, { deadline, signal });
    const { runtime } = powershell;
    return { answers, powershell: runtime && { executable, ...runtime } };
  } catch (error) {
    if (!(error instanceof PowerShellUnavailable)) throw error;
    const { executable, code, detail } = error;
    log.error('PowerShell is not available', { executable, code, detail });
    return { answers: error, powershell: null };
  } finally {
    powershell?.close();
  }
}
