// What doctor finds, says and ends with.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFacts, withUnread } from '../../../../packages/core/test/example-facts.ts';
import { createTestHost, type TestHost } from '../../test/test-io.ts';

let host: TestHost;
beforeEach(() => {
  host = createTestHost();
});
afterEach(() => host.dispose());

const healthy = exampleFacts();

// Registry settings need reg.exe; without it the file and the defaults hold, which is a problem of its own.
const windows = (): { platform: 'win32'; env: NodeJS.ProcessEnv } => ({
  platform: 'win32',
  env: { SystemRoot: host.folder },
});

test('doctor tells about PowerShell, Exchange, files and settings', async () => {
  const inspect = async () => ({
    powershell: { ok: false as const, executable: 'C:\\x\\powershell.exe', code: 'ENOENT' },
    sections: null,
  });
  const { code, stdout } = await host.run(['doctor'], windows(), { inspect });
  expect(code).toBe(2);
  expect(stdout).toContain('C:\\x\\powershell.exe  [could not be started (ENOENT)]');
  expect(stdout).toMatch(/timeoutSeconds +120 +\[default\]/);
  const json = await host.run(['doctor', '--format', 'json', '--lang', 'he'], windows(), { inspect });
  expect(JSON.parse(json.stdout).settings[0]).toMatchObject({
    name: 'language',
    value: 'he',
    origin: 'commandLine',
  });
});

test.each([
  ['server', 1],
  ['none', 0],
] as const)(
  'cmdlets that are not there are a problem only with Exchange: %s',
  async (installation, expected) => {
    const { powershell } = healthy.gatherer;
    const { exchange } = healthy.sections;
    if (exchange.status !== 'read' || !powershell) throw new Error('the example has both');
    const missing = withUnread('connectors', { reason: 'notPresent', code: 'noExchangeCmdlets' });
    const { code, stdout } = await host.run(['doctor', '--format', 'json'], windows(), {
      inspect: async () => ({
        powershell: { ok: true, powershell },
        sections: {
          exchange: { ...exchange, data: { ...exchange.data, installation } },
          connectors: missing.sections.connectors,
        },
      }),
    });
    const problems = JSON.parse(stdout).problems.filter((text: string) => !text.includes('registry'));
    expect(problems).toHaveLength(expected);
    expect(code).toBe(2);
  },
);

describe('doctor elsewhere', () => {
  test('says that check does not run here', async () => {
    const { code, stdout } = await host.run(['doctor']);
    expect(code).toBe(0);
    expect(stdout).toContain('this machine is not a Windows host');
    expect(stdout).toContain('Nothing to mend was found.');
  });

  test('names a settings file that cannot be used, and a log folder that cannot be written, and goes on', async () => {
    const file = join(host.folder, 'settings.json');
    writeFileSync(file, '{"language": "he"');
    const broken = await host.run(['doctor']);
    expect(broken.code).toBe(2);
    expect(broken.stdout).toContain(`${file} cannot be used: it is not JSON (line 1, column 18)`);
    writeFileSync(file, JSON.stringify({ logFolder: join(file, 'logs') }));
    const unwritable = await host.run(['doctor']);
    expect(unwritable.code).toBe(3);
    expect(unwritable.stdout).toContain(`Log ${join(file, 'logs')}: cannot be used (ENOTDIR)`);
  });
});
