// English words of the rules about .NET Framework.
import type { RuleText } from '../../locale.ts';

export const dotnetRules = {
  'dotnet/v4-values': {
    title: 'Programs on .NET Framework 4 follow the TLS versions of Windows',
    rationale:
      'Exchange’s web clients for hybrid (free/busy, moves, OAuth) run on .NET and may stay on TLS 1.0 without these values. SMTP does not use them, so mail itself flows without.',
    messages: {
      set: '`SystemDefaultTlsVersions` and `SchUseStrongCrypto` are 1 in all places.',
      setPending:
        '`SystemDefaultTlsVersions` and `SchUseStrongCrypto` are 1 in all places; programs that run since before they were written have not seen them yet.',
      absent: {
        one: 'One of the TLS values of .NET Framework 4 is not written: programs built for an older .NET may then stay on TLS 1.0. Hybrid web services are concerned, SMTP is not.',
        other:
          '{count} of the TLS values of .NET Framework 4 are not written: programs built for an older .NET may then stay on TLS 1.0. Hybrid web services are concerned, SMTP is not.',
      },
      contrary: {
        one: 'One of the TLS values of .NET Framework 4 is not 1 as recommended: something else was written there. Hybrid web services are concerned, SMTP is not.',
        other:
          '{count} of the TLS values of .NET Framework 4 are not 1 as recommended, and at least one was written differently. Hybrid web services are concerned, SMTP is not.',
      },
      notNeeded: {
        one: 'One of the TLS values of .NET Framework 4 is not 1. No Exchange on this host needs it; other programs may.',
        other:
          '{count} of the TLS values of .NET Framework 4 are not 1. No Exchange on this host needs them; other programs may.',
      },
      unreadable: 'The keys of .NET Framework 4 could not be read.',
    },
    remedies: {
      write: {
        summary:
          'Set the TLS values of .NET Framework 4 to 1 in both views of the registry, then restart Windows.',
        mayBreak:
          'Programs on .NET then offer what Windows offers. One that must reach a partner with TLS 1.0 keeps working while TLS 1.0 is on for outgoing connections.',
      },
    },
  },
  'dotnet/v2-values': {
    title: 'Programs on .NET Framework 3.5 follow the TLS versions of Windows',
    rationale:
      'Exchange 2010 runs on .NET Framework 3.5 and its web clients need these values for TLS 1.2. For newer Exchange they are recommended for consistency only. SMTP does not use them.',
    messages: {
      set: '`SystemDefaultTlsVersions` and `SchUseStrongCrypto` are 1 in all places.',
      needed: {
        one: 'One of the TLS values of .NET Framework 3.5 is not 1: web services of Exchange 2010 may stay on TLS 1.0. SMTP is not concerned.',
        other:
          '{count} of the TLS values of .NET Framework 3.5 are not 1: web services of Exchange 2010 may stay on TLS 1.0. SMTP is not concerned.',
      },
      recommended: {
        one: 'One of the TLS values of .NET Framework 3.5 is not 1. Nothing of Exchange on this host needs it; Microsoft recommends it for consistency.',
        other:
          '{count} of the TLS values of .NET Framework 3.5 are not 1. Nothing of Exchange on this host needs them; Microsoft recommends them for consistency.',
      },
      exchangeUnknown: {
        one: 'One of the TLS values of .NET Framework 3.5 is not 1. Exchange 2010 would need it; which Exchange is installed could not be read.',
        other:
          '{count} of the TLS values of .NET Framework 3.5 are not 1. Exchange 2010 would need them; which Exchange is installed could not be read.',
      },
      notInstalled: '.NET Framework 3.5 is not installed, and this Exchange does not use it.',
      unreadable: 'The keys of .NET Framework 3.5 could not be read.',
    },
    remedies: {
      write: {
        summary:
          'Set the TLS values of .NET Framework 3.5 to 1 in both views of the registry, then restart Windows.',
        mayBreak:
          'Before the update for TLS in .NET Framework 3.5 the values do nothing. Programs on it then offer what Windows offers.',
      },
    },
  },
  'dotnet/release': {
    title: 'The .NET Framework is the one recommended for this Exchange',
    rationale:
      'Exchange is supported on certain versions of .NET Framework, and older ones know less about TLS 1.2. Mail flows with others too, but nobody vouches for it.',
    messages: {
      recommended: '.NET Framework {installed} is what Microsoft recommends for {exchange}.',
      older: '.NET Framework {installed} is older than {wanted}, which Microsoft recommends for {exchange}.',
      newer:
        '.NET Framework {installed} is newer than {wanted}, which Microsoft recommends for {exchange}: see the supportability matrix before you rely on it.',
      noExchange: 'This host has no Exchange server.',
      olderExchange: 'Exchange 2010 and older do not run on .NET Framework 4.',
      exchangeUnknown: 'The build of Exchange could not be read, so its .NET Framework was not checked.',
      releaseUnknown: 'The release of .NET Framework 4 could not be read.',
      windowsUnknown:
        'Which .NET Framework is recommended depends on Windows, and this one is not known here.',
    },
  },
} as const satisfies Record<string, RuleText>;
