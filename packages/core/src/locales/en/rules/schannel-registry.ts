// English words of the rules about what else is written below SCHANNEL.
import type { RuleText } from '../../locale.ts';

export const schannelRegistryRules = {
  'schannel/ghost-keys': {
    title: 'Every key below Protocols is one that Windows reads',
    rationale:
      'Machine translations of Microsoft’s article print the keys with commas, blanks and translated words. Whoever followed one believes that TLS 1.2 is on, while Windows never reads what was written.',
    messages: {
      none: 'Every key below `Protocols` is one that Windows reads.',
      unreadable: 'Not all keys below `Protocols` could be read.',
      meant:
        'Windows does not read the key {path}: {meant} was meant, and what was to be set there is not written where it counts.',
      meantInForce:
        'Windows does not read the key {path}: {meant} was meant. The right values are in place, so it does no harm.',
      meantOther: 'Windows does not read the key {path}: {meant} was meant, so what it says has no effect.',
      container:
        'Windows does not read the key {path}: {meant} was meant. It holds no values itself, only other keys that are not read.',
      unknownBelow:
        'Windows does not read the key {path}: below a protocol it knows only `Client` and `Server`.',
      unknownName: 'No known version of Windows reads the key {path}.',
    },
    remedies: {
      replace: {
        summary: 'Write both values where {meant} is meant, delete {path}, then restart Windows.',
        mayBreak: 'Nothing: the key was never read, and TLS 1.2 cuts nobody off.',
      },
      delete: {
        summary: 'Delete {path} with everything below it.',
        mayBreak: 'Nothing: Windows never read it.',
      },
    },
  },
  'schannel/ghost-values': {
    title: 'Every value below Protocols is one that Windows reads',
    rationale:
      'Windows reads `Enabled` and `DisabledByDefault`, and only in the keys `Client` and `Server`. A misspelt or translated name, or a value one key too high, changes nothing.',
    messages: {
      none: 'Every value below `Protocols` is one that Windows reads.',
      unreadable: 'Not all keys below `Protocols` could be read.',
      meant: 'Windows does not read the value {name} in {path}: {meant} was meant.',
      unknown: 'Windows does not read the value {name} in {path}.',
      parent:
        'The value {name} in {path} has no effect: Windows reads it only in the keys `Client` and `Server` below. It does no harm.',
      parentOther: 'The value {name} in {path} has no effect: Windows reads no values there.',
    },
    remedies: {
      replace: {
        summary: 'Write both values in {path}, delete {name}, then restart Windows.',
        mayBreak: 'Nothing: the value was never read, and TLS 1.2 cuts nobody off.',
      },
      delete: {
        summary: 'Delete the value {name} in {path}.',
        mayBreak: 'Nothing: Windows never read it.',
      },
    },
  },
  'schannel/value-kinds': {
    title: 'The values of all protocols are numbers as documented',
    rationale:
      'Windows documents these values as `REG_DWORD` only. What it makes of a text or another kind is not documented, so such a value may not do what it says.',
    messages: {
      right: 'All values are of the kind `REG_DWORD` and 0 or 1.',
      unreadable: 'Not all keys below `Protocols` could be read.',
      wrongKind:
        '{value} of {protocol} for {role} is stored as {kind} and not as `REG_DWORD`: what Windows makes of it is not documented.',
      unusual: {
        one: 'One value is neither 0 nor 1, as some tools write it; Windows takes every number other than 0 for 1.',
        other:
          '{count} values are neither 0 nor 1, as some tools write them; Windows takes every number other than 0 for 1.',
      },
    },
    remedies: {
      rewrite: {
        summary: 'Write the value again as `REG_DWORD`, then restart Windows.',
        mayBreak:
          'What the value says takes effect, perhaps for the first time. A version that it turns off is then really off.',
      },
    },
  },
  'schannel/healthchecker-label': {
    title: 'HealthChecker’s word for each version of TLS agrees with its state',
    rationale:
      'Many administrators also run Microsoft’s HealthChecker. Where its word and this report differ, this rule says why, so that nobody has to guess which one to trust.',
    messages: {
      same: 'HealthChecker’s words agree with the state of every version.',
      open: 'The state of at least one version is not known, so HealthChecker’s word for it was not compared.',
      systemDefault:
        'HealthChecker calls {protocol} {label}: it takes a missing value for on (for off with TLS 1.3) whatever {windows} really does by default.',
      offAnyway:
        'HealthChecker calls {protocol} {label}, but it is off: `Enabled` 0 turns it off in both directions, whatever `DisabledByDefault` says.',
      notSupported:
        'HealthChecker calls {protocol} {label}, but {windows} does not have it, whatever the registry says.',
      wrongKind:
        'HealthChecker calls {protocol} {label} because it takes values of any kind; Windows documents `REG_DWORD` only.',
    },
  },
  'schannel/renegotiation': {
    title: 'Insecure renegotiation is refused',
    rationale:
      'Partners that were not updated since 2010 renegotiate in a way that lets others insert text into a connection. Microsoft recommends refusing it; mail with Office 365 does not need it.',
    messages: {
      refused: 'Insecure renegotiation is refused in both directions.',
      notSet:
        'Insecure renegotiation is left to the default of Windows; Microsoft recommends 0 for both values. Test load balancers first, since some still need it.',
      allowed: 'Insecure renegotiation is allowed.',
      unreadable: 'The SCHANNEL key could not be read.',
    },
    remedies: {
      refuse: {
        summary: 'Refuse insecure renegotiation in both directions, then restart Windows.',
        mayBreak: 'Load balancers and partners without RFC 5746 can no longer connect: test them first.',
      },
    },
  },
  'schannel/needed-algorithms': {
    title: 'No algorithm that TLS 1.2 with Exchange Online uses is switched off',
    rationale:
      'Ciphers, hashes and key exchanges can be switched off for all of Windows. Each one that is off takes its cipher suites along, and with the last common suite the mail stops.',
    messages: {
      allOn: 'No algorithm that TLS 1.2 with Exchange Online uses is switched off.',
      cipherOff:
        '{name} is switched off, so half of the cipher suites that Exchange Online takes cannot be used.',
      hashOff:
        'The hash {name} is switched off, so the cipher suites that rest on it cannot be used; certificates signed with it may be refused too.',
      ecdhOff:
        '{name} is switched off, so no cipher suite with forward secrecy can be used with Exchange Online.',
      pkcsOff:
        '{name} is switched off: cipher suites with RSA key exchange cannot be used, and old Windows versions are documented to lose every suite for RSA certificates.',
      unusedOff: '{name} is switched off; Exchange Online takes other suites, so mail does not need it.',
      unreadable: 'Not all keys of ciphers, hashes and key exchanges could be read.',
    },
    remedies: {
      enable: {
        summary: 'Switch {name} on again, then restart Windows.',
        mayBreak: 'Nothing that works today needs it to be off; a hardening policy may switch it off again.',
      },
    },
  },
  'schannel/weak-algorithms': {
    title: 'Weak ciphers and hashes are switched off',
    rationale:
      'Microsoft’s guide for Exchange recommends switching these off, as a separate step after TLS 1.0 and 1.1. Exchange Online uses none of them, so mail does not depend on it.',
    messages: {
      off: 'All ciphers and hashes that Microsoft’s guide calls weak are switched off.',
      untouched:
        'None of the ciphers and hashes that Microsoft’s guide calls weak is switched off in the registry; mail with Office 365 does not depend on it.',
      some: {
        one: 'One algorithm that Microsoft’s guide calls weak is not switched off in the registry: {names}.',
        other:
          '{count} algorithms that Microsoft’s guide calls weak are not switched off in the registry: {names}.',
      },
      unreadable: 'Not all keys of ciphers, hashes and key exchanges could be read.',
    },
  },
  'schannel/event-logging': {
    title: 'Schannel writes its errors to the event log',
    rationale:
      'When a TLS handshake fails, Schannel’s events are often the only trace that says why. Switched off, a mail problem cannot be explained afterwards.',
    messages: {
      on: 'Schannel writes its errors to the System event log.',
      byDefault: 'Schannel writes its errors to the System event log, as it does by default.',
      off: 'Schannel does not write its errors to the System event log, so failed TLS handshakes leave no trace there.',
      wrongKind:
        '`EventLogging` is stored as {kind} and not as `REG_DWORD`, so whether Schannel writes its errors to the event log is not certain.',
      unreadable: 'The SCHANNEL key could not be read.',
    },
    remedies: {
      enable: {
        summary: 'Let Schannel write its errors to the event log, then restart Windows.',
        mayBreak: 'Nothing; on a host open to the internet the System log fills faster.',
      },
    },
  },
} as const satisfies Record<string, RuleText>;
