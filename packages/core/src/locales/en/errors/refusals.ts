// English words of refusals that name their reason.
import type { ErrorText } from '../../locale.ts';

const noTls = 'It says nothing about TLS.';

export const refusalsErrors = {
  'tenant-inbound-attribution': {
    meaning:
      'A partner connector of Exchange Online accepts this domain only with a certain certificate or from certain addresses, and the session had neither.',
    notProven:
      'A session in clear text has no certificate, so a failed handshake before it can be the real reason. The Send protocol log tells.',
    remedy:
      'Make `TlsCertificateName` of the Send connector fit `TlsSenderCertificateName` of the inbound connector.',
  },
  'relay-access-denied': {
    meaning:
      'Exchange Online could not tell to which organisation the session belongs, and it does not relay for strangers.',
    notProven:
      'A session in clear text shows no certificate, so a failed handshake before it can be the real reason. The Send protocol log tells.',
    remedy: 'Correct certificate or addresses of the inbound connector, and check that the session uses TLS.',
  },
  'server-out-of-date': {
    meaning:
      'The build of this Exchange server is too old: Exchange Online slows its mail down and then blocks it.',
    notProven: `${noTls} TLS 1.2 may be in order.`,
    remedy: 'Install the current update of Exchange Server.',
  },
  'client-not-authenticated': {
    meaning: 'The application sends without having logged in.',
    notProven: noTls,
    remedy: 'Log in, or send to the MX of the domain through a connector.',
  },
  'authentication-unsuccessful': {
    meaning: 'The login of an application or a user was refused.',
    notProven: `The TLS session itself stood. ${noTls}`,
    remedy: 'Check name and password, and whether SMTP AUTH is allowed for the mailbox and the organisation.',
  },
  'recipient-blocked': {
    meaning: 'The organisation’s own list blocks the recipient.',
    notProven: noTls,
    remedy: 'Remove the recipient from the tenant’s block list.',
  },
  'secure-domain-disallowed': {
    meaning:
      'The domain is on the list for mutual TLS (Domain Security), and the session did not meet its demands.',
    notProven: 'It does not point to a TLS version.',
    remedy:
      'Check the lists of `Get-TransportConfig` (`TLSSendDomainSecureList`, `TLSReceiveDomainSecureList`) and the certificates.',
  },
  'exchange-authentication-failed': {
    meaning: 'Two Exchange servers of one organisation could not log in to each other.',
    notProven: 'It concerns internal mail and says nothing about TLS with Office 365.',
    remedy: 'Turn off inspection of SMTP between the servers: it removes `X-ANONYMOUSTLS` and `X-EXPS`.',
  },
  'temporary-authentication-failure': {
    meaning: 'Kerberos between two Exchange servers failed.',
    notProven: 'It concerns internal mail and says nothing about TLS with Office 365.',
    remedy: 'Check the clocks, the service principal names and the trust of the domains.',
  },
  'wrong-region': {
    meaning: 'The mail went to a region of Office 365 that does not serve this organisation.',
    notProven: noTls,
    remedy: 'Correct the smart host or the DNS records: use the MX of the domain itself.',
  },
  'sender-not-authenticated': {
    meaning: 'The receiver could not verify that the sender’s domain permits this mail (SPF, DKIM, DMARC).',
    notProven: noTls,
    remedy: 'Correct SPF and DKIM of the sender’s domain.',
  },
  'sending-address-blocked': {
    meaning: 'The receiver blocks or limits the sending address or the sender because of its reputation.',
    notProven: noTls,
    remedy: 'Find out what was sent, then ask for removal from the list.',
  },
  'relaying-not-allowed': {
    meaning: 'The server does not pass mail on to this recipient for this sender.',
    notProven: noTls,
    remedy: 'Check which connector took the session, and which domains it accepts.',
  },
  'recipient-not-found': {
    meaning: 'The recipient does not exist at the server that answered.',
    notProven: noTls,
    remedy: 'Check the address, and directory synchronisation in a hybrid organisation.',
  },
  'server-busy': {
    meaning: 'The server takes no mail for the moment: load, disk space, limits or maintenance.',
    notProven: noTls,
    remedy: 'Check back pressure, disk space and service state of that server.',
  },
  'mailbox-or-size-limit': {
    meaning: 'The mailbox did not take the mail: full, size limit, or another fault of delivery.',
    notProven: noTls,
    remedy: 'Check the mailbox and the size limits.',
  },
  'routing-loop': {
    meaning: 'The mail goes round in a circle, or its way leads back to the same server.',
    notProven: noTls,
    remedy: 'Check accepted domains, connectors and MX records.',
  },
} as const satisfies Record<string, ErrorText>;
