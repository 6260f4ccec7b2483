// Mails that Outlook saved: the report, its recipients' errors and the way of the mail inside; broken ones do no harm.
import { expect, test } from 'vitest';
import { germanText } from '../../../test/evidence/bounces.ts';
import { compoundFile, type Folder, utf16 } from '../../../test/evidence/compound-file.ts';
import { compressedRtf } from '../../../test/evidence/compressed-rtf.ts';
import { readEvidence } from '../read-evidence.ts';

const headers =
  'Received: from scanner (192.0.2.77) by EX01.contoso.com (192.0.2.10) with Microsoft SMTP Server\r\n id 15.1.2507.6; Mon, 20 Jan 2025 10:11:10 +0000\r\nSubject: Salary of Jane\r\n\r\n';

const root: Folder = {
  '__substg1.0_001A001F': utf16('REPORT.IPM.Note.NDR'),
  '__substg1.0_0037001F': utf16('Undeliverable: Salary of Jane'),
  '__substg1.0_6820001F': utf16('EX02.contoso.com'),
  '__recip_version1.0_#00000000': {
    '__substg1.0_3001001F': utf16('John Roe'),
    '__substg1.0_0C1B001F': utf16(
      'mx.fabrikam.com #<mx.fabrikam.com #5.7.3 smtp;451 5.7.3 STARTTLS is required to send mail> #SMTP#',
    ),
    '__substg1.0_0C21001F': utf16('mx.fabrikam.com'),
  },
  '__attach_version1.0_#00000000': {
    '__substg1.0_3701000D': {
      '__substg1.0_007D001F': utf16(headers),
      '__substg1.0_0037001F': utf16('Salary of Jane'),
    },
  },
  '__properties_version1.0': new Uint8Array(64),
};

test('a report', () => {
  const evidence = readEvidence(compoundFile(root), { source: 'a.msg' });
  expect(evidence).toMatchObject({
    kind: 'nonDeliveryReport',
    form: 'msg',
    why: 'outlookFile',
    count: { records: 1, unreadable: 0 },
    reports: [
      {
        reportingServer: 'EX02.contoso.com',
        recipients: [{ status: '5.7.3', remoteServer: 'mx.fabrikam.com' }],
        hops: [{ from: 'scanner', transport: 'clear', at: '2025-01-20T10:11:10.000Z' }],
      },
    ],
    signals: [{ id: 'starttls-required', reportedBy: 'EX02.contoso.com' }],
  });
  expect(JSON.stringify(evidence)).not.toMatch(/jane|john|salary/i);
});

test('a long body, stored outside of the mini part', () => {
  const body = `${germanText}${' \r\n'.repeat(3000)}`;
  const evidence = readEvidence(compoundFile({ ...root, '__substg1.0_1000001F': utf16(body) }), {
    source: 'a.msg',
  });
  expect(evidence.signals.map(({ id }) => id)).toContain('tls-negotiation-socket-error');
});

test('HTML alone, in bytes', () => {
  const html = new TextEncoder().encode(
    '<html><style>p { color: red }</style><p>Remote Server returned &#39;550 5.7.64 TenantAttribution;<br>Relay Access Denied&#39;</p></html>',
  );
  const evidence = readEvidence(compoundFile({ '__substg1.0_10130102': html }), { source: 'a.msg' });
  expect(evidence.signals).toMatchObject([{ id: 'relay-access-denied' }]);
});

test('compressed RTF alone', () => {
  const rtf =
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Calibri;}}Remote Server returned \\'92550 5.7.64 TenantAttribution;\\par Relay Access Denied\\'92}";
  const evidence = readEvidence(compoundFile({ '__substg1.0_10090102': compressedRtf(rtf) }), {
    source: 'a.msg',
  });
  expect(evidence.signals).toMatchObject([{ id: 'relay-access-denied' }]);
});

test('cut or damaged at any place: nothing throws or hangs', () => {
  const file = compoundFile(root);
  for (let end = 512; end < file.length; end += 61) readEvidence(file.slice(0, end), { source: 'a.msg' });
  for (let at = 8; at < file.length; at += 7) {
    const broken = file.slice();
    broken.fill(at % 2 === 0 ? 0 : 0xff, at, at + 4);
    readEvidence(broken, { source: 'a.msg' });
  }
});

test('a chain that runs in a circle ends', () => {
  const file = compoundFile({ '__substg1.0_1000001F': utf16('x'.repeat(5000)) });
  const view = new DataView(file.buffer);
  const fat = (view.getUint32(76, true) + 1) * 512;
  for (let slot = 0; slot < 20; slot++) view.setUint32(fat + slot * 4, 1, true);
  expect(readEvidence(file, { source: 'a.msg' }).form).toBe('msg');
});

test('another program that uses the same container is told so', () => {
  const evidence = readEvidence(compoundFile({ WordDocument: new Uint8Array(100) }), { source: 'a.doc' });
  expect(evidence.count).toMatchObject({ records: 0, unreadable: 1 });
});
