// The way of a mail: what its Received lines prove of hops with Exchange Online, and of whom.
import { expect, test } from 'vitest';
import { because, causes, diagnosed } from '../../test/diagnosis/read-text.ts';
import { exampleFacts } from '../../test/example-facts.ts';
import { readEvidence } from '../mailflow/read-evidence.ts';
import type { MailHop } from './input.ts';

const clear = 'with Microsoft SMTP Server id 15.20.8377.8 via Frontend Transport';
const version = (name: string) =>
  `with Microsoft SMTP Server (version=${name}, cipher=TLS_RSA_WITH_AES_128_CBC_SHA) id 15.20.8377.8 via Frontend Transport`;
const online = 'DB5PEPF00014B9D.mail.protection.outlook.com (10.167.8.170)';

function hops(from: string, by: string, means: string, day = '20 Jan 2025'): MailHop[] {
  const text = `Received: from ${from} by ${by} ${means}; Mon, ${day} 10:11:12 +0000\nSubject: x\nFrom: a@contoso.com\n`;
  const { reports } = readEvidence(text, { source: 'mail.txt' });
  return reports.flatMap(({ reportHops, where }) => reportHops.map((hop) => ({ ...hop, where })));
}

const told = (found: MailHop[], facts = false) =>
  diagnosed({ hops: found, ...(facts ? { facts: exampleFacts() } : {}) });

test('clear text to Exchange Online is told, with the mail', () => {
  const diagnosis = told(hops('mail.contoso.com (192.0.2.10)', online, clear));
  expect(causes(diagnosis)).toEqual(['undetermined possible', 'unrelated possible']);
  expect(because(diagnosis)).toContain('+ clearUnexplained');
  expect(diagnosis.causes[0]?.flows).toMatchObject([
    { direction: 'send', outcome: 'clearText', messages: 1, lastSeen: '2025-01-20T10:11:12.000Z' },
  ]);
  expect(diagnosis.causes[0]?.because[0]?.where?.source).toBe('mail.txt');
});

test('an old version names its reason', () => {
  const diagnosis = told(hops('mail.contoso.com (192.0.2.10)', online, version('TLS1_0')));
  expect(causes(diagnosis)).toEqual(['tls-version likely', 'unrelated possible']);
  expect(diagnosis.causes[0]?.because[0]).toMatchObject({
    evidence: 'agreedOld',
    params: { protocol: 'TLS 1.0' },
  });
});

test('before Exchange Online refused old versions it is no more than possible', () => {
  const found = hops('mail.contoso.com (192.0.2.10)', online, version('TLS1_0'), '20 Jan 2019');
  expect(causes(told(found))).toContain('tls-version possible');
});

test('what comes from Exchange Online is known by its address, not by what it says', () => {
  const here = 'mail.contoso.com (10.0.0.5)';
  const name = 'AM0.outbound.protection.outlook.com';
  const [real] = told(hops(`${name} (104.47.58.43)`, here, clear)).causes;
  expect(real?.flows).toMatchObject([{ direction: 'receive', office365: true, outcome: 'clearText' }]);
  expect(told(hops(`${name} (198.51.100.7)`, here, clear)).causes).toEqual([]);
});

test.each([
  ['TLS 1.2', hops('mail.contoso.com (192.0.2.10)', online, version('TLS1_2'))],
  ['inside Exchange Online', hops('AM0PR01MB1.eurprd01.prod.outlook.com (2603:10a6::1)', online, clear)],
  ['two others', hops('mx.fabrikam.com (192.0.2.9)', 'mail.contoso.com (10.0.0.5)', clear)],
])('%s: nothing to tell', (_, found) => {
  expect(told(found).causes).toEqual([]);
});

test('with the facts of a host only its own mail counts', () => {
  expect(told(hops('mx.fabrikam.com (192.0.2.9)', online, clear), true).causes).toEqual([]);
  const own = told(hops('mail.contoso.com (192.0.2.10)', online, clear), true);
  expect(causes(own)[0]).toBe('undetermined possible');
});
