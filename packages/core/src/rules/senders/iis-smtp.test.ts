// senders/iis-smtp: what IIS sends to Office 365.
import { expect, test } from 'vitest';
import { exampleFacts, withSection } from '../../../test/example-facts.ts';
import { judged } from '../../../test/judged.ts';
import type { HostFacts } from '../../facts/host-facts.ts';
import type { IisSmtpServer } from '../../facts/senders.ts';

const rule = 'senders/iis-smtp';

const server = (change: Partial<IisSmtpServer>, status = 'Running') =>
  withSection('senders', {
    iisSmtp: {
      status,
      source: 'IIS://localhost/SMTPSVC',
      servers: [
        {
          id: '1',
          source: 'IIS://localhost/SMTPSVC/1',
          smartHost: 'contoso-com.mail.protection.outlook.com',
          outboundTls: true,
          inboundTlsRequired: null,
          remotePort: 25,
          logging: null,
          ...change,
        },
      ],
    },
  });
const gaps = [{ what: 'iisSmtp.servers', reason: 'denied' as const, code: 'x' }];
const empty = { iisSmtp: { status: 'Running', source: 'x', servers: [] } };

test.each<[string, HostFacts, string]>([
  ['not installed', exampleFacts(), 'notApplicable none'],
  ['with TLS', server({}), 'pass encrypted'],
  ['without TLS', server({ outboundTls: false }), 'warn clearText'],
  [
    'without TLS, signed in',
    server({ outboundTls: false, smartHost: 'smtp.office365.com' }),
    'fail submissionWithoutTls',
  ],
  [
    'to the endpoint for old clients',
    server({ smartHost: 'smtp-legacy.office365.com' }),
    'info legacyEndpoint',
  ],
  [
    'to another host',
    server({ smartHost: 'relay.contoso.com', outboundTls: false }),
    'info throughSmartHost',
  ],
  ['to all domains without TLS', server({ smartHost: null, outboundTls: false }), 'info clearTextByDns'],
  ['not told', server({ outboundTls: null }), 'notChecked unread'],
  ['at rest', server({ smartHost: null, outboundTls: false }, 'Stopped'), 'notApplicable idle'],
  ['at rest, but meant for Office 365', server({ outboundTls: false }, 'Stopped'), 'warn clearText'],
  ['not readable', withSection('senders', empty, gaps), 'notChecked unread'],
])('%s', (_, facts, expected) => {
  // Without Exchange, so that the verdict is not weighed by Exchange's part in mail.
  const alone = withSection('exchange', { installation: 'none', roles: [], build: null }, [], facts);
  expect(judged(rule, alone)).toEqual([expected]);
});
