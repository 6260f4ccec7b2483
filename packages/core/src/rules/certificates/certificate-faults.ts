// What can be wrong with a certificate that a connector presents, each fault with its proof.
import type { Evidence, NotCheckedReason } from '../../engine/finding.ts';
import type { HostView } from '../../engine/host-view.ts';
import type { PersonalCertificate } from '../../facts/certificates.ts';
import { isWeakKey, signatureAlgorithm } from '../../reference/signature-algorithms.ts';
import { gapReason } from '../not-checked.ts';
import { coversHost, isBefore, isSelfSigned } from './certificate-choice.ts';

export type FaultMessage =
  | 'expired'
  | 'notYetValid'
  | 'expiresSoon'
  | 'noPrivateKey'
  | 'keyUnusable'
  | 'keyNotOpened'
  | 'weakSignature'
  | 'weakKey'
  | 'selfSigned'
  | 'chainBroken'
  | 'foreignNames'
  | 'notBound';

export interface Fault {
  readonly message: FaultMessage;
  /** `stops`: fails where mail depends on the certificate, else warns. */
  readonly weight: 'stops' | 'threatens' | 'note' | 'notChecked';
  /** Of a fault that was not checked. */
  readonly because?: NotCheckedReason;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly evidence: Evidence;
}

const day = 86_400_000;
const soonDays = 30;

/** Faults of the certificate itself, whoever presents it. */
export function ownFaults(certificate: PersonalCertificate, host: HostView): Fault[] {
  const faults: Fault[] = [];
  const { notAfter, notBefore } = certificate;
  if (isBefore(notAfter, host.nowText)) {
    faults.push({
      message: 'expired',
      weight: 'stops',
      params: { date: date(notAfter) },
      evidence: proof(certificate, 'NotAfter', notAfter),
    });
  } else if (isBefore(host.nowText, notBefore)) {
    faults.push({
      message: 'notYetValid',
      weight: 'stops',
      params: { date: date(notBefore) },
      evidence: proof(certificate, 'NotBefore', notBefore),
    });
  } else if (isBefore(notAfter, host.daysLater(soonDays))) {
    const count = Math.floor((Date.parse(notAfter) - host.now) / day);
    faults.push({
      message: 'expiresSoon',
      weight: 'threatens',
      params: { date: date(notAfter), count },
      evidence: proof(certificate, 'NotAfter', notAfter),
    });
  }
  const key = keyFault(certificate, host);
  if (key) faults.push(key);
  const { keyAlgorithm, keySize } = certificate;
  if (isWeakKey(keyAlgorithm, keySize)) {
    faults.push({
      message: 'weakKey',
      weight: 'threatens',
      params: { algorithm: keyAlgorithm, bits: keySize ?? 0 },
      evidence: proof(certificate, 'KeySize', keySize),
    });
  }
  return faults;
}

function keyFault(certificate: PersonalCertificate, host: HostView): Fault | undefined {
  if (!certificate.hasPrivateKey) {
    return {
      message: 'noPrivateKey',
      weight: 'stops',
      evidence: proof(certificate, 'HasPrivateKey', 'False'),
    };
  }
  const evidence = proof(certificate, 'PrivateKey', null);
  const what = `personal.${certificate.thumbprint}.privateKeyUsable`;
  if (host.gap('certificates', what)) {
    return {
      message: 'keyNotOpened',
      weight: 'notChecked',
      evidence,
      because: gapReason(host, 'certificates', what),
    };
  }
  if (certificate.privateKeyUsable !== false) return undefined;
  // Who may not open keys at all learns nothing about this one.
  return host.facts.gatherer.powershell?.elevated === true
    ? { message: 'keyUnusable', weight: 'threatens', evidence }
    : {
        message: 'keyNotOpened',
        weight: 'notChecked',
        evidence,
        because: { section: 'certificates', reason: 'denied', code: 'notElevated', what },
      };
}

