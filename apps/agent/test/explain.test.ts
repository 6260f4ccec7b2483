// `explain` and `logs` as users have them: the built program, real files, pipes, exit codes.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendLog, sendLogHeader, sendSession } from './log-samples.ts';
import { makeZip } from './make-zip.ts';
import { bundleForTest } from './windows.ts';

let program: string;
let folder: string;
beforeAll(() => {
  program = bundleForTest('src/main.ts');
  folder = mkdtempSync(join(tmpdir(), 'mailflow-tls-explain-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

function run(args: readonly string[], stdin: string | Buffer = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, LANG: 'C' };
    const child = spawn(process.execPath, [program, ...args], { env });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}

interface Answer {
  schemaVersion: number;
  problems: { file: string; code: string; words: string }[];
  sources: { file: string; kind: string; records: number; unreadable: number }[];
  signals: { id: string; count: number }[];
  unrecognised: { count: number }[];
  causes: { cause: string; likelihood: string }[];
  usage: null | {
    sessions: number;
    unfinished: number;
    protocols: Record<string, number>;
    peers: { peer: string }[];
  };
}

async function answer(args: readonly string[], stdin: string | Buffer = ''): Promise<Answer & Run> {
  const ran = await run([...args, '--format', 'json'], stdin);
  return { ...ran, ...JSON.parse(ran.stdout) };
}

const file = (name: string, data: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

describe('what was pasted', () => {
  test.each([
    [
      'a queue of Exchange 2013',
      'LastError : [{LRT=11/1/2026 9:00:00 AM};{LED=451 4.4.0 Primary target IP address responded with: "421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls."};{FQDN=contoso-com.mail.protection.outlook.com};{IP=52.101.8.36}]',
      'tls-version',
    ],
    [
      'a bounce of Exchange Online',
      "11/1/2026 9:38:41 AM - Server at mail.contoso.com (192.0.2.25) returned '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.25:25]'",
      'starttls-not-offered',
    ],
    [
      'a certificate',
      'Reason: [{LED=450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 SubjectMismatch Expected Subject: *.contoso.com. Presented Subject: CN=EX01. Thumbprint: D0AC2FC63B9C5798828B45D849BE8D33]}]',
      'certificate',
    ],
    ['SPF', '550 5.7.26 Your email has been blocked because the sender is unauthenticated', 'policy'],
  ])('%s', async (_, text, cause) => {
    const found = await answer(['explain', '--fail-on', 'never'], text);
    expect(found.stderr).toBe('');
    expect(found).toMatchObject({ code: 0, schemaVersion: 1 });
    expect(found.causes.map((one) => one.cause)).toContain(cause);
    expect(found.sources).toMatchObject([{ file: 'stdin', unreadable: 0 }]);
  });

  test('errors that leave it open blame nobody as likely', async () => {
    const found = await answer(['explain', '-'], '421 4.4.2 Connection dropped due to SocketError\r\n');
    expect(
      found.causes.filter(({ cause }) => cause === 'tls-version' || cause === 'cipher'),
    ).not.toContainEqual(expect.objectContaining({ likelihood: expect.stringMatching(/certain|likely$/) }));
  });

  test('what nothing knows is kept', async () => {
    const found = await answer(
      ['explain', '-'],
      '550 5.9.99 The flux capacitor of mx1.example.net is empty\r\n',
    );
    expect(found.unrecognised).toMatchObject([{ count: 1 }]);
  });
});

describe('exit codes', () => {
  const refused =
    '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2.\r\n';

  test.each<[string, string[], string, number]>([
    ['a certain cause', ['explain'], refused, 1],
    ['never', ['explain', '--fail-on', 'never'], refused, 0],
    ['nothing recognised', ['explain'], 'Good morning\r\n', 3],
    ['nothing at all', ['explain'], '', 3],
    ['no such file', ['explain', 'nowhere.txt'], '', 2],
    ['no folder off Windows', ['logs'], '', 2],
    ['a bad time', ['explain', '--since', 'yesterday'], '', 2],
    ['a bad format', ['explain', '--format', 'sarif'], '', 2],
    ['facts that are none', ['explain', '--facts', '-', 'package.json'], '{}', 2],
  ])('%s', async (_, args, stdin, code) => {
    expect((await run(args, stdin)).code).toBe(code);
  });

  test('a part that could not be read is said, and the code tells', async () => {
    const good = file('good.LOG', sendLog([{ id: 1 }]));
    const bad = file('bad.gz', gzipSync(Buffer.from(sendLog([{ id: 1 }]))).subarray(0, 200));
    const found = await answer(['logs', good, bad]);
    expect(found.code).toBe(3);
    expect(found.stderr).toContain('bad.gz is an archive whose end is missing');
    expect(found.problems).toMatchObject([
      {
        file: bad,
        code: 'archiveCut',
        words: `${bad} is an archive whose end is missing. What is there is read.`,
      },
    ]);
    expect(found.usage?.sessions).toBeGreaterThanOrEqual(1);
  });

  test('--quiet leaves only the answer', async () => {
    const found = await answer(['--quiet', 'explain', file('empty.txt', ''), file('a.txt', refused)]);
    expect(found).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('outputs', () => {
  test('each format, in both languages', async () => {
    const source = file('SEND.LOG', sendLog([{ id: 1, fails: true }, { id: 2 }]));
    const page = join(folder, 'answer.html');
    const table = join(folder, 'answer.csv');
    const ran = await run([
      '--lang',
      'he',
      'explain',
      source,
      '--format',
      'text',
      '--format',
      'html',
      '--output',
      page,
      '--format',
      'csv',
      '--output',
      table,
      '--fail-on',
      'never',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/[\u05d0-\u05ea]/);
    expect(readFileSync(page, 'utf8')).toMatch(/<html[^>]* lang="he"/);
    expect(readFileSync(table, 'utf8')).toContain('SocketError');
  });

  test('--peer, --connector, --since and --until narrow it down', async () => {
    const source = file(
      'many.LOG',
      sendLog([
        { id: 1, minute: 1 },
        { id: 2, minute: 20, peer: '192.0.2.77' },
        { id: 3, minute: 40, fails: true },
      ]),
    );
    const peers = async (...args: string[]) =>
      (await answer(['logs', source, ...args])).usage?.peers.map(({ peer }) => peer);
    expect(await peers()).toEqual(['52.101.8.36', '192.0.2.77']);
    expect(await peers('--peer', '192.0.2.77')).toEqual(['192.0.2.77']);
    expect(await peers('--connector', 'other')).toEqual([]);
    expect(await peers('--since', '2026-11-01T09:10', '--until', '2026-11-01T09:30Z')).toEqual([
      '192.0.2.77',
    ]);
    expect((await answer(['logs', source, '--peer', '192.0.2.77'])).signals).toEqual([]);
  });

  test("the host's facts are joined, and what they show of queues is explained", async () => {
    const recorded = JSON.parse(
      readFileSync(join(import.meta.dirname, '../recorded/example-host.json'), 'utf8'),
    );
    recorded.sections.queues = {
      status: 'read',
      gaps: [],
      data: {
        source: 'x',
        total: 1,
        messages: 4,
        queues: [
          {
            identity: 'EX01\\3',
            deliveryType: 'SmartHostConnectorDelivery',
            nextHopDomain: 'contoso-com.mail.protection.outlook.com',
            nextHopConnector: null,
            tlsDomain: null,
            status: 'Retry',
            messageCount: 4,
            retryCount: 2,
            lastError: '421 4.7.66 TLS 1.0 and 1.1 are not supported.',
            firstRetryTime: null,
            lastRetryTime: null,
            nextRetryTime: null,
          },
        ],
      },
    };
    const facts = file('facts.json', JSON.stringify(recorded));
    const found = await answer(['explain', '--facts', facts]);
    expect(found.code).toBe(1);
    expect(found.signals).toMatchObject([{ id: 'smtp-auth-old-tls' }]);
  });
});

test('many files are read on all cores, and counted exactly', async () => {
  const place = join(folder, 'many');
  mkdirSync(place);
  // Sessions go on from file to file: every cut between files cuts some.
  const lines = Array.from({ length: 1000 }, (_, id) =>
    sendSession({ id: id + 1, fails: id % 10 === 0 }),
  ).flat();
  const block = lines.join('');
  for (let index = 0; index < 40; index++) {
    const begin =
      index === 0
        ? ''
        : sendSession({ id: 500_000 + index })
            .slice(9)
            .join('');
    const end =
      index === 39
        ? ''
        : sendSession({ id: 500_001 + index })
            .slice(0, 9)
            .join('');
    const date = `2026-11-01T09:${String(index).padStart(2, '0')}:00.000Z`;
    const own = block.replaceAll('08DC0', `08D${String(index).padStart(2, '0')}`);
    writeFileSync(join(place, `SEND-${index}.LOG`), sendLogHeader(date) + begin + own.repeat(1) + end);
  }
  const found = await answer(['logs', place, '--fail-on', 'never']);
  expect(found.usage).toMatchObject({
    sessions: 40_000 + 39,
    unfinished: 0,
    protocols: { 'TLS 1.2': 36_000 + 39, failed: 4000 },
  });
}, 120_000);

describe('no person leaves', () => {
  const secret = /avi\.cohen|dana\.levi|secret-id|Quarterly|geheim/i;
  const sources: Record<string, string | Buffer> = {
    'SEND.LOG': sendLog([{ id: 1 }, { id: 2, fails: true }]),
    'MSGTRK.LOG': [
      '#Software: Microsoft Exchange Server',
      '#Version: 15.02.1748.010',
      '#Log-type: Message Tracking Log',
      '#Date: 2026-11-01T09:00:00.000Z',
      '#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info',
      '2026-11-01T09:00:01.000Z,10.0.0.5,EX01,52.101.8.36,contoso-com.mail.protection.outlook.com,,Outbound,SMTP,FAIL,1,<secret-id-1@contoso.com>,x,dana.levi@fabrikam.com,"[{LED=451 4.4.0 TLS negotiation failed with error SocketError for dana.levi@fabrikam.com};{MSG=}]",1,1,,,Quarterly figures geheim,avi.cohen@contoso.com,avi.cohen@contoso.com,',
      '',
    ].join('\r\n'),
    'bounce.eml': [
      'From: Mail Delivery System <MAILER-DAEMON@ex01.contoso.com>',
      'To: Avi Cohen <avi.cohen@contoso.com>',
      'Subject: Undeliverable: Quarterly figures geheim',
      'Message-ID: <secret-id-2@contoso.com>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      "dana.levi@fabrikam.com: Remote Server returned '550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 TLS negotiation failed with error SocketError)'",
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns;ex01.contoso.com',
      '',
      'Final-Recipient: rfc822;dana.levi@fabrikam.com',
      'Action: failed',
      'Status: 5.4.317',
      'Diagnostic-Code: smtp;550 5.4.317 Message expired, dana.levi@fabrikam.com',
      '--b--',
      '',
    ].join('\r\n'),
    'queue.txt':
      'Identity : EX01\\3\r\nStatus : Retry\r\nMessageCount : 2\r\nLastError : 550 5.7.1 unknown trouble with <dana.levi@fabrikam.com> in message <secret-id-3@contoso.com>\r\n',
    'avi.cohen@contoso.com.txt':
      '451 4.4.0 TLS negotiation failed with error SocketError to avi.cohen@contoso.com\r\n',
  };

  test.each(['text', 'json', 'html', 'csv'])('%s', async (format) => {
    const place = join(folder, `persons-${format}`);
    mkdirSync(place);
    for (const [name, data] of Object.entries(sources)) writeFileSync(join(place, name), data);
    writeFileSync(
      join(place, 'all.zip'),
      makeZip(Object.entries(sources).map(([name, data]) => ({ name, data: Buffer.from(data) }))),
    );
    const ran = await run(['--verbose', 'explain', place, '--format', format, '--fail-on', 'never']);
    expect(ran.stdout).toContain('SocketError');
    expect(ran.stdout.match(secret)).toBeNull();
    expect(ran.stderr.match(secret)).toBeNull();
  });
});
