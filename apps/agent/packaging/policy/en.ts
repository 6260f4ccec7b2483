// The policy templates in English.
import type { PolicyWords } from './words.ts';

export const en: PolicyWords = {
  folder: 'en-US',
  name: 'mailflow-tls',
  description: 'Settings of the mailflow-tls agent on Exchange hosts.',
  since: 'mailflow-tls 0.1 or newer, on Windows Server 2012 R2 or newer',
  groups: {
    collector: 'Delivery to the collector',
    run: 'Unattended runs',
    spool: 'Reports that wait for delivery',
    report: 'What is read and judged',
    log: 'Log',
  },
  value: 'Value:',
  enabled: 'Enabled: the value below holds on the host, whatever the installation or a settings file says.',
  disabled:
    'Disabled: no policy sets a value, also not another one with lower precedence. What holds then is {next}.',
  notConfigured: 'Not configured: another policy may set the value. If none does, what holds is {next}.',
  nextWithFile:
    'the value of the installation (HKLM\\SOFTWARE\\mailflow-tls), else that of the settings file in %ProgramData%\\mailflow-tls, else the default: {otherwise}',
  nextWithoutFile:
    'the value of the installation (HKLM\\SOFTWARE\\mailflow-tls), else the default: {otherwise}',
  policies: {
    collectorUrl: {
      title: 'Address of the collector',
      about:
        'Where the host delivers its reports, as https://host or https://host:port, without a path. The certificate of the collector must bear this name.',
      otherwise: 'nothing is delivered over HTTPS.',
    },
    enrolmentToken: {
      title: 'Enrolment token',
      about:
        'With this token the host asks the collector once to take it in; afterwards its own key counts. Every user of a computer to which the policy applies can read it, as with all policies: make the token short-lived, limit its uses, or let it only ask for approval.',
      otherwise: 'the host does not ask to be taken in.',
    },
    collectorPin: {
      title: 'Public key of the collector',
      about:
        'The one public key that the collector must have, as sha256/ followed by its SHA-256 in base64; the collector prints it when it starts for the first time. The key must be changed here before the collector changes it, or nothing is delivered meanwhile.',
      otherwise: 'the certificate is checked as other settings say, without a certain key.',
    },
    collectorCaFile: {
      title: 'Certificates that vouch for the collector',
      about:
        'Full path, on the host, of a file in PEM with the certificates that alone may vouch for the collector.',
      otherwise: 'those that Windows trusts.',
    },
    proxyUrl: {
      title: 'Proxy',
      about: 'Proxy on the way to the collector, as http://host:port, without a name and password.',
      otherwise: 'the collector is reached directly.',
    },
    shareFolder: {
      title: 'Share for reports',
      about:
        'Folder, such as \\\\server\\share$, in which the host leaves its reports for the collector. The computer account of the host must be allowed to write there. With an address of the collector as well, the share takes what HTTPS does not.',
      otherwise: 'no reports are left on a share.',
    },
    randomDelaySeconds: {
      title: 'Longest random delay before a run',
      about:
        'Each unattended run waits a random time up to this, so that hosts which start at the same moment do not deliver at the same moment. Seconds, from 0 to 3600.',
      otherwise: '300 seconds.',
    },
    runSeconds: {
      title: 'Longest time of a run',
      about:
        'After this time an unattended run ends, the random delay not counted. What is not delivered then waits for the next run. Seconds, from 30 to 3600.',
      otherwise: '600 seconds.',
    },
    timeoutSeconds: {
      title: 'Longest time of reading',
      about:
        'After this time the host is judged by what was read, and the report says what is missing. Raise it where the cmdlets of Exchange are slow to answer. Seconds, from 5 to 3600.',
      otherwise: '120 seconds.',
    },
    powershellPath: {
      title: 'PowerShell',
      about:
        'Full path of the PowerShell that reads the host. It runs with full rights: name only a file that nobody but administrators can replace.',
      otherwise: 'the Windows PowerShell of the system.',
    },
    spoolReports: {
      title: 'Most reports that wait',
      about:
        'When more reports wait for delivery the oldest give way, and the next report tells how many. From 1 to 10000.',
      otherwise: '1000 reports.',
    },
    spoolMegabytes: {
      title: 'Most megabytes that wait',
      about:
        'When the waiting reports take more room the oldest give way, and the next report tells how many. From 1 to 10000.',
      otherwise: '200 megabytes.',
    },
    spoolDays: {
      title: 'Days that a report waits',
      about:
        'A report that could not be delivered for so many days is given up, and the next report tells so. From 1 to 365.',
      otherwise: '30 days.',
    },
    skipSections: {
      title: 'Sections that are not read',
      about:
        'Names of sections of facts, one a line, such as connectors or queues. What is not read is not judged: its rules say "not checked", never "passed".',
      otherwise: 'everything is read.',
    },
    skipRules: {
      title: 'Rules that are not judged',
      about:
        'Ids of rules, such as schannel/weak-algorithms, or whole areas, such as winhttp; one a line. A collector shows waivers with an owner and an end, which suits most exceptions better.',
      otherwise: 'all rules are judged.',
    },
    failOn: {
      title: 'Verdict that counts as a failure',
      about:
        'Mildest verdict with which "check" and "judge" end with exit code 1, for scripts. Unattended runs end with a code that tells how delivery went.',
      otherwise: 'fail.',
    },
    language: {
      title: 'Language',
      about: 'Language of reports and messages on the host.',
      otherwise: 'the language of the system, or English when there are no words in it.',
    },
    logFolder: {
      title: 'Folder of the log',
      about:
        'Full path of the folder in which the log is written. It is written with full rights: name only a folder in which nobody but administrators can write.',
      otherwise: '%ProgramData%\\mailflow-tls\\logs.',
    },
    logLevel: {
      title: 'What the log keeps',
      about: 'Least important lines that the log keeps. The log never holds names of mailboxes or secrets.',
      otherwise: 'info.',
    },
  },
};
