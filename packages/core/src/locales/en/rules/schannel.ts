// English words of the rules about Schannel's protocols.
import type { RuleText } from '../../locale.ts';

export const schannelRules = {
  'schannel/tls12-client-enabled': {
    title: 'TLS 1.2 is in effect for outgoing connections',
    rationale:
      'Exchange Online accepts no older version. Without TLS 1.2 as a client this host cannot hand over encrypted mail: it waits in the queue, or leaves in clear text where the connector allows that.',
    messages: {
      on: 'TLS 1.2 is on for outgoing connections.',
      onPending:
        'TLS 1.2 is stored as on for outgoing connections, but the key was written after the last start of Windows: until the next restart the older setting may still be in force.',
      onAgeUnknown:
        'TLS 1.2 is stored as on for outgoing connections; whether that was written before the last start of Windows could not be read.',
      onNeedsUpdate:
        'TLS 1.2 is stored as on for outgoing connections, but {windows} has it only with {update}, and neither that update nor a later rollup is listed as installed.',
      onUpdateUnknown:
        'TLS 1.2 is stored as on for outgoing connections, but {windows} has it only with {update}, and the list of installed updates could not be read.',
      off: 'TLS 1.2 is off for outgoing connections (`Enabled` is 0): Exchange Online refuses this host’s encrypted mail.',
      offPending:
        'TLS 1.2 is stored as off for outgoing connections. The key was written after the last start of Windows, so mail may still flow, but not after the next restart.',
      ghost:
        'TLS 1.2 is not in effect for outgoing connections: what should turn it on is written at {ghost}, which Windows does not read.',
      offByDefault:
        'TLS 1.2 is not offered for outgoing connections by default (`DisabledByDefault` is not 0): Exchange starts TLS without it.',
      offByDefaultOfSystem:
        'TLS 1.2 is off for outgoing connections unless the registry turns it on: that is the default of {windows}.',
      notSupported: '{windows} does not have TLS 1.2 for outgoing connections.',
      wrongType:
        '{value} is stored as {kind} and not as `REG_DWORD`: what Windows makes of it is not documented, so nobody can rely on TLS 1.2.',
      unreadable: 'The key could not be read, so TLS 1.2 for outgoing connections was not checked.',
      unknownSystem:
        'The values are not written and the defaults of this Windows (build {build}) are not known here, so TLS 1.2 for outgoing connections was not checked.',
    },
    remedies: {
      enable: {
        summary: 'Turn TLS 1.2 on for outgoing connections, then restart Windows.',
        mayBreak:
          'Nothing that works today needs TLS 1.2 to be off. Older versions stay as they are, so partners with old TLS are not cut off.',
      },
      restart: {
        summary: 'Restart Windows, so that the stored values take effect.',
        mayBreak: 'Mail and clients are interrupted while the host restarts: put it into maintenance first.',
      },
    },
    steps: {
      maintenance: 'Put the host into maintenance, or choose a time when its mail can wait.',
    },
  },
  'schannel/tls12-server-enabled': {
    title: 'TLS 1.2 is in effect for incoming connections',
    rationale:
      'Exchange Online uses no older version when it delivers. Without TLS 1.2 as a server this host cannot take its encrypted mail: it waits in Exchange Online and comes back as undeliverable after a day.',
    messages: {
      on: 'TLS 1.2 is on for incoming connections.',
      onPending:
        'TLS 1.2 is stored as on for incoming connections, but the key was written after the last start of Windows: until the next restart the older setting may still be in force.',
      onAgeUnknown:
        'TLS 1.2 is stored as on for incoming connections; whether that was written before the last start of Windows could not be read.',
      onNeedsUpdate:
        'TLS 1.2 is stored as on for incoming connections, but {windows} has it only with {update}, and neither that update nor a later rollup is listed as installed.',
      onUpdateUnknown:
        'TLS 1.2 is stored as on for incoming connections, but {windows} has it only with {update}, and the list of installed updates could not be read.',
      off: 'TLS 1.2 is off for incoming connections (`Enabled` is 0): Exchange Online cannot deliver encrypted mail to this host.',
      offPending:
        'TLS 1.2 is stored as off for incoming connections. The key was written after the last start of Windows, so mail may still arrive, but not after the next restart.',
      ghost:
        'TLS 1.2 is not in effect for incoming connections: what should turn it on is written at {ghost}, which Windows does not read.',
      offByDefault:
        'TLS 1.2 is not accepted on incoming connections by default (`DisabledByDefault` is not 0): Exchange answers STARTTLS without it.',
      offByDefaultOfSystem:
        'TLS 1.2 is off for incoming connections unless the registry turns it on: that is the default of {windows}.',
      notSupported: '{windows} does not have TLS 1.2 for incoming connections.',
      wrongType:
        '{value} is stored as {kind} and not as `REG_DWORD`: what Windows makes of it is not documented, so nobody can rely on TLS 1.2.',
      unreadable: 'The key could not be read, so TLS 1.2 for incoming connections was not checked.',
      unknownSystem:
        'The values are not written and the defaults of this Windows (build {build}) are not known here, so TLS 1.2 for incoming connections was not checked.',
    },
    remedies: {
      enable: {
        summary: 'Turn TLS 1.2 on for incoming connections, then restart Windows.',
        mayBreak:
          'Nothing that works today needs TLS 1.2 to be off. Older versions stay as they are, so clients with old TLS are not cut off.',
      },
      restart: {
        summary: 'Restart Windows, so that the stored values take effect.',
        mayBreak: 'Mail and clients are interrupted while the host restarts: put it into maintenance first.',
      },
    },
    steps: {
      maintenance: 'Put the host into maintenance, or choose a time when its mail can wait.',
    },
  },
  'schannel/tls12-explicit': {
    title: 'TLS 1.2 is written out for both directions',
    rationale:
      'Microsoft recommends writing both values for client and server, so that TLS 1.2 does not depend on what a version of Windows does with missing ones. This alone never stops mail.',
    messages: {
      explicit: 'Both values of TLS 1.2 are written in every direction in which it is on.',
      byDefault:
        'Where TLS 1.2 is on, it rests in part on the default of {windows}; Microsoft recommends writing both values for client and server.',
      half: 'Where TLS 1.2 is on, it rests on one value only, and {windows} has it off by default; Microsoft recommends writing both values for client and server.',
      notOn: 'TLS 1.2 is on in neither direction, so how it is written does not matter.',
      unreadable: 'The keys of TLS 1.2 could not be read, so how it is written was not checked.',
    },
    remedies: {
      write: {
        summary: 'Write both values of TLS 1.2, then restart Windows when it suits.',
        mayBreak: 'Nothing: the values say what is already in effect.',
      },
    },
  },
  'schannel/pending-restart': {
    title: 'Schannel’s settings are older than the last start of Windows',
    rationale:
      'Schannel reads its settings when Windows starts. What was written later is not in force, and the registry no longer shows what is.',
    messages: {
      none: 'No setting of Schannel was written after the last start of Windows.',
      mail: {
        one: 'One key that decides about TLS 1.2 was written after the last start of Windows: it takes effect only after a restart.',
        other:
          '{count} keys that decide about TLS 1.2 were written after the last start of Windows: they take effect only after a restart.',
      },
      others: {
        one: 'One other key of Schannel was written after the last start of Windows and takes effect only after a restart; mail with Office 365 does not depend on it.',
        other:
          '{count} other keys of Schannel were written after the last start of Windows and take effect only after a restart; mail with Office 365 does not depend on them.',
      },
      bootTimeUnknown:
        'When Windows was last started could not be read, so whether a restart is owed was not checked.',
      timeUnknown:
        'When the keys were written could not be read, so whether a restart is owed was not checked.',
    },
    remedies: {
      restart: {
        summary: 'Restart Windows, so that the stored values take effect.',
        mayBreak: 'Mail and clients are interrupted while the host restarts: put it into maintenance first.',
      },
    },
    steps: {
      maintenance: 'Put the host into maintenance, or choose a time when its mail can wait.',
    },
  },
  'schannel/legacy-tls-enabled': {
    title: 'TLS 1.0 and 1.1 are off',
    rationale:
      'Both versions are outdated, and other programs on the network may still need them. Mail with Office 365 uses TLS 1.2 whether they are on or not.',
    messages: {
      off: 'TLS 1.0 and 1.1 are off in both directions.',
      on: '{protocol} is still on in both directions. That does not stop mail with Office 365; turn it off once nothing on the network needs it.',
      onClient:
        '{protocol} is still on for outgoing connections. That does not stop mail with Office 365; turn it off once no server that this host calls needs it.',
      onServer:
        '{protocol} is still on for incoming connections. That does not stop mail with Office 365; turn it off once no client of this host needs it.',
      unreadable: 'The keys of {protocol} could not be read.',
      unknownSystem:
        'Whether {protocol} is on was not checked: its values are not written, and the defaults of this Windows are not known here.',
    },
  },
  'schannel/ssl-enabled': {
    title: 'SSL 2.0 and 3.0 are off',
    rationale:
      'Both are broken and no mail with Office 365 uses them. An attacker who can push a connection down to them can read it.',
    messages: {
      off: 'SSL 2.0 and 3.0 are not on.',
      on: '{protocol} is on, although it is broken and nothing should use it any more.',
      unreadable: 'The keys of {protocol} could not be read.',
      unknownSystem:
        'Whether {protocol} is on was not checked: its values are not written, and the defaults of this Windows are not known here.',
    },
    remedies: {
      disable: {
        summary: 'Turn {protocol} off, then restart Windows.',
        mayBreak: 'Very old devices and programs that know nothing newer than SSL can no longer connect.',
      },
    },
  },
  'schannel/tls13-supported': {
    title: 'TLS 1.3 is on only where Windows and Exchange support it',
    rationale:
      'Exchange supports TLS 1.3 from 2019 CU15 on Windows Server 2022 and later, for all protocols but SMTP, so mail gains nothing from it. Forced on elsewhere it is known to break web services, hybrid ones among them.',
    messages: {
      notSupportedAndNotAsked: 'TLS 1.3 is not turned on, and this Windows does not support it.',
      off: 'TLS 1.3 is not on.',
      supported: 'TLS 1.3 is on, and {exchange} supports it for all protocols but SMTP.',
      noExchange: 'TLS 1.3 is on, and this host has no Exchange server that could object to it.',
      windowsTooOld:
        'The registry turns TLS 1.3 on, but {windows} does not support it: Microsoft calls that unsafe.',
      exchangeTooOld: 'TLS 1.3 is turned on, but {exchange} does not support it.',
      exchangeTooOldByDefault:
        'TLS 1.3 is on because nothing is written and this Windows has it on by default, but {exchange} does not support it.',
      exchangeUnknown: 'TLS 1.3 is on, but which Exchange is installed could not be read.',
      unreadable: 'The keys of TLS 1.3 could not be read.',
      unknownSystem: 'Whether this Windows has TLS 1.3 is not known here.',
    },
    remedies: {
      disable: {
        summary: 'Turn TLS 1.3 off, then restart Windows.',
        mayBreak: 'Connections of this host that use TLS 1.3 today fall back to TLS 1.2, so that must be on.',
      },
    },
  },
} as const satisfies Record<string, RuleText>;
