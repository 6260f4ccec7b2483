// English words of the command line itself; the words about hosts are the core's.

/** Every error a user can mend: what is wrong, and what to do. */
const errors = {
  notWindows: {
    problem: 'This machine is not a Windows host, and `check` reads the host on which it runs.',
    remedy:
      'Run `mailflow-tls check --save-facts FILE` on the Exchange host, copy the file here and judge it with `mailflow-tls judge FILE`.',
  },
  unknownRule: {
    problem: 'There is no rule and no area of rules named {name}.',
    remedy: '{suggestion}`mailflow-tls rules` lists them all.',
  },
  nothingLeft: {
    problem: 'No rule is left to judge by.',
    remedy: 'Name fewer rules under `--skip`, or others under `--only`.',
  },
  manyFormatsToStdout: {
    problem: 'Only one format can go to standard output, but {count} have no file: {formats}.',
    remedy: 'Give each of the others a file: `--format html --output report.html`.',
  },
  tooManyOutputs: {
    problem: 'There are {outputs} files for {formats} formats.',
    remedy: 'Give one `--output` for each `--format`: `--format html --output report.html`.',
  },
  outputWithoutFormat: {
    problem: 'It is not clear which format {file} is meant for.',
    remedy: 'Put each `--output` directly behind its `--format`: `--format html --output report.html`.',
  },
  sameFileTwice: {
    problem: '{file} was given for two outputs.',
    remedy: 'Give each output a file of its own.',
  },
  noFolder: {
    problem: '{file} cannot be written: the folder {folder} does not exist.',
    remedy: 'Create the folder, or choose another.',
  },
  isFolder: {
    problem: '{file} cannot be written: it is a folder.',
    remedy: 'Add the name of a file.',
  },
  notWritten: {
    problem: '{file} could not be written ({code}).',
    remedy: 'Close programs that have it open, check your rights on the folder and the space on the disk.',
  },
  noFile: {
    problem: 'There is no file {file}.',
    remedy: 'Check the path. Patterns such as `C:\\facts\\*.json` may be used.',
  },
  fileIsFolder: {
    problem: '{file} is a folder.',
    remedy: 'Name its files, for instance with a pattern: {file}`*.json`.',
  },
  notRead: {
    problem: '{file} could not be read ({code}).',
    remedy: 'Check your rights on the file.',
  },
  nothingToExplain: {
    problem: 'There is nothing to explain.',
    remedy: 'Name files, or hand the text over: `Get-Clipboard | mailflow-tls explain`.',
  },
  stdinTwice: {
    problem: 'Standard input can be the facts or the evidence, not both.',
    remedy: 'Name a file for one of them.',
  },
  noLogFolder: {
    problem:
      'This machine is not a Windows host, and `logs` alone reads the logs of the host on which it runs.',
    remedy: 'Name the folder that holds the logs: `mailflow-tls logs FOLDER`.',
  },
  noLogsHere: {
    problem: 'No mail logs of Exchange were found on this host.',
    remedy: 'Name the folder that holds them, or see with `mailflow-tls doctor` how Exchange can be reached.',
  },
  notOneHost: {
    problem: '{file} holds facts of {count} hosts, but evidence is joined with one.',
    remedy: 'Name a file with the facts of the host that the evidence comes from.',
  },
  noWay: {
    problem: 'No collector is set, so nothing can be delivered.',
    remedy:
      'Set `CollectorUrl` or `ShareFolder` in the policy or under `HKLM\\SOFTWARE\\mailflow-tls`; `mailflow-tls doctor` shows what is in force.',
  },
  runNotWindows: {
    problem: 'This machine is not a Windows host, and `run` reads the host on which it runs.',
    remedy: 'Run it on the Exchange host. Facts of other hosts are taken in by the collector: `import`.',
  },
  noToken: {
    problem: 'There is no enrolment token, so the collector cannot be asked to take this host in.',
    remedy:
      'Set `EnrolmentToken` in the policy or the registry, or hand it over on standard input: `mailflow-tls enroll --token-stdin`.',
  },
  deliveryFolder: {
    problem: 'The folder {folder} cannot be used ({code}).',
    remedy: 'Run the program as SYSTEM or administrator, and check the space on the disk.',
  },
  badKey: {
    problem: 'The key of this host in {folder} cannot be used ({code}).',
    remedy:
      'Delete `host-key.pem` there and run `mailflow-tls enroll`: the host gets a new key, which a person has to approve at the collector.',
  },
  badFacts: { problem: '{file} cannot be judged. {problem}', remedy: '{remedy}' },
  settingsFile: {
    problem: 'The settings file {file} cannot be used: {problem}',
    remedy: 'Mend or delete the file; `mailflow-tls doctor` shows what is in force.',
  },
} as const;

