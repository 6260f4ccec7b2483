// English words of the rules about connectors.
import type { RuleText } from '../../locale.ts';

const none = 'No enabled Send connector of this host leads to Office 365 in a way that this rule is about.';
export const onEdge =
  'If this Edge server is subscribed, run the command on a Mailbox server: EdgeSync brings the change here.';
const unread = 'The list of Send connectors could not be read completely, so this was not checked.';
const unreadReceive = 'The Receive connectors could not be read completely, so this was not checked.';

export const connectorsRules = {
  'connectors/require-tls': {
    title: 'Send connectors to Office 365 require TLS',
    rationale:
      'Without `RequireTLS` Exchange tries TLS and, when that fails, sends the mail in clear text. Nobody notices: there is no error, no queue and no bounce.',
    messages: {
      fine: 'Every Send connector to Office 365 requires TLS.',
      none,
      unread,
      notRequired:
        'The Send connector {connector} does not require TLS: when TLS fails, it sends to Office 365 in clear text and says nothing.',
    },
    remedies: {
      require: {
        summary: 'Make the connector {connector} require TLS.',
        mayBreak:
          'If TLS with Office 365 does not work on this host, its mail waits in the queue from then on, where it left in clear text before.',
      },
    },
    steps: {
      onEdge,
      tlsFirst: 'Make sure first that TLS 1.2 works on every source server of the connector.',
    },
  },
  'connectors/ignore-starttls': {
    title: 'No Send connector that reaches Office 365 ignores STARTTLS',
    rationale:
      'With `IgnoreSTARTTLS` a connector never encrypts, whatever the other side offers. Mail for Office 365 leaves in clear text, and connectors there that ask for TLS or for a certificate refuse it.',
    messages: {
      fine: 'No Send connector that reaches Office 365 ignores STARTTLS.',
      none,
      unread,
      ignored:
        'The Send connector {connector} ignores STARTTLS, so all its mail to Office 365 is in clear text.',
      ignoredForAll:
        'The Send connector {connector} ignores STARTTLS, so all its mail to the Internet, that to Office 365 included, is in clear text.',
    },
    remedies: {
      require: {
        summary: 'Let the connector {connector} use STARTTLS and require TLS.',
        mayBreak:
          'If TLS with Office 365 does not work on this host, its mail waits in the queue from then on.',
      },
      offer: {
        summary: 'Let the connector {connector} use STARTTLS where the other side offers it.',
        mayBreak:
          'Somebody may have set this because of one destination whose TLS is broken. Give that destination a connector of its own.',
      },
    },
    steps: { onEdge },
  },
  'connectors/cleartext': {
    title: 'No mail to Office 365 leaves in clear text because TLS 1.2 is missing',
    rationale:
      'Office 365 takes mail without TLS from connectors that do not insist on it. On a host without TLS 1.2 such mail flows unencrypted and looks healthy.',
    messages: {
      fine: 'TLS 1.2 works for outgoing connections, or the connectors insist on TLS: no mail falls back to clear text for lack of TLS 1.2.',
      none,
      unread,
      inTheClear:
        'TLS 1.2 is not in effect for outgoing connections and the Send connector {connector} does not require TLS: its mail to Office 365 leaves in clear text, without any error.',
      tlsUnknown:
        'The Send connector {connector} does not require TLS, and whether TLS 1.2 is in effect for outgoing connections is not known: whether its mail leaves in clear text was not checked.',
    },
    remedies: {
      require: {
        summary: 'Turn on TLS 1.2, then make the connector {connector} require TLS.',
        mayBreak: 'Where TLS still fails afterwards, the mail of this connector waits in the queue.',
      },
      offer: {
        summary: 'Turn on TLS 1.2, so that TLS with Office 365 succeeds.',
        mayBreak: 'Nothing that works today needs TLS 1.2 to be off.',
      },
    },
    steps: {
      onEdge,
      tls12First:
        'Turn on TLS 1.2 for outgoing connections and restart Windows, as the rule about TLS 1.2 says.',
    },
  },
  'connectors/tls-auth-level': {
    title: 'Send connectors to Office 365 check the certificate of the other side',
    rationale:
      'With `EncryptionOnly`, or with no level at all, a connector encrypts to whoever answers. Only a checked certificate proves that it is Office 365.',
    messages: {
      fine: 'Every Send connector to Office 365 that requires TLS also checks the certificate of the other side.',
      none,
      unread,
      notSet:
        'The Send connector {connector} requires TLS but has no `TlsAuthLevel`: it does not check whether the other side is Office 365.',
      encryptionOnly:
        'The Send connector {connector} has the `TlsAuthLevel` {level}: it does not check whether the other side is Office 365.',
    },
    remedies: {
      validate: {
        summary: 'Let the connector {connector} check the certificate of Office 365.',
        mayBreak:
          'If this host does not trust the root of Office 365 (DigiCert Global Root G2), its mail waits in the queue from then on.',
      },
    },
    steps: { onEdge },
  },
  'connectors/tls-domain': {
    title: 'Send connectors expect the certificate of the right cloud',
    rationale:
      'With `DomainValidation` mail leaves only if the certificate of the other side holds the domain in `TlsDomain`. Each cloud of Office 365 has its own.',
    messages: {
      fine: 'Every Send connector with `DomainValidation` expects the domain of its cloud.',
      none,
      unread,
      notSet:
        'The Send connector {connector} has `DomainValidation` without a `TlsDomain`: it looks in the certificate for the domain of the recipients, which the certificate of Office 365 need not hold. Expected is {expected}.',
      otherCloud:
        'The Send connector {connector} expects {domain} in the certificate, which belongs to another cloud than the one it sends to: mail waits in the queue. Expected is {expected}.',
      unexpected:
        'The Send connector {connector} expects {domain} in the certificate. Expected is {expected}; if the certificate does not hold {domain}, mail waits in the queue.',
    },
    remedies: {
      set: {
        summary: 'Set `TlsDomain` of the connector {connector} to the domain of its cloud.',
        mayBreak: 'Nothing, if the connector sends to that cloud only.',
      },
      choose: {
        summary:
          'Set `TlsDomain` of the connector {connector} to the domain of the tenant’s cloud: {expected}.',
        mayBreak: 'With the domain of the wrong cloud, mail waits in the queue.',
      },
    },
    steps: {
      onEdge,
      chooseCloud:
        'Find out in which cloud the tenant is, and set `TlsDomain` with `Set-SendConnector` to the first (worldwide) or the second (US government) of: {expected}.',
    },
  },
  'connectors/cloud-services-mail': {
    title: 'Connectors to Office 365 keep the headers of the hybrid organisation',
    rationale:
      'With `CloudServicesMailEnabled` both sides know mail between them as mail of one organisation. Without it, messages of colleagues arrive as mail from outside: spam filtering, encryption and out-of-office replies treat them so.',
    messages: {
      fine: 'Every Send connector to Office 365 keeps the headers of the hybrid organisation.',
      none,
      unread,
      off: 'The Send connector {connector} has `CloudServicesMailEnabled` off: Office 365 takes mail of this organisation for mail from outside.',
      offWithoutHybrid:
        'The Send connector {connector} has `CloudServicesMailEnabled` off. That matters only in a hybrid organisation, and none is configured here.',
    },
    remedies: {
      enable: {
        summary: 'Turn on `CloudServicesMailEnabled` for the connector {connector}.',
        mayBreak: 'Nothing, if the connector leads to the tenant of this organisation only.',
      },
    },
    steps: { onEdge },
  },
  'connectors/certificate-name': {
    title: 'Send connectors to Office 365 say which certificate they present',
    rationale:
      'An inbound connector of Office 365 that goes by certificate knows this organisation by the one that the host presents. With neither `TlsCertificateName` nor `Fqdn` Exchange chooses by the name of the server, which is mostly a self-signed certificate.',
    messages: {
      fine: 'Every Send connector to Office 365 names its certificate, or has an FQDN to choose it by.',
      none,
      unread,
      notSet:
        'The Send connector {connector} has neither `TlsCertificateName` nor `Fqdn`: which certificate it presents is left to the name of the server.',
    },
    remedies: {
      name: {
        summary: 'Name the certificate of the connector {connector}.',
        mayBreak: 'Mail waits in the queue if the named certificate is not on every source server.',
      },
    },
    steps: {
      hybridWizard:
        'Run the Hybrid Configuration Wizard again, or set `TlsCertificateName` of the connector {connector} with `Set-SendConnector` to `<I>issuer<S>subject` of a certificate that every source server has.',
    },
  },
  'connectors/disabled-connector': {
    title: 'Send connectors to Office 365 are enabled',
    rationale:
      'A disabled connector carries no mail, so its settings are not judged. It is named here so that nobody counts on it.',
    messages: {
      fine: 'Every Send connector of this host to Office 365 is enabled.',
      none: 'This host has no Send connector to Office 365.',
      unread,
      disabled:
        'The Send connector {connector} leads to Office 365 and is disabled: its settings are not judged.',
    },
  },
  'connectors/starttls-offered': {
    title: 'Receive connectors that Office 365 meets offer STARTTLS',
    rationale:
      'Office 365 encrypts only what the other side offers to encrypt. Its connectors that require TLS defer the mail for a day and then bounce it; the others send in clear text.',
    messages: {
      fine: 'Every Receive connector that Office 365 can meet offers STARTTLS.',
      none: 'No Receive connector of this host is open to Office 365.',
      unread: unreadReceive,
      missing:
        'The Receive connector {connector} takes mail from Office 365 but does not offer STARTTLS (`Tls` is missing from `AuthMechanism`).',
      missingOnOpen:
        'The Receive connector {connector} is open to everybody but does not offer STARTTLS (`Tls` is missing from `AuthMechanism`): mail from Office 365 that arrives here is in clear text or, where TLS is required, refused.',
    },
    remedies: {
      offer: {
        summary: 'Let the connector {connector} offer STARTTLS.',
        mayBreak: 'Senders with broken TLS may fail where they sent in clear text before.',
      },
    },
  },
  'connectors/tls-domain-capabilities': {
    title: 'A Receive connector trusts Office 365 with mail of the hybrid organisation',
    rationale:
      'The hybrid organisation names this host as a receiver. Only a connector whose `TlsDomainCapabilities` name Office 365 keeps mail of colleagues in the cloud as inner mail.',
    messages: {
      fine: 'A Receive connector accepts mail of the organisation’s cloud services.',
      none: 'The hybrid configuration does not name this host as a receiver, or there is none.',
      hybridUnread:
        'The hybrid configuration could not be read, so whether this host must trust Office 365 was not checked.',
      unread: unreadReceive,
      missing:
        'The hybrid configuration names this host as a receiver, but none of its enabled Receive connectors on port 25 has {capability}: mail of colleagues in Office 365 arrives as mail from outside.',
    },
    remedies: {
      trust: {
        summary: 'Let the Receive connector that Office 365 meets accept mail of cloud services.',
        mayBreak:
          'Nothing, if the connector’s certificate is the one that the Hybrid Configuration Wizard chose.',
      },
    },
    steps: {
      hybridWizard: 'Run the Hybrid Configuration Wizard again: it sets this on the right connector.',
    },
  },
} as const satisfies Record<string, RuleText>;
