// English words that do not belong to one rule.
export const common = {
  /** The host's state in one or two words. */
  states: {
    failing: 'Failing',
    restartNeeded: 'Restart needed',
    unknown: 'Unknown',
    atRisk: 'At risk',
    ready: 'Ready',
  },
  /**
   * The sentence at the top of a report. `{because}` is the sentence of the first finding that led to the state,
   * `{count}` the number of such findings.
   */
  reasons: {
    failing: {
      one: 'Mail with Office 365 fails or loses its encryption on this host. {because}',
      other:
        'Mail with Office 365 fails or loses its encryption on this host, for {count} reasons. First: {because}',
    },
    restartNeeded: 'Windows must be restarted before mail with Office 365 can be relied on. {because}',
    unknown: {
      one: 'Nobody can say whether this host keeps mail flowing: one thing that decides it could not be read. {because}',
      other:
        'Nobody can say whether this host keeps mail flowing: {count} things that decide it could not be read. First: {because}',
    },
    partUnknown:
      'Nothing wrong was found, but whether this host takes part in mail with Office 365 is not known.',
    rulesLeftOut: 'Nothing wrong was found, but rules that decide about mail were left out on request.',
    atRisk: {
      one: 'Mail with Office 365 can flow, and one thing threatens it. {because}',
      other: 'Mail with Office 365 can flow, and {count} things threaten it. First: {because}',
    },
    ready: 'Mail with Office 365 can flow: everything that decides it was read and is in order.',
    noPart: 'This host takes no part in mail with Office 365.',
  },
  verdicts: {
    pass: 'Pass',
    info: 'Note',
    warn: 'Warning',
    fail: 'Fail',
    notApplicable: 'Does not apply',
    notChecked: 'Not checked',
  },
  parts: {
    sendsDirectly: 'sends to Office 365 directly',
    receives: 'receives from Office 365',
    throughEdgeOrSmartHost: 'sends through an Edge server or a smart host',
    applicationRelay: 'relays mail of applications, without Exchange',
    none: 'no part in mail with Office 365',
    unknown: 'part in mail not known',
  },
  unread: {
    denied: 'access was denied',
    timedOut: 'no answer in time',
    notPresent: 'not present on this host',
    notSupported: 'this system cannot tell',
    failed: 'reading failed',
    skipped: 'left out on request',
  },
  sections: {
    os: 'Windows',
    schannel: 'Schannel',
    ciphers: 'Cipher suites and curves',
    dotnet: '.NET Framework',
    winhttp: 'WinHTTP',
    certificates: 'Certificates',
    exchange: 'Exchange',
    connectors: 'Connectors',
    senders: 'Other senders of mail',
    updates: 'Updates',
    restart: 'Pending restart',
    queues: 'Queues',
    events: 'Events of TLS and mail',
    mailLogs: 'Mail logs',
  },
  protocolStates: {
    on: 'on',
    offByDefault: 'off by default',
    off: 'off',
    notSupported: 'not supported',
    unreadable: 'not readable',
    wrongType: 'wrong type of value',
    unknownSystem: 'not known for this Windows',
  },
  /** Sentences that the engine itself says. */
  findings: {
    notRead: 'Not checked, because {section} could not be read: {reason} ({code}).',
    noTransport: 'Does not apply: Exchange’s transport does not run on this host.',
    ruleFailed: 'Not checked, because this rule broke on the facts of this host. Please report it: {error}',
  },
} as const;
