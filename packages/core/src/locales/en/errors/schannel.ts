// English words of Windows' own events about TLS.
import type { ErrorText } from '../../locale.ts';

const wholeHost =
  'The event concerns every program of the host. Only the same minute in the protocol log ties it to mail.';
const byAlert =
  'The number decides: 70 version, 40 and 71 version or cipher suite, 42 to 46 and 48 certificate. This one says nothing certain.';

export const schannelErrors = {
  'schannel-private-key': {
    meaning: 'Windows could not use the private key of a certificate.',
    notProven: `TLS versions play no part in it. ${wholeHost}`,
    remedy:
      'Give the service’s account the right to read the key, or import the certificate again with its key.',
  },
  'schannel-credential': {
    meaning:
      'Windows could not prepare TLS for a program: no version and cipher suite that the program asks for is enabled. Error state 10013 is typical.',
    notProven: `On many hosts it is noise of programs that ask for old versions only. ${wholeHost}`,
    remedy:
      'Enable TLS 1.2 for Client and Server, set the .NET values, restart Windows, and see whether it goes on.',
  },
  'schannel-no-shared-cipher': {
    meaning: 'A client wanted to talk TLS to this host, and nothing that it offered is enabled here.',
    notProven: `The version in the text is what the client offered; it leaves open whether version or cipher suites are missing. ${wholeHost}`,
    remedy: 'Enable TLS 1.2 for Server, and compare the enabled cipher suites with those of the clients.',
  },
  'schannel-handshake-succeeded': {
    meaning: 'A TLS handshake succeeded; the event names version and cipher suite.',
    notProven: wholeHost,
    remedy: 'Nothing to do.',
  },
  'schannel-alert-received': {
    meaning: 'The other side ended a TLS session with an alert.',
    notProven: `${byAlert} ${wholeHost}`,
    remedy: 'Find the program: the same minute in the protocol log, or a network trace.',
  },
  'schannel-alert-sent': {
    meaning: 'This host ended a TLS session with an alert.',
    notProven: `${byAlert} ${wholeHost}`,
    remedy: 'Find the program: the same minute in the protocol log, or a network trace.',
  },
  'schannel-server-certificate': {
    meaning: 'The certificate of a server that this host called did not pass.',
    notProven: `TLS versions play no part in it. ${wholeHost}`,
    remedy: 'Install missing roots, or let the other side renew its certificate.',
  },
} as const satisfies Record<string, ErrorText>;
