// Which names belong to Exchange Online: its hosts, and the domains that every tenant gets from it.

const hostSuffixes = [
  '.mail.protection.outlook.com',
  '.mx.microsoft',
  '.mail.protection.office365.us',
  '.mail.protection.partner.outlook.cn',
];
const submissionHosts = [
  'smtp.office365.com',
  'smtp-legacy.office365.com',
  'smtp.office365.us',
  'smtp.partner.outlook.cn',
  'smtp-legacy.partner.outlook.cn',
  'outlook.office365.com',
];
const tenantSuffixes = ['onmicrosoft.com', 'onmicrosoft.us', 'partner.onmschina.cn'];

/** Whether a name is a host of Exchange Online that takes mail, in any cloud. */
export function isOffice365Host(name: string): boolean {
  const host = plain(name);
  return submissionHosts.includes(host) || hostSuffixes.some((suffix) => host.endsWith(suffix));
}

/** Whether a domain is one that Office 365 gives its tenants: `contoso.mail.onmicrosoft.com`, `*.onmicrosoft.com`. */
export function isOffice365Domain(domain: string): boolean {
  const name = plain(domain);
  return (
    tenantSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`)) || isOffice365Host(name)
  );
}

function plain(name: string): string {
  const lower = name.trim().toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
