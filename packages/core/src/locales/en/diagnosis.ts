// English words of the diagnosis: causes, evidence, flows, and what would settle a doubt.
export const diagnosis = {
  title: 'What happened to the mail',
  /** `name` stands as a heading, `meaning` under it, `remedy` where neither the host nor an error has a better one. */
  causes: {
    'tls-version': {
      name: 'TLS version',
      meaning:
        'The two sides could not agree on a version of TLS: one of them does not have TLS 1.2 in force.',
      remedy:
        'Enable TLS 1.2 for Client and Server in Schannel, set the values of .NET, restart Windows. Run `mailflow-tls check` on the host to see what is missing.',
    },
    cipher: {
      name: 'Cipher suites',
      meaning: 'The two sides share the version of TLS and no cipher suite or curve for it.',
      remedy:
        'Compare the cipher suites and curves in force with those that the other side accepts, and undo the policy or the list that took the shared ones away.',
    },
    certificate: {
      name: 'Certificate',
      meaning:
        'A certificate is missing, has no usable key, has expired, has the wrong name or is not trusted.',
      remedy:
        'Check the certificate that the connector names: present, valid, with its private key, enabled for SMTP, and its chain and the needed roots trusted.',
    },
    'starttls-not-offered': {
      name: 'STARTTLS not offered',
      meaning:
        'The receiving side did not offer `STARTTLS`, so TLS could not even begin: it has no usable certificate for it, or a device on the way takes the offer out.',
      remedy:
        'On the receiving host give the Receive connector a certificate that fits its name and is enabled for SMTP; then look for a firewall or gateway that inspects SMTP and turn that off.',
    },
    connector: {
      name: 'Connector',
      meaning:
        'A connector is set up so that mail goes without TLS, or so that Exchange Online does not recognise the sender.',
      remedy:
        'Compare the Send connector and the inbound connector in Exchange Online: certificate, addresses, domains, `RequireTLS`, `IgnoreSTARTTLS`.',
    },
    network: {
      name: 'Network',
      meaning: 'The connection was not made or was cut on the way, whatever TLS would have done.',
      remedy: 'Check name resolution, routes, firewall and port 25 between the two sides.',
    },
    'outdated-server': {
      name: 'Outdated Exchange',
      meaning:
        'Exchange Online holds back mail of this build of Exchange because it is too old. TLS is not the reason.',
      remedy:
        'Update Exchange to a supported build; Exchange Online lets the holding back be paused for a time.',
    },
    authentication: {
      name: 'Authentication',
      meaning: 'Somebody could not prove who they are. TLS is not the reason.',
      remedy: 'Check the account or, between Exchange servers, time, Kerberos and the trust with the domain.',
    },
    policy: {
      name: 'Policy of the receiver',
      meaning:
        'The receiver refuses the mail for what it is or whom it comes from (SPF, DKIM, DMARC, block lists). TLS is not the reason.',
      remedy: 'Correct SPF, DKIM and DMARC of the sending domain, or have the sender taken off the list.',
    },
    unrelated: {
      name: 'Not this host',
      meaning: 'It happened elsewhere, or concerns something that has nothing to do with TLS on this host.',
      remedy: 'Nothing is to be changed on this host. The owner of the other server can say more.',
    },
    undetermined: {
      name: 'Not determined',
      meaning:
        'What was read does not tell the cause. Several fit, and none of them is likely enough to act on.',
      remedy: 'Change nothing yet. Make the observation below first.',
    },
  },
  sessionOutcomes: { 'clear text': 'clear text', failed: 'TLS failed', none: 'without TLS and mail' },
  likelihoods: { certain: 'certain', likely: 'likely', possible: 'possible', unlikely: 'unlikely' },
  strengths: {
    proof: 'proof',
    setting: 'setting',
    text: 'ambiguous text',
    circumstance: 'circumstance',
  },
  /** `{text}` of the evidence, where there is one, stands beside the sentence. */
  evidence: {
    versionRefused: 'The text says that no common version of TLS, or no common cipher suite, was found.',
    alert: 'A TLS alert gave this among its reasons.',
    certificateNamed: 'The text names a certificate as the reason.',
    handshakeFailed: 'A TLS handshake failed. The text leaves open why, and this is one of the reasons.',
    connectionCut: 'The connection was cut. The text leaves open why, and this is one of the reasons.',
    notConnected: 'The connection could not be set up, and this is one of the reasons.',
    tlsDemanded: 'The receiver demands TLS and did not get it, and this is one of the reasons.',
    throttled: 'Exchange Online says that the build of Exchange is too old.',
    refusalNamed: 'The refusal gives its reason, and it is not TLS.',
    waited: 'The text only says that the mail waited.',
    hostEvent: 'Windows logged it about this host as a whole; it need not be about mail.',
    clearRetry: {
      one: 'After a failed handshake {count} session with the same peer went through in clear text, with {messages} messages: the network works, TLS does not.',
      other:
        'After failed handshakes {count} sessions with the same peer went through in clear text, with {messages} messages: the network works, TLS does not.',
    },
    startTlsMissing: {
      one: 'In {count} session the server’s answer to `EHLO` held no `STARTTLS`.',
      other: 'In {count} sessions the server’s answer to `EHLO` held no `STARTTLS`.',
    },
    startTlsMissingHere: {
      one: 'In {count} session this host answered `EHLO` without `STARTTLS`, mostly for want of a usable certificate.',
      other:
        'In {count} sessions this host answered `EHLO` without `STARTTLS`, mostly for want of a usable certificate.',
    },
    startTlsNotTried: {
      one: 'In {count} session TLS was on offer and this host did not use it.',
      other: 'In {count} sessions TLS was on offer and this host did not use it.',
    },
    clearUnexplained: {
      one: '{count} session with Office 365 carried mail in clear text ({messages} messages), and nothing that was read shows why.',
      other:
        '{count} sessions with Office 365 carried mail in clear text ({messages} messages), and nothing that was read shows why.',
    },
    cutShort: 'The log ends before any session shows whether TLS was used.',
    agreedOld: {
      one: '{count} session with Office 365 used {protocol}, and Exchange Online offers newer versions: the other side had none in force.',
      other:
        '{count} sessions with Office 365 used {protocol} or a version as old, and Exchange Online offers newer ones: the other side had none in force.',
    },
    agreedNew: {
      one: 'In {count} session of the same log the same peer agreed on TLS 1.2 or newer.',
      other: 'In {count} sessions of the same log the same peer agreed on TLS 1.2 or newer.',
    },
    neverNewer:
      'In this direction nobody in the logs agreed on anything newer than {protocol} with this host.',
    foreignPeer: 'Exchange Online tried to reach {peer}, which is none of this organisation’s names.',
    providerPeer: 'Exchange Online tried to reach {peer}, a server of a large mail provider.',
    perhapsForeign: 'If {peer} is not your server, its owner has to look.',
    onlineRefusesOldTls:
      'The other side is Exchange Online, which since {since} ends handshakes with old versions in just this way.',
    beforeEnforcement: 'It happened before {since}, when Exchange Online still accepted TLS 1.0 and 1.1.',
    handshakeNotNamed:
      'Exchange Online wrote it, and it names a failed handshake where there was one. So TLS was probably not offered.',
    rootChanged:
      'Since {since} the certificate of Exchange Online rests on {root}; hosts that do not trust it end here.',
  },
  outcomes: {
    broken: 'came back',
    delayed: 'waits',
    clearText: 'went in clear text',
    failing: 'attempts fail',
  },
  directions: {
    send: 'from this host',
    receive: 'to this host',
    submission: 'from an application or device to Office 365',
    elsewhere: 'from Office 365 to somebody else',
    internal: 'between Exchange servers',
    unknown: 'direction not known',
  },
  ongoing: { yes: 'still going on', no: 'worked since', unknown: 'not known whether it goes on' },
  peers: { office365: 'Office 365', unknown: 'not known' },
  messages: { one: '{count} message', other: '{count} messages' },
  times: { one: '{count} time', other: '{count} times' },
  between: '{first} to {last}',
  more: { one: 'and {count} more', other: 'and {count} more' },
  settle: {
    tls12:
      'Read both values of TLS 1.2 on the host and whether Windows was restarted after they were written.',
    clientVersion:
      'Find out which TLS versions the program may use: for .NET these values, for others their own settings.',
    suites: 'List the cipher suites in force and compare them with those of Office 365.',
    certificates: 'List the certificates with their services and keys.',
    offerHere: 'Look in the log for answers of this host to `EHLO` in which `STARTTLS` is missing.',
    offerThere: 'Look in the log whether the other side’s answer to `EHLO` holds `STARTTLS`.',
    connector: 'Read the settings of the connector.',
    reaches: 'Try port 25 of {host} from this host.',
    reachable: 'Try port 25 of this host, best from outside.',
    build: 'Read the build of Exchange on the host.',
    authentication: 'Read what Exchange’s transport logged about authentication.',
    whose: 'Check whether {host} belongs to your organisation.',
    sendLog:
      'Let the Send connector log, try the queue again, and read the session: did the handshake fail, was `STARTTLS` offered, or did the connection never come about?',
    receiveLog:
      'Read the session in the log of the Receive connector: was `STARTTLS` offered, and did the handshake fail?',
    whichProgram:
      'Find the program behind the event by its process, and whether the times fit those of the mail.',
  },
  labels: {
    likelihood: 'Likelihood',
    because: 'Because',
    against: 'Against it',
    flows: 'Mail concerned',
    direction: 'Direction',
    connector: 'Connector',
    peer: 'Other side',
    outcome: 'Outcome',
    amount: 'How much',
    seen: 'Seen',
    ongoing: 'Now',
    remedy: 'What to do',
    settleBy: 'What would settle it',
    foundAt: '{source}, line {line}',
    foundInRecord: '{source}, record {record}',
    sources: 'What was read',
    file: 'File',
    kind: 'Kind',
    records: 'Records',
    unreadable: 'Unreadable',
    notRead: 'What was not read, and why',
    signals: 'Errors recognised',
    error: 'Error',
    text: 'Text',
    count: 'Count',
    first: 'First seen',
    last: 'Last seen',
    unrecognised: 'Not recognised',
    usage: 'Usage by peer',
    names: 'Announced names',
    protocols: 'TLS versions',
    sessions: 'Sessions',
    clear: 'Messages in clear text',
  },
  unreadable: {
    cut: 'the record ends too early',
    tooLong: 'longer than a record may be',
    notARecord: 'not a record of this kind',
  },
  kinds: {
    smtpSendLog: 'SMTP send log',
    smtpReceiveLog: 'SMTP receive log',
    connectivityLog: 'connectivity log',
    trackingLog: 'message tracking log',
    queue: 'queues',
    queueMessage: 'messages in queues',
    nonDeliveryReport: 'bounce',
    messageTrace: 'message trace',
    mailHeaders: 'headers of a mail',
    schannelEvent: 'Schannel events',
    transportEvent: 'transport events',
    errorText: 'error text',
    foreign: 'file of another program',
    unknown: 'not recognised',
  },
  nothing: 'No error and no mail in clear text with Office 365 was found in what was read.',
  nothingKnown: 'Nothing that was read is of a kind that is known here, so nothing can be said.',
  nothingSure:
    'No known error was found. Texts that report some error and are not known here stand below: they may be the reason.',
  joined: 'Joined with the facts of {host}.',
  notJoined: 'Without the facts of the host: what its settings say could not be weighed.',
} as const;
