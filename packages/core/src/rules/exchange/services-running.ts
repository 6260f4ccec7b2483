// Judges whether the services that move mail run.
import type { Outcome } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import { hasTransport } from '../../part-in-mail/transport-role.ts';
import { quotePowerShell } from '../../remediation/powershell-quote.ts';
import { gapReason } from '../not-checked.ts';

type Message = 'running' | 'noTransport' | 'unread' | 'stopped' | 'inwardStopped' | 'changing';

/** Those that meet Office 365 themselves. */
const outer = ['msexchangetransport', 'msexchangefrontendtransport'];
/** Those between mailboxes and transport, and those that transport needs. */
const inner = [
  'msexchangedelivery',
  'msexchangesubmission',
  'msexchangemailsubmission',
  'msexchangeadtopology',
  'adam_msexchange',
];

export const servicesRunning = defineRule({
  id: 'exchange/services-running',
  affects: 'both',
  needs: ['exchange'],
  references: [
    'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/services-overview',
    'https://learn.microsoft.com/exchange/mail-flow/mail-flow',
  ],
  evaluate: ({ exchange }, host) => {
    if (hasTransport(host) === 'no') return { verdict: 'notApplicable', message: 'noTransport' };
    const outcomes: Outcome<Message>[] = [];
    const source = exchange.sources['services'] ?? 'Get-Service';
    let judged = 0;
    for (const { name, status } of exchange.services) {
      const meets = outer.includes(name.toLowerCase());
      if (!meets && !inner.includes(name.toLowerCase())) continue;
      judged += 1;
      const state = status.toLowerCase();
      if (state === 'running') continue;
      const rests = state === 'stopped' || state === 'paused';
      const verb = state === 'paused' ? 'Resume' : 'Start';
      outcomes.push({
        verdict: meets && rests ? 'fail' : 'warn',
        message: rests ? (meets ? 'stopped' : 'inwardStopped') : 'changing',
        params: { service: name, status },
        subject: name,
        evidence: [{ source, name, value: status, expected: 'Running' }],
        remedy: {
          id: 'exchange/services-running#start',
          params: { service: name },
          steps: [
            { do: 'manual', step: 'maintenance' },
            { do: 'command', shell: 'powershell', command: `${verb}-Service -Name ${quotePowerShell(name)}` },
          ],
        },
      });
    }
    const unread = host
      .gaps('exchange')
      .find(({ what }) => what === 'services' || what.startsWith('services.'));
    if (unread || judged === 0) {
      const because = gapReason(host, 'exchange', unread?.what ?? 'services');
      outcomes.push({ verdict: 'notChecked', message: 'unread', because });
    }
    if (outcomes.length > 0) return outcomes;
    const evidence = exchange.services.map(({ name, status }) => ({ source, name, value: status }));
    return { verdict: 'pass', message: 'running', evidence };
  },
});
