// English words of the rules about certificates.
import type { RuleText } from '../../locale.ts';

const noTransport = 'Exchange’s transport does not run on this host.';
const getCertificate =
  'Get a certificate of a public authority with its private key onto this host (2048 bits or more, SHA-256), with the host name of the connectors in it, and turn on SMTP for it with `Enable-ExchangeCertificate`. Answer no when asked to replace the default certificate.';
const findPolicy = 'Find the Group Policy that sets this and change it there, or it comes back.';

export const certificatesRules = {
  'certificates/connector-certificate': {
    title: 'Each connector with Office 365 presents a sound certificate',
    rationale:
      'Office 365 knows a hybrid organisation by the certificate that its hosts present. If Exchange cannot find or use it, TLS fails or Office 365 does not take the mail for that of the organisation.',
    messages: {
      fine: 'Every connector that presents a certificate to Office 365 has a sound one.',
      none: 'No connector of this host presents a certificate by which Office 365 knows it.',
      unread:
        'Not all connectors and certificates could be read, so whether each connector has a sound certificate was not checked completely.',
      badSyntax:
        'The connector {connector} names its certificate as {name}, which is not of the form `<I>issuer<S>subject`: Exchange cannot find a certificate by it.',
      notFound:
        'The connector {connector} names the certificate {name}, and no certificate of this host has that issuer and subject: TLS on this connector fails.',
      notFoundByFqdn:
        'The connector {connector} names no certificate and none on this host covers its FQDN {name}: Exchange presents another one, which Office 365 hardly knows.',
      several:
        '{count} valid certificates fit the connectors {connectors}. Exchange takes the newest, {thumbprint}.',
      notBound:
        'The certificate {thumbprint} of the connectors {connectors} is not enabled for SMTP. Exchange takes it all the same, since it goes by the name, but other connectors will not find it.',
      expired: 'The certificate {thumbprint} of the connectors {connectors} expired on {date}.',
      notYetValid: 'The certificate {thumbprint} of the connectors {connectors} is valid only from {date}.',
      expiresSoon: {
        one: 'The certificate {thumbprint} of the connectors {connectors} expires on {date}, in {count} day.',
        other:
          'The certificate {thumbprint} of the connectors {connectors} expires on {date}, in {count} days.',
      },
      noPrivateKey:
        'The certificate {thumbprint} of the connectors {connectors} has no private key on this host: Exchange cannot present it.',
      keyUnusable:
        'The private key of the certificate {thumbprint} of the connectors {connectors} could not be opened, though the check ran with full rights: Exchange probably cannot use it either.',
      keyNotOpened:
        'Whether the private key of the certificate {thumbprint} of the connectors {connectors} can be used was not checked, because the check ran without administrator rights.',
      weakSignature:
        'The certificate {thumbprint} of the connectors {connectors} is signed with {algorithm}, which Office 365 refuses.',
      weakKey:
        'The certificate {thumbprint} of the connectors {connectors} has a key of {bits} bits ({algorithm}), which is too short.',
      selfSigned:
        'The certificate {thumbprint} of the connectors {connectors} is self-signed: Office 365 trusts only public authorities and will not know the organisation by it.',
      chainBroken:
        'The chain of the certificate {thumbprint} of the connectors {connectors} is not sound on this host ({problems}), so Office 365 may not be able to check it.',
      foreignNames:
        'None of the names in the certificate {thumbprint} of the connectors {connectors} belongs to a domain of this organisation: Office 365 may not know the organisation by it.',
    },
    remedies: {
      use: {
        summary:
          'Let the connector {connector} present the sound certificate {thumbprint}, which is on this host already.',
        mayBreak:
          'Connectors in Office 365 that expect the name of the old certificate refuse the mail, and other source servers need the certificate too.',
      },
      renew: {
        summary: 'Get a new certificate and let the connector {connector} present it.',
        mayBreak:
          'A certificate with the same issuer and subject is taken by itself. With another name, connectors here and in Office 365 must follow.',
      },
    },
    steps: {
      getCertificate,
      nameCertificate:
        'If issuer or subject changed, run the Hybrid Configuration Wizard again, or set `TlsCertificateName` of the connector {connector} to `<I>issuer<S>subject` of the new certificate.',
      otherHosts:
        'Do the same on every other source server, and see that the inbound connector in Office 365 expects a name of this certificate.',
    },
  },
  'certificates/exchange-online-root': {
    title: 'The host trusts the root of Exchange Online’s certificate',
    rationale:
      'Since March 2026 the certificate of Exchange Online rests on DigiCert Global Root G2. A host that does not trust it breaks off TLS, with the same errors as a host with old TLS.',
    messages: {
      trusted: 'The root {root} is trusted.',
      disallowed: 'The root {root} is among the disallowed certificates: TLS with Office 365 fails.',
      missing:
        'The root {root} is missing and a policy forbids Windows to fetch it: checking the certificate of Office 365 fails.',
      missingMaybe: 'The root {root} is missing, and whether Windows may fetch it could not be read.',
      fetchedWhenNeeded:
        'The root {root} is not in the store yet. Windows fetches it when it is first needed, if the host can reach Windows Update.',
      unread: 'The root certificates could not be read, so trust in the root of Office 365 was not checked.',
    },
    remedies: {
      install: {
        summary: 'Install the root {root}.',
        mayBreak: 'Nothing: every Windows with automatic root update trusts it.',
      },
      allow: {
        summary: 'Take the root {root} off the list of disallowed certificates.',
        mayBreak: 'Somebody put it there. Find out why first.',
      },
    },
    steps: {
      getRoot:
        'Fetch the root {root} from DigiCert or from the Microsoft 365 root bundle, and check its thumbprint {thumbprint}.',
      findPolicy,
    },
  },
  'certificates/root-auto-update': {
    title: 'Windows may fetch root certificates',
    rationale:
      'When Office 365 changes to a new root, Windows fetches it by itself, unless a policy forbids that. Then somebody must install each root in time.',
    messages: {
      on: 'Automatic root update is on.',
      offButPresent:
        'A policy forbids Windows to fetch root certificates. {root} is there; the next root of Office 365 must be installed by hand.',
      off: 'A policy forbids Windows to fetch root certificates, and {root} is missing.',
      unread: 'The policy for automatic root update could not be read.',
    },
    remedies: {
      allow: {
        summary: 'Let Windows fetch root certificates again.',
        mayBreak: 'The host must be able to reach Windows Update; without that the removal changes nothing.',
      },
    },
    steps: { findPolicy },
  },
  'certificates/smtp-certificate': {
    title: 'Exchange has a valid certificate for SMTP',
    rationale:
      'Exchange offers STARTTLS only with a valid certificate that is enabled for SMTP. Without one, Office 365 finds no TLS and defers the mail, or sends it in clear text.',
    messages: {
      present: 'A valid certificate with a private key is enabled for SMTP.',
      noneValid:
        'No certificate that is enabled for SMTP is valid and has its private key: Exchange does not offer STARTTLS.',
      none: 'No certificate is enabled for SMTP: Exchange does not offer STARTTLS.',
      noTransport,
      unread: 'Which certificates are enabled for SMTP could not be read.',
    },
    remedies: {
      make: {
        summary: 'Enable a valid certificate for SMTP.',
        mayBreak:
          'Office 365 does not accept a self-signed certificate where it checks the name. Mail stops for a moment while the service restarts.',
      },
    },
    steps: {
      getCertificate,
      stopgap: 'Until you have one, let `New-ExchangeCertificate` make a self-signed one.',
    },
  },
  'certificates/internal-transport-certificate': {
    title: 'The internal transport certificate is valid',
    rationale:
      'Exchange servers know one another by this certificate. When it is gone or expired, mail may wait on its way to the server that hands it to Office 365.',
    messages: {
      valid: 'The internal transport certificate {thumbprint} is there and valid.',
      missing: 'The internal transport certificate {thumbprint} is not on this host.',
      expired: 'The internal transport certificate {thumbprint} has expired.',
      noTransport,
      unread: 'Which certificate Exchange uses among its servers could not be read.',
    },
    remedies: {
      make: {
        summary: 'Make a new self-signed certificate and let it replace the default one.',
        mayBreak:
          'An Edge subscription ends with the old certificate and must be renewed. Mail stops for a moment.',
      },
    },
    steps: { edge: 'If an Edge server is subscribed, subscribe it again.' },
  },
} as const satisfies Record<string, RuleText>;
