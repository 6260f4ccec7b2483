// Made-up logs in the form that Exchange 2016 and later write.

export function sendLogHeader(date = '2026-11-01T09:00:00.000Z'): string {
  return [
    '#Software: Microsoft Exchange Server',
    '#Version: 15.0.0.0',
    '#Log-type: SMTP Send Protocol Log',
    `#Date: ${date}`,
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
    '',
  ].join('\r\n');
}

export interface SampleSession {
  readonly id: number;
  readonly peer?: string;
  readonly protocol?: 'SP_PROT_TLS1_2_CLIENT' | 'SP_PROT_TLS1_0_CLIENT';
  /** TLS fails instead. */
  readonly fails?: boolean;
  /** Minutes after nine. */
  readonly minute?: number;
}

/** The lines of one session that sends one mail. */
export function sendSession({
  id,
  peer = '52.101.8.36',
  protocol,
  fails,
  minute = 0,
}: SampleSession): string[] {
  const session = `08DC${id.toString(16).toUpperCase().padStart(12, '0')}`;
  let sequence = 0;
  const line = (event: string, data: string, context = ''): string => {
    const at = `2026-11-01T09:${String(minute % 60).padStart(2, '0')}:${String(sequence % 60).padStart(2, '0')}.000Z`;
    return `${at},Outbound to Office 365,${session},${sequence++},10.0.0.5:${2000 + (id % 60_000)},${peer}:25,${event},${data},${context}\r\n`;
  };
  const lines = [
    line('+', ''),
    line('<', '"220 AM0EUR02FT022.mail.protection.outlook.com Microsoft ESMTP MAIL Service ready"'),
    line('>', 'EHLO mail.contoso.com'),
    line('<', '250-AM0EUR02FT022.mail.protection.outlook.com Hello [192.0.2.1] STARTTLS SMTPUTF8'),
    line('>', 'STARTTLS'),
    line('<', '220 2.0.0 SMTP server ready'),
  ];
  if (fails) {
    return [
      ...lines,
      line('*', '', '"TLS negotiation failed with error SocketError"'),
      line('-', '', 'Remote(SocketError)'),
    ];
  }
  return [
    ...lines,
    line(
      '*',
      '',
      `"TLS protocol ${protocol ?? 'SP_PROT_TLS1_2_CLIENT'} negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm CALG_ECDHE with strength 384 bits"`,
    ),
    line('>', 'EHLO mail.contoso.com'),
    line('<', '250-AM0EUR02FT022.mail.protection.outlook.com Hello [192.0.2.1] SMTPUTF8'),
    line('>', 'MAIL FROM:<avi.cohen@contoso.com> SIZE=1000'),
    line('>', 'RCPT TO:<dana.levi@fabrikam.com>'),
    line('<', '250 2.1.0 Sender OK'),
    line('<', '250 2.1.5 Recipient OK'),
    line('>', 'DATA'),
    line('<', '354 Start mail input; end with <CRLF>.<CRLF>'),
    line(
      '<',
      '"250 2.6.0 <secret-id-4711@ex01.contoso.local> [InternalId=1] 1000 bytes in 0.1, 10 KB/sec Queued mail for delivery"',
    ),
    line('>', 'QUIT'),
    line('<', '221 2.0.0 Service closing transmission channel'),
    line('-', '', 'Local'),
  ];
}

export function sendLog(sessions: readonly SampleSession[], date?: string): string {
  return sendLogHeader(date) + sessions.flatMap(sendSession).join('');
}
