// Runs the agent's own probes with disturbing code put before some of them, several times, and writes what came of it.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Log } from '../src/log/log.ts';
import { PowerShellUnavailable } from '../src/powershell/errors.ts';
import { createPowerShell } from '../src/powershell/powershell.ts';
import { sectionProbes } from '../src/probes/index.ts';
import { makeSections } from '../src/probes/sections.ts';
import type { SabotageOrder, SabotageResult } from './sabotage.ts';

/** Behind the functions that probes of Exchange share, where there are any. */
function disturbed(script: string, code: string): string {
  const first = script.indexOf('$installation = Get-Installation');
  return first < 0 ? `${code}\n${script}` : `${script.slice(0, first)}${code}\n${script.slice(first)}`;
}

async function main(): Promise<void> {
  const [orderFile = '', resultFile = ''] = process.argv.slice(2);
  const order: SabotageOrder = JSON.parse(readFileSync(orderFile, 'utf8'));
  const results: SabotageResult[] = [];
  for (const run of order.runs) {
    const logged: string[] = [];
    const line: Log['info'] = (message, fields) => logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
    const log: Log = { error: line, warn: line, info: line, debug: line };
    const powershell = createPowerShell({ executable: order.powershell, log });
    const probes = sectionProbes.map((probe) => {
      const before = run.scripts[probe.name];
      return before === undefined
        ? probe
        : {
            ...probe,
            script: disturbed(probe.script, before),
            timeoutMs: run.limitsMs?.[probe.name] ?? probe.timeoutMs,
          };
    });
    const deadline = performance.now() + (run.budgetMs ?? 200_000);
    const signal =
      run.abortAfterMs === undefined ? new AbortController().signal : AbortSignal.timeout(run.abortAfterMs);
    const started = performance.now();
    let failure: string | null = null;
    const answers = await powershell.run(probes, { deadline, signal }).catch((error: Error) => {
      failure = error instanceof PowerShellUnavailable ? error.code : error.name;
      return null;
    });
    powershell.close();
    results.push({
      sections: answers && makeSections(answers, [], new Date(0)),
      failure,
      tookMs: performance.now() - started,
      logged,
    });
  }
  writeFileSync(resultFile, JSON.stringify(results));
}

void main();
