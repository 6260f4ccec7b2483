// Finds the certificate that Exchange takes for a connector: by the connector's setting, or by its FQDN.
import type { PersonalCertificate } from '../../facts/certificates.ts';

export interface CertificateName {
  readonly issuer: string;
  readonly subject: string;
}

const certificateName = /^<I>(.*?)<S>(.*)$/is;

/** Reads `<I>issuer<S>subject`; null when the text has another form. */
export function parseCertificateName(text: string): CertificateName | null {
  const [, issuer = '', subject = ''] = certificateName.exec(text)?.map((part) => part.trim()) ?? [];
  return issuer === '' || subject === '' ? null : { issuer, subject };
}

/** Certificates with exactly this issuer and subject. */
export function findByName(
  certificates: readonly PersonalCertificate[],
  name: CertificateName,
): PersonalCertificate[] {
  return certificates.filter(
    ({ subject, issuer }) => isSameText(subject, name.subject) && isSameText(issuer, name.issuer),
  );
}

/** In any case and with any blanks around `text`. Most are written alike, which is far cheaper to see. */
function isSameText(text: string, wanted: string): boolean {
  return text === wanted || text.trim().toLowerCase() === wanted.toLowerCase();
}

/** Certificates whose names cover a host name. */
export function findByHostName(
  certificates: readonly PersonalCertificate[],
  hostName: string,
): PersonalCertificate[] {
  return certificates.filter(({ names }) => names.some((name) => coversHost(name, hostName)));
}

/** A name of a certificate covers a host when it is the same, or a wildcard for exactly its first label. */
export function coversHost(name: string, hostName: string): boolean {
  const pattern = name.toLowerCase();
  const host = hostName.toLowerCase();
  if (pattern === host) return true;
  const dot = host.indexOf('.');
  return pattern.startsWith('*.') && dot > 0 && pattern.slice(1) === host.slice(dot);
}

/** A time (UTC) of the facts against another; seconds are enough, and forms may differ after them. */
export function isBefore(a: string, b: string): boolean {
  return a.slice(0, 19) < b.slice(0, 19);
}

export function isValidAt(certificate: PersonalCertificate, now: string): boolean {
  return !isBefore(now, certificate.notBefore) && !isBefore(certificate.notAfter, now);
}

export function isSelfSigned(certificate: PersonalCertificate): boolean {
  return certificate.subject === certificate.issuer;
}

/**
 * The one of several matches that Exchange takes: the newest among those that are valid and have their private key.
 * Without such a one it is the newest of the rest, whose fault then is what to tell.
 */
export function chooseNewest(
  matches: readonly PersonalCertificate[],
  now: string,
): PersonalCertificate | undefined {
  let best: PersonalCertificate | undefined;
  for (const candidate of matches) {
    if (!best) best = candidate;
    else {
      const rank = usability(candidate, now) - usability(best, now);
      if (rank > 0 || (rank === 0 && isBefore(best.notBefore, candidate.notBefore))) best = candidate;
    }
  }
  return best;
}

function usability(certificate: PersonalCertificate, now: string): number {
  return (isValidAt(certificate, now) ? 2 : 0) + (certificate.hasPrivateKey ? 1 : 0);
}
