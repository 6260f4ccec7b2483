// The demo of `npm start` where no Windows host can be made: it judges the recorded one, and says so.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '@mailflow-tls/core';
import { expect, test } from 'vitest';

const folder: string = join(import.meta.dirname, '..');

test('the recorded host is facts, and labelled', () => {
  const result = readFacts(readFileSync(join(folder, 'recorded', 'example-host.json'), 'utf8'));
  expect(result.ok && result.facts[0]?.label).toMatch(/^Example host/);
});

test('without Wine the recorded host is judged, honestly', async () => {
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'scripts', 'demo.mjs')], {
      env: { PATH: '/nowhere', HOME: process.env.HOME },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: string[] = [];
    child.stdout.on('data', (chunk) => parts.push(String(chunk)));
    child.stderr.on('data', (chunk) => parts.push(String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: parts.join('') }));
  });
  expect(code, output).toBe(0);
  expect(output).toContain('not a Windows host');
  expect(output).toContain('recorded earlier');
  expect(output).toContain('× Failing  EX01.contoso.com');
  expect(output).toContain('Example host, made for a demonstration');
  expect(output).toContain('example-report.html');
  expect(readFileSync(join(folder, '..', '..', 'out', 'example-report.html'), 'utf8')).toContain('EX01');
}, 60_000);
