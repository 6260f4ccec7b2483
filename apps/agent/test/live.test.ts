// What happens on the host right now: queues, events and mail logs, read on a host of the bench.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostFacts } from '@mailflow-tls/core';
import { benchReady, createHost, type WindowsHost } from '@mailflow-tls/windows-bench';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendLog, sendLogHeader, sendSession } from './log-samples.ts';
import { bundleForTest, check, read } from './windows.ts';

const bench = await benchReady('queues, events and mail logs on a Windows host');
const minutes = 60_000;

describe.runIf(bench)('a host with Exchange', () => {
  let program: string;
  let host: WindowsHost;
  let facts: HostFacts;
  let logs: string;
  const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

  beforeAll(async () => {
    program = bundleForTest('src/main.ts');
    host = await createHost();
    await host.installExchange({ product: '2019', build: '15.2.1748.24', roles: ['Mailbox'] });
    await host.describe({
      exchange: {
        queues: [
          {
            Identity: 'EX01\\3',
            DeliveryType: 'SmartHostConnectorDelivery',
            NextHopDomain: 'contoso-com.mail.protection.outlook.com',
            NextHopConnector: '7d2b5c1e-3f4a-4b6c-8d9e-0a1b2c3d4e5f',
            Status: 'Retry',
            MessageCount: 12,
            RetryCount: 4,
            LastError:
              '[{LED=451 4.4.0 TLS negotiation failed with error SocketError for avi.cohen@contoso.com, message\r\n <secret-id-1@contoso.com>};{FQDN=};{IP=}]',
            LastRetryTime: '2026-11-01T09:00:00Z',
            TlsDomain: 'mail.protection.outlook.com',
          },
          {
            Identity: 'EX01\\Submission',
            DeliveryType: 'Undefined',
            NextHopDomain: 'Submission',
            MessageCount: 40,
          },
          { Identity: 'EX01\\9', NextHopDomain: 'idle.example', MessageCount: 0 },
        ],
      },
      events: [
        { Id: 36874, TimeCreated: ago(3), data: { Protocol: 'TLS 1.2' } },
        { Id: 36874, TimeCreated: ago(30), data: { Protocol: 'TLS 1.2' } },
        { Id: 36887, TimeCreated: ago(2), data: { AlertDesc: '70' } },
        { Id: 36874, TimeCreated: ago(24 * 30), data: { Protocol: 'TLS 1.2' } },
        { Id: 36880, TimeCreated: ago(1), data: { Type: 'client' } },
        {
          LogName: 'Application',
          ProviderName: 'MSExchangeTransport',
          Id: 2017,
          TimeCreated: ago(1),
          data: ['Outbound', 'dana.levi@fabrikam.com failed'],
        },
      ],
    });
    logs = join(
      host.toLocalPath('C:\\Program Files\\Microsoft\\Exchange Server\\V15'),
      'TransportRoles/Logs/Hub/ProtocolLog/SmtpSend',
    );
    mkdirSync(logs, { recursive: true });
    writeFileSync(
      join(logs, 'SEND2026110109-1.LOG'),
      sendLog([
        { id: 1 },
        { id: 2, fails: true },
        { id: 3, protocol: 'SP_PROT_TLS1_0_CLIENT', peer: '192.0.2.77' },
      ]),
    );
    ({ facts } = await check(host, program));
  }, 4 * minutes);
  afterAll(() => host?.dispose());

  test('tells its queues and their errors', () => {
    const { data, gaps } = read(facts, 'queues');
    expect(gaps).toEqual([]);
    expect(data).toMatchObject({ total: 3, messages: 52 });
    expect(data.queues.map(({ identity }) => identity)).toEqual(['EX01\\Submission', 'EX01\\3']);
    expect(data.queues[1]).toMatchObject({
      nextHopDomain: 'contoso-com.mail.protection.outlook.com',
      nextHopConnector: '7d2b5c1e-3f4a-4b6c-8d9e-0a1b2c3d4e5f',
      tlsDomain: 'mail.protection.outlook.com',
      status: 'Retry',
      messageCount: 12,
      lastRetryTime: '2026-11-01T09:00:00.000Z',
    });
    expect(data.queues[1]?.lastError).toContain('TLS negotiation failed with error SocketError');
    expect(data.queues[0]).toMatchObject({ nextHopConnector: null, lastError: null });
  });

  test('counts its events by id and data', () => {
    const { data, gaps } = read(facts, 'events');
    expect(gaps).toEqual([]);
    expect(data.limit).toBeNull();
    expect(
      data.groups.map(({ provider, id, data: values, count }) => [provider, id, values[0], count]),
    ).toEqual([
      ['Schannel', 36887, '70', 1],
      ['Schannel', 36874, 'TLS 1.2', 2],
      ['MSExchangeTransport', 2017, 'Outbound', 1],
    ]);
  });

  test('counts its mail logs', () => {
    const { data } = read(facts, 'mailLogs');
    expect(data).toMatchObject({
      sessions: 3,
      protocols: { 'TLS 1.0': 1, 'TLS 1.2': 1, failed: 1 },
      newest: { send: 'TLS 1.2', receive: null },
    });
    const folder = data.folders.find(({ path }) => /Hub\\ProtocolLog\\SmtpSend$/.test(path));
    expect(folder).toMatchObject({ kind: 'smtpSendLog', files: 1, unreadable: 0, leftOut: 0 });
    expect(data.peers.find(({ peer }) => peer === '192.0.2.77')).toMatchObject({ cutOff: 'all' });
    expect(data.errors).toMatchObject([{ count: 1, connector: 'Outbound to Office 365' }]);
  });

  test('a later run adds what is new', { timeout: 4 * minutes }, async () => {
    appendFileSync(join(logs, 'SEND2026110109-1.LOG'), sendSession({ id: 4 }).join(''));
    writeFileSync(
      join(logs, 'SEND2026110110-1.LOG'),
      sendLogHeader('2026-11-01T10:00:00.000Z') + sendSession({ id: 5 }).join(''),
    );
    const { facts: later, run } = await check(host, program, ['--format', 'json', '--only', 'mail']);
    expect(read(later, 'mailLogs').data.sessions).toBe(5);
    const [report] = JSON.parse(run.stdout).reports;
    const verdicts = report.findings.map(
      ({ rule, verdict }: { rule: string; verdict: string }) => `${rule} ${verdict}`,
    );
    expect(verdicts).toEqual(
      expect.arrayContaining([
        'mail/waiting-queues warn',
        'mail/logged-traffic warn',
        'mail/tls-events info',
        'mail/old-tls-peers info',
      ]),
    );
  });

  test('`logs` finds them by itself', { timeout: 4 * minutes }, async () => {
    const run = await host.runNode(program, ['logs', '--powershell', host.powershell, '--format', 'json'], {
      timeoutMs: 2 * minutes,
    });
    const answer = JSON.parse(run.stdout);
    expect(answer.usage).toMatchObject({ sessions: 5 });
    expect(answer.causes[0]).toBeDefined();
  });

  test('lets no person out', () => {
    const state = host.toLocalPath('C:\\ProgramData\\mailflow-tls\\state\\mail-logs.json');
    expect(JSON.stringify(facts)).not.toMatch(/avi\.cohen|dana\.levi|secret-id/);
    expect(readFileSync(state, 'utf8')).not.toMatch(/avi\.cohen|dana\.levi|secret-id/);
  });

  test('says what it may not see', { timeout: 4 * minutes }, async () => {
    await host.describe({
      behaviours: {
        'Get-Queue': { throw: { message: 'Access denied', exception: 'System.UnauthorizedAccessException' } },
        'Get-WinEvent': {
          throw: { message: 'Access denied', exception: 'System.UnauthorizedAccessException' },
        },
      },
    });
    const { facts: denied } = await check(host, program);
    expect(denied.sections.queues).toMatchObject({ status: 'unread', reason: 'denied' });
    expect(denied.sections.events).toMatchObject({ status: 'unread', reason: 'denied' });
  });
});
