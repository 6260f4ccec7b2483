// English words of the rules about WinHTTP.
import type { RuleText } from '../../locale.ts';

export const winhttpRules = {
  'winhttp/default-secure-protocols': {
    title: 'WinHTTP offers TLS 1.2',
    rationale:
      'On Windows Server 2008 R2 and 2012 programs on WinHTTP offer TLS 1.2 only when a value says so. Hybrid web services can need it; SMTP does not use WinHTTP, so mail itself is not concerned.',
    messages: {
      set: '`DefaultSecureProtocols` offers TLS 1.2 in all views of the registry.',
      setUpdateUnproven:
        '`DefaultSecureProtocols` offers TLS 1.2, but takes effect only with {update}, and neither that update nor a later rollup is listed as installed.',
      absent:
        '`DefaultSecureProtocols` is not written, so programs on WinHTTP do not offer TLS 1.2 on {windows}. SMTP is not concerned.',
      withoutTls12:
        '`DefaultSecureProtocols` does not offer TLS 1.2 to programs on WinHTTP, only: {protocols}. SMTP is not concerned.',
      otherSystem: '{windows} offers TLS 1.2 through WinHTTP without this value.',
      noUpdate: 'The update that makes WinHTTP read this value does not exist for {windows}.',
      unreadable: 'The keys of WinHTTP could not be read.',
    },
    remedies: {
      write: {
        summary: 'Install {update} if it is missing, let WinHTTP offer TLS 1.2, then restart Windows.',
        mayBreak: 'Nothing: TLS 1.2 is added, the other versions stay.',
      },
    },
    steps: {
      update:
        'Install {update} or a later monthly rollup, unless it is installed: without it the value does nothing.',
    },
  },
} as const satisfies Record<string, RuleText>;
