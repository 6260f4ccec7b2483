// Mail software besides Exchange that runs on Windows, by the names of its services.
import type { ReferenceData, Sources } from './reference-data.ts';

export const mailSoftwareData: ReferenceData = { asOf: '2026-10-08' };

export const mailSoftwareSources: Sources = [
  'Microsoft, SMTP service of Internet Information Services (service SMTPSVC)',
  'hmailserver/hmailserver, test support (service hMailServer)',
  'MailEnable, services of the mail server in public administration scripts (MESMTPCS, MEMTAS)',
  'Public administration scripts that stop and start MDaemon, KerioMailServer and Lotus Domino Server',
  'SmarterTools, SmarterMail: service MailService in the folder SmarterTools\\SmarterMail',
];

export type MailSoftware = {
  readonly product: string;
  /** Service name as Windows shows it; a prefix when it ends in `(`, where the data folder follows. */
  readonly service: string;
  /** What the path of the service's program must contain, when the name alone could be anybody's. */
  readonly pathContains?: string;
};

/** Not a complete list: only services whose names a public source tells. None of them uses Exchange's connectors. */
export const mailSoftware: readonly MailSoftware[] = [
  { product: 'IIS SMTP service', service: 'SMTPSVC' },
  { product: 'hMailServer', service: 'hMailServer' },
  { product: 'MailEnable', service: 'MESMTPCS' },
  { product: 'MailEnable', service: 'MEMTAS' },
  { product: 'MDaemon', service: 'MDaemon' },
  { product: 'Kerio Connect', service: 'KerioMailServer' },
  { product: 'SmarterMail', service: 'MailService', pathContains: 'smartertools' },
  { product: 'HCL Domino', service: 'Lotus Domino Server (' },
];

/**
 * The mail software that a service belongs to; service names ignore case.
 *
 * @param programPath path of the service's program; without it a service with a common name is not recognised.
 */
export function mailSoftwareOf(service: string, programPath = ''): MailSoftware | undefined {
  const name = service.toLowerCase();
  const path = programPath.toLowerCase();
  return mailSoftware.find((entry) => {
    const known = entry.service.toLowerCase();
    const named = known.endsWith('(') ? name.startsWith(known) : name === known;
    return named && (entry.pathContains === undefined || path.includes(entry.pathContains));
  });
}
