// English words of the rules about Windows and its updates.
import type { RuleText } from '../../locale.ts';

const unknownBuild = 'This Windows (build {build}) is not known here, so this was not checked.';

export const windowsRules = {
  'windows/support': {
    title: 'This Windows is supported',
    rationale: 'Changes in TLS reach only a Windows that still gets updates.',
    messages: {
      supported: '{windows} gets updates until {date}.',
      extendedOnly: 'Support for {windows} ended on {date}. Until {esuEnd} only those who pay get updates.',
      ended: 'Support for {windows} ended on {date}: there are no more updates.',
      servicePackMissing: '{windows} lacks the service pack without which it cannot have TLS 1.2.',
      newerThanKnown:
        '{windows} is newer than every version that is known here, so its support was not judged.',
      notServer:
        '{windows} is no release of Windows Server that is known here, so its support was not judged.',
      unknown: '{product} (build {build}) is not known here, so its support was not checked.',
    },
    remedies: {
      replace: {
        summary: 'Move to a Windows Server that is supported.',
        mayBreak: 'Exchange cannot be carried along by an upgrade of Windows: it needs a new server.',
      },
      servicePack: {
        summary: 'Install the service pack and then all updates.',
        mayBreak: 'The host is interrupted and restarts.',
      },
    },
    steps: {
      replace: 'Install a new server with a supported Windows and move to it what this host does.',
      servicePack: 'Install the latest service pack of this Windows, then all updates.',
    },
  },
  'windows/update-age': {
    title: 'Windows got an update lately',
    rationale:
      'Updates bring fixes in TLS and new root certificates; a host without them falls behind what Office 365 asks for.',
    messages: {
      recent: 'The last update of Windows that is listed, {id}, is of {date}.',
      old: 'The last update of Windows that is listed, {id}, is of {date}, {count} days ago.',
      oldAmongDated:
        'The last update of Windows with a date that can be relied on, {id}, is of {date}; {undated} others have none, so newer ones may be among them.',
      undated: 'Windows tells no usable dates for its updates, so their age was not checked.',
      none: 'Windows lists no updates, so their age was not checked.',
    },
    remedies: {
      update: {
        summary: 'Install the updates of Windows.',
        mayBreak: 'The host restarts.',
      },
    },
    steps: { update: 'Put the host into maintenance, install all updates of Windows, and restart.' },
  },
  'windows/tls12-updates': {
    title: 'This Windows has the updates that TLS 1.2 needs',
    rationale:
      'Old versions of Windows got TLS 1.2, or parts of it, only with updates. Rollups hide single updates from the list, so a missing entry proves nothing by itself.',
    messages: {
      present: '{windows} has the updates that TLS 1.2 needs, or later ones that replace them.',
      none: '{windows} needs no update for TLS 1.2.',
      unknown: unknownBuild,
      schannelUnproven:
        'Neither {kb}, which brings TLS 1.2 to {windows}, nor a later update that replaces it is in the list of updates: TLS 1.2 may be missing altogether.',
      winHttpUnproven:
        'Neither {kb} nor a later update that replaces it is in the list of updates of {windows}. It concerns WinHTTP, so hybrid web services, not SMTP.',
      sha512Unproven:
        'Neither {kb} nor a later update that replaces it is in the list of updates of {windows}. It concerns certificates signed with SHA-512.',
      dotnet35Unproven:
        'Neither {kb} nor a later update that replaces it is in the list of updates of {windows}. It concerns TLS 1.2 in .NET 3.5, which Exchange 2010 uses outside of SMTP.',
    },
    remedies: {
      install: {
        summary: 'Install {kb} or a later update that replaces it.',
        mayBreak: 'The host restarts.',
      },
    },
    steps: { install: 'Install {kb}, or all updates that are offered for this Windows.' },
  },
} as const satisfies Record<string, RuleText>;