export const words = {
  error: 'Error:',
  warning: 'Warning:',
  whatToDo: 'What to do:',
  didYouMean: 'Did you mean {name}? ',
  errors,
  /** What is wrong with a settings file, inside the error above. */
  settingsFile: {
    notRead: 'it could not be read ({code}).',
    notText: 'it is not text in UTF-8 or UTF-16.',
    notJson: 'it is not JSON (line {line}, column {column}).',
    notObject: 'it is not an object of the form {example}.',
    tooLarge: 'it is larger than {limit} bytes.',
  },
  warnings: {
    wrongValue: '{setting} is {found} in {where}, but should be {expected}. {used} is used instead.',
    unknownSetting: 'There is no setting {setting}; {where} has it. {suggestion}',
    notFromFile:
      '{setting} is set in {where}, but is taken only from the registry and the command line, because others than administrators may be able to write that file.',
    registryNotRead:
      'The settings in the registry could not be read ({code}); those of the file and the defaults hold.',
    logNotWritten: 'The log cannot be written to {folder} ({code}). The program goes on without it.',
    sameHostTwice: '{file} holds the facts {id} again; they are judged once.',
  },
  progress: {
    reading: 'Reading this host, {seconds} seconds at most …',
    written: 'Written: {file}',
    interrupted: 'Interrupted. What was started has been ended.',
  },
  evidence: {
    reading: 'Reading {files} files, {size} MB: {percent} %',
    moreProblems: '{count} more files have something to say about them; the JSON output lists them all.',
    problems: {
      notRead: '{file} could not be read ({detail}).',
      linkNotFollowed:
        '{file} is a link to another place and is not followed. Name that place to have it read.',
      notAFile: '{file} is no ordinary file and is not read.',
      tooDeep: '{file} lies too deep in folders and is not read.',
      tooManyFiles: '{file} and what follows is not read: there are more than {detail} files.',
      empty: '{file} is empty.',
      binary: '{file} is not text, and no kind of file that is known here.',
      unknownKind: '{file} holds nothing that is known here.',
      foreign: '{file} is a log of another program.',
      changed: '{file} became shorter while it was read.',
      archiveDamaged: '{file} is a damaged archive ({detail}). What came before the damage is read.',
      archiveCut: '{file} is an archive whose end is missing. What is there is read.',
      archiveEncrypted: '{file} is encrypted. Unpack it first.',
      archiveMethod: '{file} is compressed by a method that is not known here ({detail}). Unpack it first.',
      archiveNested: '{file} is an archive inside an archive. Unpack it first.',
      archiveTooLarge: '{file} is too large to be read from a pipe. Name it as a file.',
      archiveOverlap:
        '{file} is not read: parts of it lie over each other, as in archives that are made to do harm.',
      archiveBomb:
        '{file} is not read to its end: it swells beyond all measure, as archives do that are made to do harm.',
      archiveNameClimbs:
        '{file} names a place outside of its archive. It is only read, and nothing is ever unpacked to disk.',
    },
  },
  internalError: {
    problem: 'mailflow-tls has a fault of its own: {error}',
    remedy:
      'Please report it with the output of `mailflow-tls doctor`, which names the log. Details: `--verbose`.',
  },
  settings: {
    language: 'Language of reports and messages',
    logFolder: 'Folder of the log',
    logLevel: 'Least important lines that the log keeps',
    timeoutSeconds: 'Seconds within which a host is read',
    powershellPath: 'The PowerShell to use',
    skipSections: 'Sections of facts that are not read',
    skipRules: 'Rules and areas that are not judged',
    failOn: 'Mildest verdict that ends with exit code 1',
    collectorUrl: 'Address of the collector',
    collectorCaFile: 'Certificates that may vouch for the collector, instead of those that Windows trusts',
    collectorPin: 'The one public key that the collector must have',
    proxyUrl: 'Proxy on the way to the collector',
    enrolmentToken: 'Token with which the host asks to be taken in',
    shareFolder: 'Folder in which reports are left for the collector',
    spoolReports: 'Most reports that wait for delivery',
    spoolMegabytes: 'Most megabytes that wait for delivery',
    spoolDays: 'Days after which a waiting report is given up',
    randomDelaySeconds: 'Longest random delay before a run',
    runSeconds: 'Seconds after which a run ends',
  },
  delivery: {
    alreadyRunning: 'Another run is under way on this host; this one has nothing to do.',
    delaying: 'Waiting {seconds} seconds, so that not all hosts come at once …',
    judged: 'This host: {state}',
    notSpooled: 'The report could not be kept on this disk ({code}); it is delivered from memory only.',
    delivered: 'Delivered: {count}',
    handedOver: 'Left on the share: {count}',
    setAside: 'Set aside, because the collector will never take them: {count}',
    stillWaiting: 'Still waiting for delivery: {count}',
    notBefore: 'The collector asked to be left alone until {time}.',
    obstacles: {
      waiting: 'A person has to approve this host at the collector; until then reports wait here. Key: {key}',
      refused: 'The collector refuses this host ({code}). Key: {key}',
      unreachable: 'The collector was not reached ({code}).',
    },
    remedies: {
      'host-unknown': 'Set a valid enrolment token; the next run asks to be taken in.',
      'host-revoked': 'This host was shut out at the collector; an administrator can let it in again there.',
      'enrolment-token-invalid': 'The enrolment token is wrong, used up, expired or revoked. Set a new one.',
      'enrolment-not-allowed':
        'The enrolment token is not meant for this host (its domain or address). Set another.',
      pinMismatch:
        'The collector has another key than the one that is pinned. Check `CollectorPin`; if it is right, somebody stands between.',
      DEPTH_ZERO_SELF_SIGNED_CERT:
        'The certificate of the collector is not trusted here. Set `CollectorPin` or `CollectorCaFile`.',
      ERR_TLS_CERT_ALTNAME_INVALID:
        'The certificate of the collector does not bear the name in `CollectorUrl`. Use a name that it bears.',
      CERT_HAS_EXPIRED: 'The certificate of the collector has expired, or the clock of this host is wrong.',
      ENOTFOUND: 'The name in `CollectorUrl` is not known to DNS.',
      ECONNREFUSED:
        'Nothing answers at that address and port. Check `CollectorUrl`, and whether the collector runs.',
    },
    enrolled: 'This host is taken in. Key: {key}',
    status: {
      host: 'Delivery',
      key: 'Key of this host',
      noKey: 'none yet; the first `run` or `enroll` makes one',
      enrolment: 'At the collector',
      enrolments: { none: 'never asked', active: 'taken in', waiting: 'waits for approval' },
      collector: 'Collector',
      share: 'Share',
      notSet: 'not set',
      lastRun: 'Last run',
      lastReport: 'Last report',
      lastAcknowledged: 'Last delivery',
      never: 'never',
      waiting: 'Waiting for delivery',
      waitingReports: '{count} ({kilobytes} kB)',
      obstacle: 'In the way',
      since: 'since {time}',
      nothing: 'nothing',
      lost: 'Given up, not yet reported',
    },
  },
  origins: {
    commandLine: 'command line',
    policy: 'Group Policy',
    installer: 'installation',
    file: 'settings file',
    default: 'default',
  },
  doctor: {
    program: 'Program',
    version: 'Version',
    node: 'Node.js',
    system: 'System',
    startedFrom: 'Started from',
    powershell: 'PowerShell',
    edition: 'Edition',
    languageMode: 'Language mode',
    bits: 'Bits',
    elevated: 'As administrator',
    notStarted: 'could not be started ({code})',
    exchange: 'Exchange',
    installation: 'Installation',
    installations: {
      none: 'not installed',
      managementTools: 'management tools only',
      server: 'server',
    },
    build: 'Build',
    cmdlets: 'Cmdlets',
    unread: '{reason} ({code})',
    files: 'Files',
    log: 'Log',
    temporary: 'Temporary folder',
    settingsFile: 'Settings file',
    usable: 'can be used',
    absent: 'does not exist',
    notUsable: 'cannot be used ({code})',
    settings: 'Settings',
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    notWindows: 'not asked: this machine is not a Windows host. `judge` works here, `check` does not.',
    toMend: 'To mend',
    nothingToMend: 'Nothing to mend was found.',
    constrained:
      'PowerShell runs in {mode}, so much of the host cannot be read. An application control policy does that: allow the scripts of this program there.',
    notElevated:
      'This account is not an elevated administrator, so parts of the host may not be readable. Start the program as administrator.',
    is32Bit:
      'This is a 32-bit PowerShell, which sees another part of the registry. Use the 64-bit Windows PowerShell.',
  },
  rules: {
    about: { sending: 'sending', receiving: 'receiving', both: 'sending and receiving', hygiene: 'hygiene' },
    affects: 'Concerns',
    essential: 'Without an answer the state of a host that carries mail is unknown.',
    needs: 'Reads',
    says: 'Can say',
    remedies: 'Remedies',
    mayBreak: 'Could break',
    references: 'References',
  },
} as const;
