// What is set on hosts, in values and commands.
import { expect, test } from 'vitest';
import { setupCommands, setupValues } from './host-setup-text.ts';

const own = { address: "https://it's.example:8443", tls: 'own', publicKeyPin: 'sha256/abc=' } as const;

test('the pin is named only where Windows does not trust the certificate by itself', () => {
  expect(setupValues(own, 't').map(([name]) => name)).toEqual([
    'CollectorUrl',
    'EnrolmentToken',
    'CollectorPin',
  ]);
  expect(setupValues({ ...own, tls: 'given' }, 't').map(([name]) => name)).toEqual([
    'CollectorUrl',
    'EnrolmentToken',
  ]);
});

test('commands quote what they set and keep what the key holds', () => {
  const commands = setupCommands(own, 'mftls_enrol_x');
  expect(commands).toContain("-Name CollectorUrl -Value 'https://it''s.example:8443'");
  expect(commands).not.toContain('-Force');
  expect(commands.split('\n').at(-1)).toBe('mailflow-tls run --now');
});
