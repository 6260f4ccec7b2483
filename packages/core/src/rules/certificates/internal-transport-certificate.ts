// Judges the certificate by which Exchange servers know one another: without it mail stops before it reaches the way out.
import type { Evidence } from '../../engine/finding.ts';
import { defineRule } from '../../engine/rule.ts';
import { hasTransport } from '../../part-in-mail/transport-role.ts';
import { exchangeCertificates } from '../mail-references.ts';
import { gapReason } from '../not-checked.ts';
import { isBefore } from './certificate-choice.ts';
import { hiddenCertificate } from './certificate-faults.ts';

export const internalTransportCertificate = defineRule({
  id: 'certificates/internal-transport-certificate',
  affects: 'hygiene',
  needs: ['connectors', 'certificates'],
  references: [
    exchangeCertificates,
    'https://learn.microsoft.com/powershell/module/exchange/get-transportservice',
  ],
  evaluate: ({ connectors, certificates }, host) => {
    if (hasTransport(host) === 'no') return { verdict: 'notApplicable', message: 'noTransport' };
    const service = connectors.transport.find(
      ({ internalTransportCertificate }) => internalTransportCertificate,
    );
    const thumbprint = service?.internalTransportCertificate?.toUpperCase();
    if (!service || !thumbprint) {
      const because = gapReason(host, 'connectors', 'transport.Get-TransportService');
      return { verdict: 'notChecked', message: 'unread', because };
    }
    const evidence: Evidence[] = [
      { source: service.source, name: 'InternalTransportCertificateThumbprint', value: thumbprint },
    ];
    const params = { thumbprint };
    const found = certificates.personal.find(
      (certificate) => certificate.thumbprint.toUpperCase() === thumbprint,
    );
    const remedy = {
      id: 'certificates/internal-transport-certificate#make',
      steps: [
        { do: 'command', shell: 'exchange', command: 'New-ExchangeCertificate' },
        { do: 'restartService', service: 'MSExchangeTransport' },
        { do: 'manual', step: 'edge' },
      ],
    } as const;
    if (!found) {
      const hidden = hiddenCertificate(host);
      if (hidden !== undefined) {
        const because = gapReason(host, 'certificates', hidden);
        return { verdict: 'notChecked', message: 'unread', because };
      }
      return { verdict: 'warn', message: 'missing', params, evidence, remedy };
    }
    evidence.push({ source: `${found.store}\\${found.thumbprint}`, name: 'NotAfter', value: found.notAfter });
    if (isBefore(found.notAfter, host.nowText))
      return { verdict: 'warn', message: 'expired', params, evidence, remedy };
    return { verdict: 'pass', message: 'valid', params, evidence };
  },
});
