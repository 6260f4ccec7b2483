// English words of the errors of the TLS libraries of other servers, devices and applications.
import type { ErrorText } from '../../locale.ts';

const thisProgram = 'It concerns the program that wrote it, not Exchange itself.';

export const librariesErrors = {
  'library-no-shared-version': {
    meaning: 'The program and its partner share no TLS version.',
    notProven: `It leaves open which of the two is too old. ${thisProgram}`,
    remedy: 'Enable TLS 1.2 in the side that lacks it; update the program where that is not possible.',
  },
  'library-no-shared-cipher': {
    meaning: 'The program and its partner share no cipher suite.',
    notProven: `Some libraries say so when it is the version that is missing. ${thisProgram}`,
    remedy: 'Compare versions and cipher suites of both sides.',
  },
  'library-not-tls': {
    meaning: 'What came instead of a handshake was not TLS of a version that the program understands.',
    notProven: `Mostly the port speaks clear text before \`STARTTLS\`, or a device answers. ${thisProgram}`,
    remedy: 'Check port and mode (`STARTTLS` on 25 and 587), then look for a device on the way.',
  },
  'library-certificate': {
    meaning: 'The program did not accept the certificate of its partner.',
    notProven: `TLS versions play no part in it. ${thisProgram}`,
    remedy: 'Install the missing root, or present a valid certificate with the right name.',
  },
  'library-handshake-cut': {
    meaning: 'The connection was closed during the TLS handshake.',
    notProven: `A version that is not accepted does this; so do a firewall and a missing certificate. ${thisProgram}`,
    remedy: 'Check the TLS versions of both sides first, then the way between them.',
  },
  'library-connection-closed': {
    meaning: 'The other side closed the connection, and the text does not say at which step.',
    notProven: `It says nothing about TLS unless the session shows that a handshake was going on. ${thisProgram}`,
    remedy:
      'Find the step at which it was closed. During the handshake: TLS versions. Otherwise: firewall and server.',
  },
  'library-connect-failed': {
    meaning: 'The TCP connection could not be made.',
    notProven: 'TLS never began, so this says nothing about TLS versions.',
    remedy: 'Check address, port, routes and firewall.',
  },
} as const satisfies Record<string, ErrorText>;
