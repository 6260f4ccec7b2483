// Makes the first reading as fast as all others, at a moment when nobody waits for it.
import { diagnose } from '../diagnosis/diagnose.ts';
import { readEvidence } from './read-evidence.ts';

const samples = [
  `Diagnostic information for administrators:
Generating server: EX01.contoso.com

someone@contoso.com
1/2/2026 3:14:05 AM - Server at A.eurprd01.prod.outlook.com returned '550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)'
1/2/2026 3:04:05 AM - Server at mail.contoso.com (192.0.2.1) returned '450 4.4.317 Cannot connect to remote server [Message=451 4.4.0 TLS negotiation failed with error SocketError] [LastAttemptedServerName=mail.contoso.com] [LastAttemptedIP=192.0.2.1:25]'

Original message headers:
Received: from a.contoso.com (192.0.2.1) by b.contoso.com with Microsoft SMTP Server
 (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.1.2.3; Thu, 1 Jan 2026 08:00:00 +0000
From: "Someone" <someone@contoso.com>
Betreff: x
`,
  `Identity      : EX01\\3
DeliveryType  : SmartHostConnectorDelivery
Status        : Retry
MessageCount  : 1
LastError     : [{LED=451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError"};{MSG=};{FQDN=mail.contoso.com};{IP=192.0.2.1};{LRT=1/2/2026 3:04:05 AM}]
NextHopDomain : contoso.com
`,
];

/**
 * Programs that show a page first call this when they are idle: what it prepares (the tables of the error catalog, the
 * patterns) would otherwise be prepared by the first text, which then takes some ten milliseconds longer.
 */
export function warmUp(): void {
  // Engines translate a pattern for good only when it is used again.
  for (let times = 0; times < 3; times++) {
    for (const text of samples) {
      const { signals } = readEvidence(text, { source: '' });
      diagnose({ signals, now: new Date(0) });
    }
  }
}
