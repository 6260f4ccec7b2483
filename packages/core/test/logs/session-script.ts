// Writes the dialogue of one made-up SMTP session and knows what a reader has to find in it.
import type { Direction } from '../../src/mailflow/evidence.ts';
import type { SessionKind } from '../../src/mailflow/protocol-log/smtp-session.ts';
import type { SessionOutcome } from '../../src/mailflow/usage/usage-cell.ts';
import type { Random } from './random.ts';

/** `old`: one capability and one property of a certificate a record. `new`: all in one. */
export type Layout = 'old' | 'new';

export type Line = { readonly event: string; readonly data: string; readonly context: string };

export type Expected = {
  readonly kind: SessionKind;
  readonly outcome: SessionOutcome;
  readonly encrypted: number;
  readonly clear: number;
  readonly refused: number;
  /** As they are after the removal of personal data. */
  readonly errors: readonly string[];
  readonly suite: string;
  /** Of the peer that a proxying Exchange names. */
  readonly originalPeer: string | null;
};

export type Script = { readonly lines: readonly Line[]; readonly expected: Expected };

export const scenarios = [
  'tls',
  'tls',
  'tls',
  'tls',
  'clear',
  'clearUnoffered',
  'failed',
  'refused',
  'recipientError',
  'longError',
  'greetingError',
  'proxied',
  'anonymousTls',
  'shadow',
  'probe',
  'check',
  'idle',
] as const;
export type Scenario = (typeof scenarios)[number];

const versions = [
  ['TLS1_0', 'TLS 1.0'],
  ['TLS1', 'TLS 1.0'],
  ['TLS1_1', 'TLS 1.1'],
  ['TLS1_2', 'TLS 1.2'],
  ['TLS1_2', 'TLS 1.2'],
  ['TLS1_3', 'TLS 1.3'],
  ['SSL3', 'SSL 3.0'],
] as const;
const suites = [
  ['CALG_AES_256', 256, 'CALG_SHA_384', 0, 'CALG_ECDH_EPHEM', 384],
  ['CALG_AES_128', 128, 'CALG_SHA_256', 0, 'CALG_ECDH_EPHEM', 256],
  ['CALG_AES_128', 128, 'CALG_SHA1', 160, 'CALG_ECDHE', 256],
  ['CALG_3DES', 168, 'CALG_SHA1', 160, 'CALG_RSA_KEYX', 2048],
] as const;

/** What the two sides of a session may agree on. */
export type Agreements = {
  readonly versions: readonly (readonly [string, SessionOutcome])[];
  readonly suites: typeof suites | readonly (typeof suites)[number][];
  readonly marks: readonly string[];
};
export const anyAgreements: Agreements = { versions, suites, marks: ['_', '-'] };
/** Nineteen in twenty TLS 1.2, and two suites that are asked for first. */
export const usualAgreements: Agreements = {
  versions: [...new Array<(typeof versions)[number]>(19).fill(['TLS1_2', 'TLS 1.2']), ['TLS1_0', 'TLS 1.0']],
  suites: [suites[0], suites[0], suites[1]],
  marks: ['_'],
};

const failures = [
  'SocketError',
  'NoCredentials',
  'AlgorithmMismatch',
  'UntrustedRoot',
  'ConnectionReset',
] as const;
const capabilities =
  'SIZE 37748736|PIPELINING|DSN|ENHANCEDSTATUSCODES|%|X-ANONYMOUSTLS|AUTH NTLM|8BITMIME|CHUNKING';

