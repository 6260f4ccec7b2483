// Tests the recognition of mail software by its services.
import { expect, test } from 'vitest';
import { mailSoftwareOf } from './mail-software.ts';

test.each([
  ['SMTPSVC', '', 'IIS SMTP service'],
  ['hmailserver', '', 'hMailServer'],
  ['MESMTPCS', '', 'MailEnable'],
  ['MDaemon', '', 'MDaemon'],
  ['KerioMailServer', '', 'Kerio Connect'],
  ['Lotus Domino Server (CDominodata)', '', 'HCL Domino'],
  [
    'MailService',
    '"C:\\Program Files (x86)\\SmarterTools\\SmarterMail\\Service\\MailService.exe"',
    'SmarterMail',
  ],
])('service %s is %s', (service, path, product) => {
  expect(mailSoftwareOf(service, path)?.product).toBe(product);
});

test.each([
  ['MailService', ''],
  ['MailService', 'C:\\Tools\\MailService.exe'],
  ['MSExchangeTransport', ''],
  ['SMTPSVC2', ''],
  ['', ''],
])('service %j with path %j is not recognised', (service, path) => {
  expect(mailSoftwareOf(service, path)).toBeUndefined();
});
