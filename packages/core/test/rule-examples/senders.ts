// Hosts to which the rules about other senders object.
import { withSection } from '../example-facts.ts';
import type { RuleExamples } from './rule-example.ts';

export const sendersExamples: RuleExamples = {
  'senders/iis-smtp': () =>
    withSection('senders', {
      iisSmtp: {
        status: 'Running',
        source: 'IIS://localhost/SMTPSVC',
        servers: [
          {
            id: '1',
            source: 'IIS://localhost/SMTPSVC/1',
            smartHost: 'contoso-com.mail.protection.outlook.com',
            outboundTls: false,
            inboundTlsRequired: false,
            remotePort: 25,
            logging: false,
          },
        ],
      },
    }),
  'senders/other-mail-software': () =>
    withSection('senders', {
      other: [
        {
          product: 'hMailServer',
          service: 'hMailServer',
          status: 'Running',
          source: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\hMailServer',
        },
      ],
    }),
};