/** Faults that count where Office 365 tells who the host is by its certificate. */
export function identityFaults(
  certificate: PersonalCertificate,
  fqdn: string | null,
  host: HostView,
): Fault[] {
  if (isSelfSigned(certificate)) {
    return [
      {
        message: 'selfSigned',
        weight: 'threatens',
        evidence: proof(certificate, 'Issuer', certificate.issuer),
      },
    ];
  }
  const faults: Fault[] = [];
  const algorithm = signatureAlgorithm(certificate.signatureAlgorithm);
  if (algorithm?.weak) {
    faults.push({
      message: 'weakSignature',
      weight: 'stops',
      params: { algorithm: algorithm.name },
      evidence: proof(certificate, 'SignatureAlgorithm', certificate.signatureAlgorithm),
    });
  }
  const problems = chainProblems(certificate, host);
  if (problems !== '') {
    faults.push({
      message: 'chainBroken',
      weight: 'threatens',
      params: { problems },
      evidence: proof(certificate, 'ChainStatus', problems),
    });
  }
  if (areForeign(certificate.names, fqdn, host)) {
    faults.push({
      message: 'foreignNames',
      weight: 'threatens',
      evidence: proof(certificate, 'DnsNameList', certificate.names.join(', ')),
    });
  }
  return faults;
}

/** Revocation was not asked for, and the certificate's own dates have a sentence of their own. */
function chainProblems(certificate: PersonalCertificate, host: HostView): string {
  const { chain } = certificate;
  if (!chain || chain.valid) return '';
  const ownDates =
    isBefore(certificate.notAfter, host.nowText) || isBefore(host.nowText, certificate.notBefore);
  return chain.problems
    .filter(
      (problem) =>
        problem !== 'RevocationStatusUnknown' &&
        problem !== 'OfflineRevocation' &&
        !(ownDates && problem === 'NotTimeValid'),
    )
    .join(', ');
}

/** Whether no name has to do with the connector or with a domain of the organisation. */
function areForeign(names: readonly string[], fqdn: string | null, host: HostView): boolean {
  if (fqdn !== null && names.some((name) => coversHost(name, fqdn))) return false;
  const connectors = host.section('connectors');
  const domains = [
    ...(connectors?.hybrid?.domains ?? []),
    ...(connectors?.acceptedDomains.map((domain) => domain.name) ?? []),
  ];
  // With nothing to compare with, nothing is foreign.
  if (domains.length === 0 || host.gap('connectors', 'acceptedDomains')) return false;
  return !names.some((name) => domains.some((domain) => belongsTo(name.toLowerCase(), domain.toLowerCase())));
}

/** A hybrid domain may carry the prefix `autod:`, an accepted one `*.`. */
function belongsTo(name: string, domain: string): boolean {
  const plain = domain.replace(/^(?:autod:|\*\.)/, '');
  return name === plain || name.endsWith(`.${plain}`);
}

export function notBound(certificate: PersonalCertificate, host: HostView): Fault | undefined {
  const services = host.section('certificates')?.exchangeServices;
  if (!services) return undefined;
  const own = services.certificates.find(
    ({ thumbprint }) => thumbprint.toUpperCase() === certificate.thumbprint.toUpperCase(),
  );
  if (own?.services.some((service) => service.toUpperCase() === 'SMTP')) return undefined;
  const value = own ? own.services.join(', ') : null;
  return {
    message: 'notBound',
    weight: 'note',
    evidence: {
      source: `${services.source} ${certificate.thumbprint}`,
      name: 'Services',
      value,
      expected: 'SMTP',
    },
  };
}

/** The gap that may hide a certificate: of the whole list, or of one that could not be read at all. */
export function hiddenCertificate(host: HostView): string | undefined {
  return host
    .gaps('certificates')
    .find(({ what }) => what === 'personal' || (what.startsWith('personal.') && !what.includes('.', 9)))
    ?.what;
}

export function proof(
  certificate: PersonalCertificate,
  name: string,
  value: string | number | null,
): Evidence {
  return { source: `${certificate.store}\\${certificate.thumbprint}`, name, value };
}

function date(time: string): string {
  return time.slice(0, 10);
}
