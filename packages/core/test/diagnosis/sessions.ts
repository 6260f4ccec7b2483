// Protocol logs of made-up sessions with Exchange Online: handshakes that fail, mail in clear text, missing offers.

export interface SessionPlan {
  /** `HH:MM` on 2026-01-11. */
  at: string;
  receive?: boolean;
  /** The security status of a failed handshake. */
  status?: string;
  /** The answer to MAIL FROM. */
  refusal?: string;
  /** STARTTLS in the answer to EHLO. */
  offer?: boolean;
  /** Whether mail is handed over. */
  mail?: boolean;
  peer?: string;
}

type Part = readonly [event: string, data: string, context?: string];
type Session = SessionPlan & { parts: readonly Part[] };

const fields =
  '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';

export function protocolLog(
  type: 'Send' | 'Receive',
  connector: string,
  sessions: readonly Session[],
): string {
  const lines = sessions.flatMap(({ at, parts, peer = '104.47.58.43' }, number) => {
    const [local, remote] =
      type === 'Send'
        ? [`10.0.0.1:${40000 + number}`, `${peer}:25`]
        : ['10.0.0.1:25', `${peer}:${40000 + number}`];
    const id = (0x8dd34fa3086270 + number).toString(16).toUpperCase().padStart(16, '0');
    return parts.map(
      ([event, data, context = ''], index) =>
        `2026-01-11T${at}:${String(index).padStart(2, '0')}.000Z,${connector},${id},${index},${local},${remote},${event},${data},${context}`,
    );
  });
  const header = ['#Software: Microsoft Exchange Server', `#Log-type: SMTP ${type} Protocol Log`, fields];
  return `${[...header, ...lines].join('\r\n')}\r\n`;
}

const online = 'AM0EUR02FT012.mail.protection.outlook.com';

/** Who speaks: a send log marks the host's own lines with `>`, a receive log those of the client with `<`. */
function marks(receive: boolean): { client: string; server: string } {
  return receive ? { client: '<', server: '>' } : { client: '>', server: '<' };
}

function opening({ receive = false, offer = true }: SessionPlan): Part[] {
  const { client, server } = marks(receive);
  const host = receive ? 'EX01.contoso.com' : online;
  const offered = offer ? ' STARTTLS X-ANONYMOUSTLS' : ' X-ANONYMOUSTLS';
  return [
    ['+', ''],
    [server, `"220 ${host} Microsoft ESMTP MAIL Service ready at Sun, 11 Jan 2026 10:00:00 +0000"`],
    [client, `EHLO ${receive ? online : 'ex01.contoso.com'}`],
    [
      server,
      `250  ${host} Hello [192.0.2.1] SIZE 157286400 PIPELINING DSN ENHANCEDSTATUSCODES${offered} 8BITMIME`,
    ],
  ];
}

export function failedHandshake(plan: SessionPlan): Session {
  const { client, server } = marks(plan.receive === true);
  return {
    ...plan,
    parts: [
      ...opening(plan),
      [client, 'STARTTLS'],
      [server, '220 2.0.0 SMTP server ready'],
      ['*', '', `TLS negotiation failed with error ${plan.status ?? 'SocketError'}`],
      ['-', '', 'Remote(SocketError)'],
    ],
  };
}

export function agreedTls12(plan: SessionPlan): Session {
  const { client, server } = marks(plan.receive === true);
  const side = plan.receive ? 'SERVER' : 'CLIENT';
  return {
    ...plan,
    parts: [
      ...opening(plan),
      [client, 'STARTTLS'],
      [server, '220 2.0.0 SMTP server ready'],
      [
        '*',
        '',
        `"TLS protocol SP_PROT_TLS1_2_${side} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm CALG_ECDH_EPHEM with strength 384 bits"`,
      ],
      ...mail(plan),
    ],
  };
}

export function clearMail(plan: SessionPlan): Session {
  return { ...plan, parts: [...opening(plan), ...mail(plan)] };
}

export function receivedClear(plan: SessionPlan): Session {
  const received = { ...plan, receive: true };
  const quit: Part[] = [
    ['<', 'QUIT'],
    ['-', '', 'Local'],
  ];
  return { ...received, parts: [...opening(received), ...(plan.mail === false ? quit : mail(received))] };
}

function mail({ receive = false, refusal }: SessionPlan): Part[] {
  const { client, server } = marks(receive);
  const from: Part = [client, 'MAIL FROM:<jane@contoso.com>'];
  if (refusal !== undefined)
    return [
      from,
      [server, refusal],
      [client, 'QUIT'],
      [server, '221 2.0.0 Service closing'],
      ['-', '', 'Local'],
    ];
  return [
    from,
    [server, '250 2.1.0 Sender OK'],
    [client, 'RCPT TO:<john@fabrikam.com>'],
    [server, '250 2.1.5 Recipient OK'],
    [client, 'BDAT 12 LAST'],
    [server, '"250 2.6.0 <1@ex01.contoso.com> [InternalId=1, Hostname=X] Queued mail for delivery"'],
    [client, 'QUIT'],
    [server, '221 2.0.0 Service closing transmission channel'],
    ['-', '', 'Local'],
  ];
}
