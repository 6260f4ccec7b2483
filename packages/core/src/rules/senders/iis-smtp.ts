// Judges the SMTP service of IIS where it hands mail to Office 365: it encrypts always or never, through Schannel.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import type { IisSmtpServer } from '../../facts/senders.ts';
import { exchangeOnlineHost } from '../../reference/exchange-online.ts';
import { gapReason } from '../not-checked.ts';

type Message =
  | 'encrypted'
  | 'none'
  | 'idle'
  | 'unread'
  | 'throughSmartHost'
  | 'clearText'
  | 'clearTextByDns'
  | 'submissionWithoutTls'
  | 'legacyEndpoint';

export const iisSmtp = defineRule({
  id: 'senders/iis-smtp',
  affects: 'sending',
  needs: ['senders'],
  references: [
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-configure-iis-for-relay-with-office-365',
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ],
  evaluate: ({ senders }, host) => {
    const service = senders.iisSmtp;
    if (!service) return { verdict: 'notApplicable', message: 'none' };
    const evidence = [{ source: service.source, name: 'SMTPSVC', value: service.status }];
    if (host.gap('senders', 'iisSmtp.servers')) {
      const because = gapReason(host, 'senders', 'iisSmtp.servers');
      return { verdict: 'notChecked', message: 'unread', evidence, because };
    }
    const running = service.status.toLowerCase() !== 'stopped';
    const outcomes: Outcome<Message>[] = [];
    let encrypted = 0;
    for (const server of service.servers) {
      const target = exchangeOnlineHost(server.smartHost ?? '');
      if (!running && !target) continue;
      const outcome = judgeServer(server, target?.kind);
      if (outcome) outcomes.push(outcome);
      else encrypted += 1;
    }
    if (outcomes.length > 0) return outcomes;
    return encrypted > 0
      ? { verdict: 'pass', message: 'encrypted', evidence }
      : { verdict: 'notApplicable', message: 'idle', evidence };
  },
});

function judgeServer(server: IisSmtpServer, kind: string | undefined): Outcome<Message> | undefined {
  const { id, source, smartHost, outboundTls } = server;
  const about = {
    params: { server: id, smartHost: smartHost ?? '' },
    subject: source,
    evidence: [
      { source, name: 'SmartHost', value: smartHost },
      { source, name: 'TLS', value: outboundTls === null ? null : String(outboundTls), expected: 'true' },
    ],
  };
  if (kind === undefined && smartHost !== null)
    return { verdict: 'info', message: 'throughSmartHost', ...about };
  if (kind === 'legacySubmission') return { verdict: 'info', message: 'legacyEndpoint', ...about };
  if (outboundTls === true) return undefined;
  if (outboundTls === null) {
    return {
      verdict: 'notChecked',
      message: 'unread',
      ...about,
      because: { section: 'senders', what: 'iisSmtp.servers', reason: 'failed', code: 'missing' },
    };
  }
  // To all domains by DNS it cannot require TLS, since it would reach only those who offer it.
  if (kind === undefined) return { verdict: 'info', message: 'clearTextByDns', ...about };
  const remedy = {
    id: 'senders/iis-smtp#encrypt',
    params: about.params,
    steps: [{ do: 'manual', step: 'encrypt', params: about.params }],
  } as const;
  return kind === 'submission'
    ? { verdict: 'fail', message: 'submissionWithoutTls', ...about, remedy }
    : { verdict: 'warn', message: 'clearText', ...about, remedy };
}
