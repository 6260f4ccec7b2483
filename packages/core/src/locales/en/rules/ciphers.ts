// English words of the rules about cipher suites and curves.
import type { RuleText } from '../../locale.ts';

export const ciphersRules = {
  'ciphers/exchange-online-overlap': {
    title: 'This host and Exchange Online have a cipher suite in common',
    rationale:
      'Even with TLS 1.2 on both sides a connection fails when they have no cipher suite in common. Hardened lists, above all those of a policy, sometimes leave none.',
    messages: {
      shared: {
        one: 'Exchange Online takes one of the cipher suites that this host uses with TLS 1.2.',
        other: 'Exchange Online takes {count} of the cipher suites that this host uses with TLS 1.2.',
      },
      none: 'Exchange Online takes none of the cipher suites that this host uses, so no TLS connection with it can succeed.',
      noneInPolicy:
        'A policy sets the cipher suites of this host, and Exchange Online takes none that this Windows knows by these names, so no TLS connection with it can succeed.',
      switchedOff:
        'Every cipher suite that this host has in common with Exchange Online needs an algorithm that is switched off: {names}.',
      unknownList: 'Which cipher suites this host uses could not be read.',
    },
    remedies: {
      switchOn: {
        summary: 'Switch the algorithms on again, then restart Windows.',
        mayBreak:
          'Nothing that works today needs them to be off; a hardening policy may switch them off again.',
      },
      list: {
        summary: 'Add suites that Exchange Online takes to the list, strongest first, then restart Windows.',
        mayBreak: 'Nothing: suites are added, none are taken away.',
      },
    },
    steps: {
      list: 'Add at least `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384` and `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`; before Windows Server 2016 instead `TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P256` and `TLS_RSA_WITH_AES_256_GCM_SHA384`.',
      policy:
        'A list that comes from Group Policy must be changed there: Computer Configuration, Administrative Templates, Network, SSL Configuration Settings, SSL Cipher Suite Order.',
    },
  },
  'ciphers/remaining-suites': {
    title: 'A strong cipher suite with forward secrecy is shared with Exchange Online',
    rationale:
      'Services drop CBC suites and suites without forward secrecy over the years. A host that shares only such suites stops exchanging mail on that day.',
    messages: {
      strong: 'At least one shared suite uses GCM and has forward secrecy.',
      either:
        'No shared suite uses GCM and has forward secrecy as well. Mail flows today; if Exchange Online dropped both kinds of older suites, nothing would be left, and {windows} may have nothing better.',
      onlyCbc:
        'All suites that this host shares with Exchange Online use CBC: if it dropped them, mail would stop.',
      onlyStatic:
        'All suites that this host shares with Exchange Online lack forward secrecy: if it dropped them, mail would stop.',
      none: 'No suite is shared at all, which another rule judges.',
      unknownList: 'Which cipher suites this host uses could not be read.',
    },
  },
  'ciphers/curves': {
    title: 'This host and Exchange Online have an elliptic curve in common',
    rationale:
      'Suites with forward secrecy agree on a curve. Without a common one only suites with RSA key exchange are left, if there are any.',
    messages: {
      shared: 'Common elliptic curves: {names}.',
      onlyStatic:
        'No elliptic curve of this host is one of `NistP256`, `NistP384` and `curve25519`: only suites without forward secrecy are left for mail with Exchange Online.',
      none: 'No elliptic curve of this host is one of `NistP256`, `NistP384` and `curve25519`, and no suite that does without a curve is known to be shared with Exchange Online.',
      unknownList: 'Which elliptic curves this host uses could not be read.',
    },
    remedies: {
      enable: {
        summary: 'Put `NistP256` and `NistP384` into the list of curves, then restart Windows.',
        mayBreak: 'Nothing: curves are added, none are taken away.',
      },
    },
    steps: {
      curves:
        'Run `Enable-TlsEccCurve NistP384` and `Enable-TlsEccCurve NistP256`; if Group Policy sets the ECC curve order, change it there.',
    },
  },
  'ciphers/list-origin': {
    title: 'No policy hides the local list of cipher suites',
    rationale:
      'A list set by policy replaces the local one completely. `Enable-TlsCipherSuite`, `Disable-TlsCipherSuite` and many tools then change a list that nobody reads.',
    messages: {
      noPolicy: 'No policy sets the list of cipher suites.',
      same: 'A policy sets the list of cipher suites, and the local list is the same.',
      policy: {
        one: 'A policy sets the list of cipher suites (one suite) in place of the local one: local changes have no effect.',
        other:
          'A policy sets the list of cipher suites ({count} suites) in place of the local one: local changes have no effect.',
      },
      unreadable: 'The list of cipher suites set by policy could not be read.',
    },
  },
  'ciphers/fips': {
    title: 'Windows is not in FIPS mode',
    rationale:
      'FIPS mode restricts TLS to approved algorithms. TLS 1.2 with Exchange Online uses only such ones, so mail keeps flowing; other programs may be surprised.',
    messages: {
      off: 'FIPS mode is off.',
      on: 'FIPS mode is on: TLS uses approved algorithms only. The suites of Exchange Online are among them, so mail with it does not suffer.',
      unreadable: 'Whether FIPS mode is on could not be read.',
    },
  },
} as const satisfies Record<string, RuleText>;