export function sessionScript(
  scenario: Scenario,
  direction: Direction,
  layout: Layout,
  names: { readonly host: string; readonly peer: string; readonly peerAddress: string },
  rnd: Random,
  /** Chooses the version and the suite. */
  agreed: Random,
  agreements: Agreements = anyAgreements,
): Script {
  const lines: Line[] = [];
  const [mine, theirs] = direction === 'send' ? ['>', '<'] : ['<', '>'];
  const client = (data: string): void => void lines.push({ event: mine, data, context: '' });
  const server = (data: string): void => void lines.push({ event: theirs, data, context: '' });
  const note = (context: string, data = ''): void => void lines.push({ event: '*', data, context });
  const [clientName, serverName] = direction === 'send' ? [names.host, names.peer] : [names.peer, names.host];
  const errors: string[] = [];
  let suite = '';
  let outcome: SessionOutcome = 'none';
  let messages = 0;
  let refused = 0;
  let kind: SessionKind = 'mail';
  let originalPeer: string | null = null;

  const hello = (offer: string): void => {
    client(`EHLO ${clientName}`);
    const offered = capabilities
      .replace('%', offer)
      .split('|')
      .filter((item) => item !== '');
    if (layout === 'new') {
      server(`250  ${serverName} Hello [${names.peerAddress}] ${offered.join(' ')}`);
      return;
    }
    server(`250-${serverName} Hello [${names.peerAddress}]`);
    for (const [index, item] of offered.entries())
      server(`250${index === offered.length - 1 ? ' ' : '-'}${item}`);
  };
  const certificate = (whose: 'Sending' | 'Remote'): void => {
    const subject = `CN=mail${rnd.below(3)}.contoso.com, O=Contoso`;
    if (layout === 'new') {
      note(
        `${whose} certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names`,
        ` ${subject} CN=Example CA 12DEABC656 00112233445566778899AABBCCDDEEFF00112233 2025-01-17T15:15:33.000Z 2027-01-17T15:15:33.000Z mail.contoso.com;contoso.com`,
      );
      return;
    }
    note(`${whose} certificate`);
    note('Certificate subject', subject);
    note('Certificate issuer name', 'CN=Example CA');
    note('Certificate serial number', '12DEABC656');
    note('Certificate thumbprint', '00112233445566778899AABBCCDDEEFF00112233');
    note('Certificate alternate names', 'mail.contoso.com;contoso.com');
  };
  const negotiate = (command: string): void => {
    client(command);
    server('220 2.0.0 SMTP server ready');
    certificate('Sending');
    const [logged, version] = agreed.pick(agreements.versions);
    const [bulk, bulkBits, mac, macBits, exchange, exchangeBits] = agreed.pick(agreements.suites);
    note(
      `TLS protocol SP_PROT${agreed.pick(agreements.marks)}${logged}_${direction === 'send' ? 'CLIENT' : 'SERVER'} negotiation succeeded using bulk encryption algorithm ${bulk} with strength ${bulkBits} bits, MAC hash algorithm ${mac} with strength ${macBits} bits and key exchange algorithm ${exchange} with strength ${exchangeBits} bits`,
    );
    certificate('Remote');
    outcome = version;
    suite = `${bulk} ${bulkBits}, ${mac} ${macBits}, ${exchange} ${exchangeBits}`;
    hello('');
    note("TlsDomainCapabilities='None'; Status='NoRemoteCertificate'");
  };
  const message = (verdict: 'accepted' | 'refused', sender = `user${rnd.below(50)}@fabrikam.com`): void => {
    const isPipelined = rnd.below(2) === 0;
    const isForeign = rnd.below(2) === 0;
    client(`MAIL FROM:<${sender}> SIZE=4711`);
    if (!isPipelined) server('250 2.1.0 Sender OK');
    client(`RCPT TO:<user${rnd.below(50)}@contoso.com>`);
    if (isPipelined) server('250 2.1.0 Sender OK');
    server('250 2.1.5 Recipient OK');
    if (rnd.below(2) === 0) {
      client('BDAT 2048');
      server('250 2.0.0 2048 octets received');
      client('BDAT 815 LAST');
    } else {
      client('DATA');
      server('354 Start mail input; end with <CRLF>.<CRLF>');
    }
    if (verdict === 'refused') {
      server('550 5.7.1 Message rejected, see "policy"');
      errors.push('550 5.7.1 Message rejected, see "policy"');
      refused++;
    } else {
      server(
        isForeign
          ? '250 2.0.0 Ok: queued as 4XyZ'
          : `250 2.6.0 <${rnd.below(1e6)}@ex1.contoso.com> [InternalId=12, Hostname=EX1] 815 bytes in 0.1, 12 KB/sec Queued mail for delivery`,
      );
      messages++;
    }
  };
  const quit = (): void => {
    client('QUIT');
    server('221 2.0.0 Service closing transmission channel');
    lines.push({ event: '-', data: '', context: 'Local' });
  };

  if (direction === 'send') note('attempting to connect');
  lines.push({ event: '+', data: '', context: '' });
  if (scenario === 'check') {
    server(`220 ${serverName} Microsoft ESMTP MAIL Service ready`);
    lines.push({ event: '-', data: '', context: 'Remote' });
    if (direction === 'receive') kind = 'connectionCheck';
  } else if (scenario === 'greetingError') {
    server('554 5.7.1 No service, ask jane.doe@contoso.com');
    errors.push('554 5.7.1 No service, ask *@contoso.com');
    lines.push({ event: '-', data: '', context: 'Remote' });
  } else {
    server(`220 ${serverName} Microsoft ESMTP MAIL Service ready at Wed, 11 Jan 2026 16:59:51 +0100`);
    hello(scenario === 'clearUnoffered' ? '' : 'STARTTLS');
    switch (scenario) {
      case 'tls':
        negotiate('STARTTLS');
        for (let i = rnd.below(3); i >= 0; i--) message('accepted');
        quit();
        break;
      case 'clear':
      case 'clearUnoffered':
        message('accepted');
        outcome = 'clear text';
        quit();
        break;
      case 'failed': {
        const text = `TLS negotiation failed with error ${rnd.pick(failures)}`;
        client('STARTTLS');
        server('220 2.0.0 SMTP server ready');
        certificate('Sending');
        note(text);
        errors.push(text);
        outcome = 'failed';
        lines.push({ event: '-', data: '', context: 'Remote(SocketError)' });
        break;
      }
      case 'refused':
        negotiate('STARTTLS');
        message('refused');
        message('accepted');
        quit();
        break;
      case 'recipientError':
        client('MAIL FROM:<> SIZE=4711');
        server('250 2.1.0 Sender OK');
        client('RCPT TO:<jane.doe@contoso.com>');
        server('550 5.1.1 <jane.doe@contoso.com>: Recipient, "unknown"');
        errors.push('550 5.1.1 <*@contoso.com>: Recipient, "unknown"');
        quit();
        break;
      case 'longError':
        client('MAIL FROM:<jane.doe@contoso.com>');
        server('550-5.7.26 Your email has been blocked');
        server('550-5.7.26  because the sender is unauthenticated.');
        server('550 5.7.26 see https://example.org/a');
        errors.push(
          '550-5.7.26 Your email has been blocked 550-5.7.26  because the sender is unauthenticated. 550 5.7.26 see https://example.org/a',
        );
        quit();
        break;
      case 'proxied':
        originalPeer = `203.0.113.${rnd.below(20)}`;
        client(
          `XPROXYFROM SID=08DD34FA00000001 IP=${originalPeer} PORT=4711 DOMAIN=mail.fabrikam.com SEQNUM=1`,
        );
        server('250 2.0.0 XPROXYFROM accepted');
        message('accepted');
        kind = 'proxyLeg';
        outcome = 'clear text';
        quit();
        break;
      case 'anonymousTls':
        negotiate('X-ANONYMOUSTLS');
        message('accepted');
        kind = 'intraExchange';
        quit();
        break;
      case 'shadow':
        negotiate('X-ANONYMOUSTLS');
        client('XSHADOWREQUEST xyz');
        server('250 2.0.0 OK');
        kind = 'shadow';
        quit();
        break;
      case 'probe':
        message('accepted', 'HealthMailbox0123456789abcdef@contoso.com');
        kind = 'probe';
        outcome = 'clear text';
        quit();
        break;
      case 'idle':
        // The connection is lost without a word.
        break;
      default:
    }
  }
  const isEncrypted = suite !== '';
  return {
    lines,
    expected: {
      kind,
      outcome,
      encrypted: isEncrypted ? messages : 0,
      clear: isEncrypted ? 0 : messages,
      refused,
      errors,
      suite,
      originalPeer,
    },
  };
}
