// Names other mail software on the host, whose TLS is not judged here.
import { defineRule } from '../../engine/rule.ts';

export const otherMailSoftware = defineRule({
  id: 'senders/other-mail-software',
  affects: 'hygiene',
  needs: ['senders'],
  references: [
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  ],
  evaluate: ({ senders }) => {
    if (senders.other.length === 0) return { verdict: 'pass', message: 'none' };
    return senders.other.map(({ product, service, status, source }) => ({
      verdict: 'info',
      message: status.toLowerCase() === 'stopped' ? 'stopped' : 'found',
      params: { product, service },
      subject: product,
      evidence: [{ source, name: service, value: status }],
    }));
  },
});
