// Judges whether Exchange has a certificate at all with which it can offer STARTTLS.
import { defineRule } from '../../engine/rule.ts';
import { hasTransport } from '../../part-in-mail/transport-role.ts';
import { exchangeCertificates } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import { isValidAt } from './certificate-choice.ts';
import { hiddenCertificate } from './certificate-faults.ts';

export const smtpCertificate = defineRule({
  id: 'certificates/smtp-certificate',
  affects: 'receiving',
  needs: ['exchange', 'certificates'],
  references: [
    exchangeCertificates,
    'https://learn.microsoft.com/powershell/module/exchange/enable-exchangecertificate',
  ],
  evaluate: ({ certificates }, host) => {
    if (hasTransport(host) === 'no') return { verdict: 'notApplicable', message: 'noTransport' };
    const { exchangeServices, personal } = certificates;
    const hidden = exchangeServices ? hiddenCertificate(host) : 'exchangeServices';
    if (!exchangeServices || hidden !== undefined) {
      const because = gapReason(host, 'certificates', hidden ?? 'exchangeServices');
      return { verdict: 'notChecked', message: 'unread', because };
    }
    const bound = new Set<string>();
    for (const { thumbprint, services } of exchangeServices.certificates) {
      if (services.some((service) => service.toUpperCase() === 'SMTP')) bound.add(thumbprint.toUpperCase());
    }
    const candidates = personal.filter(({ thumbprint }) => bound.has(thumbprint.toUpperCase()));
    const evidence = candidates.map((certificate) => ({
      source: `${certificate.store}\\${certificate.thumbprint}`,
      name: 'NotAfter',
      value: certificate.notAfter,
    }));
    const valid = candidates.filter(
      (certificate) => isValidAt(certificate, host.nowText) && certificate.hasPrivateKey,
    );
    if (valid.length > 0) return { verdict: 'pass', message: 'present', evidence };
    return {
      verdict: 'fail',
      message: candidates.length > 0 ? 'noneValid' : 'none',
      evidence:
        candidates.length > 0
          ? evidence
          : [{ source: exchangeServices.source, name: 'Services', value: null, expected: 'SMTP' }],
      remedy: {
        id: 'certificates/smtp-certificate#make',
        steps: [
          { do: 'manual', step: 'getCertificate' },
          { do: 'manual', step: 'stopgap' },
          { do: 'restartService', service: 'MSExchangeTransport' },
        ],
      },
    };
  },
});
