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
      off: 'TLS 1.2 is off for outgoing connections (`Enabled` is 0): Exchange Online refuses this host’s encrypted mail.',
      offPending:
        'TLS 1.2 is stored as off for outgoing connections. The key was written after the last start of Windows, so mail may still flow, but not after the next restart.',
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
} as const satisfies Record<string, RuleText>;
