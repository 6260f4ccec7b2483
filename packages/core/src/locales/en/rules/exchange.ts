// English words of the rules about the installed Exchange.
import type { RuleText } from '../../locale.ts';

const build = {
  noServer: 'No Exchange server is installed on this host.',
  buildUnread: 'The build of Exchange could not be read, so this was not checked.',
  buildUnknown: '{build} is no build of Exchange that is known here, so this was not checked.',
} as const;

export const exchangeRules = {
  'exchange/tls12-minimum-build': {
    title: 'The installed Exchange can speak TLS 1.2',
    rationale:
      'Windows alone is not enough: old builds of Exchange have their SMTP bound to TLS 1.0, or other parts that do not work with TLS 1.2.',
    messages: {
      ...build,
      able: '{label} can speak TLS 1.2.',
      never: '{label} cannot speak TLS 1.2 with any update.',
      smtpBoundToTls10:
        '{label} has its SMTP bound to TLS 1.0, whatever Windows allows: Office 365 refuses its encrypted mail.',
      belowMinimum:
        'The SMTP of {label} can use TLS 1.2, but Microsoft’s minimum for all of Exchange is the build {minimum}: parts other than SMTP may fail.',
    },
    remedies: {
      update: {
        summary: 'Update Exchange to the build {minimum} or later.',
        mayBreak: 'An update of Exchange interrupts the host and may need a newer .NET Framework first.',
      },
      replace: {
        summary: 'Replace this version of Exchange.',
        mayBreak:
          'A migration is a project of its own; until then let another host carry mail with Office 365.',
      },
    },
    steps: {
      update:
        'Put the host into maintenance, install an update that brings the build {minimum} or later, and restart Windows.',
      replace: 'Move mail flow and mailboxes to a version that is supported.',
    },
  },
  'exchange/throttled-build': {
    title: 'The installed Exchange is recent enough for Exchange Online',
    rationale:
      'Exchange Online slows down, and then refuses, hybrid mail from Exchange servers that are out of date (`450 4.7.230`, `550 5.7.230`). That is not TLS, but it stops mail all the same.',
    messages: {
      ...build,
      recent: '{label} is recent enough for Exchange Online.',
      unclear:
        '{label} has the updates of October 2025, but Microsoft names CU15 as the minimum: whether Exchange Online holds back its mail is not known.',
      below:
        '{label} is out of date for Exchange Online, which slows down and then refuses mail from it that comes in through a connector of type OnPremises, unless the organisation has paused that.',
      belowWithoutConnector:
        '{label} is out of date for Exchange Online. That matters only for mail through a connector of type OnPremises, and no enabled connector of this host leads straight to Office 365.',
    },
    remedies: {
      update: {
        summary: 'Bring Exchange up to date.',
        mayBreak: 'An update of Exchange interrupts the host.',
      },
    },
    steps: {
      look: 'See whether mail is held back already: `4.7.230` or `5.7.230` in the queues, and the report on out-of-date connecting servers in the Exchange admin center.',
      update:
        'Install the newest update of Exchange 2016 or 2019; from older versions, move to Exchange Server SE.',
      pause:
        'To gain time, pause the enforcement in Exchange Online PowerShell: `New-TenantExemptionInfo -BlockingScenario UnpatchedOnPremServer -NumberOfDays 30` (at most 90 days a year).',
    },
  },
  'exchange/support': {
    title: 'The installed Exchange is supported and up to date',
    rationale: 'Only a supported and updated Exchange gets the changes that mail with Office 365 will need.',
    messages: {
      ...build,
      current: '{label} is supported and has the newest update that is known here.',
      newerThanKnown: '{label} is supported, and its build is newer than every one that is known here.',
      updateMissing: '{label} is supported but lacks updates: the newest that is known here is {newest}.',
      extendedUpdateMissing:
        'Support for {label} ended on {supportEnd}. It gets paid updates until {esuEnd} and lacks the newest that is known here, {newest}.',
      extendedOnly:
        'Support for {label} ended on {supportEnd}. Until {esuEnd} only those who pay get updates.',
      ended: 'Support for {label} ended on {supportEnd}: there are no more updates.',
    },
    remedies: {
      update: {
        summary: 'Install the newest update.',
        mayBreak: 'An update of Exchange interrupts the host and resets some settings: check TLS afterwards.',
      },
      migrate: {
        summary: 'Move to Exchange Server SE.',
        mayBreak: 'A migration is a project of its own.',
      },
    },
    steps: {
      update:
        'Put the host into maintenance, install the newest update ({newest} or later), and restart Windows.',
      migrate: 'Plan the move to Exchange Server SE.',
    },
  },
  'exchange/services-running': {
    title: 'The services that move mail are running',
    rationale: 'While a transport service rests, this host moves no mail, whatever its TLS can do.',
    messages: {
      running: 'The services that move mail are running.',
      noTransport: 'Exchange’s transport does not run on this host.',
      unread: 'Not all services of Exchange could be read.',
      stopped: 'The service {service} is not running ({status}): this host moves no mail.',
      inwardStopped: 'The service {service} is not running ({status}): mail waits inside the organisation.',
      changing: 'The service {service} is neither running nor stopped ({status}).',
    },
    remedies: {
      start: {
        summary: 'Let the service {service} run again.',
        mayBreak: 'Somebody may have stopped it on purpose: ask before.',
      },
    },
    steps: { maintenance: 'Make sure that the host is not in maintenance.' },
  },
} as const satisfies Record<string, RuleText>;
