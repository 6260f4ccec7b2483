// Bounces of made-up mails, in the forms that Exchange, Exchange Online and Postfix give them.

const original = [
  'Received: from EX01.contoso.com (192.0.2.10) by EX02.contoso.com (192.0.2.11) with',
  ' Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384)',
  ' id 15.1.2507.6; Mon, 20 Jan 2025 10:11:12 +0000',
  'Received: from scanner (192.0.2.77) by EX01.contoso.com (192.0.2.10) with Microsoft SMTP Server',
  ' id 15.1.2507.6; Mon, 20 Jan 2025 10:11:10 +0000',
  'From: Jane Doe <jane.doe@contoso.com>',
  'To: <john.roe@fabrikam.com>',
  'Subject: Salary of Jane',
  'Message-ID: <1234@contoso.com>',
];

/** With the machine's part, from Exchange 2016 after two days in the queue. */
export const exchangeBounce: string = [
  'Received: from EX02.contoso.com (192.0.2.11) by EX02.contoso.com (192.0.2.11) with mapi id 15.01.2507.006;',
  ' Wed, 22 Jan 2025 10:12:00 +0000',
  'MIME-Version: 1.0',
  'From: <postmaster@contoso.com>',
  'To: <jane.doe@contoso.com>',
  'Date: Wed, 22 Jan 2025 10:12:00 +0000',
  'Content-Type: multipart/report; report-type=delivery-status;',
  '\tboundary="b1"',
  'Subject: Undeliverable: Salary of Jane',
  'Auto-Submitted: auto-replied',
  '',
  'This is a multi-part message in MIME format.',
  '--b1',
  'Content-Type: multipart/alternative; differences=Content-Type; boundary="b1x"',
  '',
  '--b1x',
  'Content-Type: text/plain; charset="us-ascii"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Delivery has failed to these recipients or groups:',
  'john.roe@fabrikam.com<mailto:john.roe@fabrikam.com>',
  'Diagnostic information for administrators:',
  'Generating server: EX02.contoso.com',
  'john.roe@fabrikam.com',
  "Remote Server at mx.fabrikam.com (192.0.2.99) returned '550 4.4.7 QUEUE.Exp=",
  "ired; message expired'",
  "22.01.2025 10:11:30 - Server at mx.fabrikam.com (192.0.2.99) returned '451 4.4.0 Primary target IP ad=",
  'dress responded with: "421 4.4.2 Connection dropped due to SocketError." Attempted failover to alternate host, but that did not succeed.\'',
  '',
  '--b1x',
  'Content-Type: text/html; charset="us-ascii"',
  '',
  '<html><body><p>Delivery has failed</p></body></html>',
  '--b1x--',
  '',
  '--b1',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns;EX02.contoso.com',
  'Received-From-MTA: dns;EX01.contoso.com',
  'Arrival-Date: Mon, 20 Jan 2025 10:11:12 +0000',
  '',
  'Final-Recipient: rfc822;john.roe@fabrikam.com',
  'Action: failed',
  'Status: 4.4.7',
  'Diagnostic-Code: smtp;550 4.4.7 QUEUE.Expired; message expired',
  'Remote-MTA: dns;mx.fabrikam.com',
  'Last-Attempt-Date: Wed, 22 Jan 2025 11:11:30 +0100',
  'X-Display-Name: John Roe',
  '',
  '--b1',
  'Content-Type: message/rfc822',
  '',
  ...original,
  'Content-Type: text/plain',
  '',
  'Dear John, 550 5.7.64 TenantAttribution; Relay Access Denied is only quoted in the mail itself.',
  '--b1--',
  '',
].join('\r\n');

/** A server that is no Exchange, with the headers of the mail only. */
export const postfixBounce: string = [
  'Return-Path: <>',
  'From: MAILER-DAEMON@mx.fabrikam.com (Mail Delivery System)',
  'To: jane.doe@contoso.com',
  'Date: Mon, 20 Jan 2025 10:12:00 +0000 (UTC)',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=zz/1',
  '',
  '--zz/1',
  'Content-Type: text/plain; charset=us-ascii',
  'Content-Transfer-Encoding: base64',
  '',
  'VGhpcyBpcyB0aGUgbWFpbCBzeXN0ZW0gYXQgaG9zdCBteC5mYWJyaWthbS5jb20uCg==',
  '',
  '--zz/1',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.fabrikam.com',
  '',
  'Final-Recipient: rfc822; jane.doe@contoso.com',
  'Action: failed',
  'Status: 5.7.3',
  'Remote-MTA: dns; contoso-com.mail.protection.outlook.com',
  'Diagnostic-Code: smtp; 451 5.7.3 STARTTLS is required to',
  '    send mail [DB5EUR01FT039.eop-EUR01.prod.protection.outlook.com]',
  '',
  '--zz/1',
  'Content-Type: text/rfc822-headers',
  '',
  ...original,
  '--zz/1--',
].join('\n');

/** As copied from Outlook, in German: the words are translated, the codes are not. */
export const germanText: string = `Von: Microsoft Outlook
Gesendet: Mittwoch, 22. Januar 2025 11:12
An: Jane Doe <jane.doe@contoso.com>
Betreff: Unzustellbar: Gehalt von Jane

Die Nachricht an diese Empfänger kam nicht an:
john.roe@fabrikam.com

Angaben für Administratoren:

Erzeugt von Server: EX02.contoso.com

john.roe@fabrikam.com
Vom Remoteserver: '550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 TLS negotiation failed with error SocketError)'

Kopfzeilen der Nachricht:

${original.join('\n')}
`;

export const hebrewText: string = `נושא: לא ניתן למסירה: המשכורת של Jane

ההודעה לא נמסרה לנמענים אלה:
john.roe@fabrikam.com

מידע למנהלי המערכת:

שרת יוצר: EX02.contoso.com

john.roe@fabrikam.com
השרת המרוחק השיב '550 5.4.317 Message expired, cannot connect to remote server(451 4.4.0 TLS negotiation failed with error SocketError)'

כותרות ההודעה המקורית:

${original.join('\n')}
`;

/** What Exchange 2007 and 2010 wrote. */
export const oldText: string = `Delivery has failed to these recipients or distribution lists:

John Roe
Diagnostic information for administrators:
Generating server: HUB1.contoso.com
john.roe@fabrikam.com
#< #5.7.3 smtp;530 5.7.0 Must issue a STARTTLS command first> #SMTP#
Original message headers:
${original.join('\n')}
`;
