// A certificate as Exchange dumps it into one field of its newer protocol logs.

export type CertificateSeen = {
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly serialNumber: string | null;
  readonly thumbprint: string | null;
  /** As logged, UTC ISO 8601. */
  readonly notAfter: string | null;
  readonly names: readonly string[];
};

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const hexadecimal = /^[0-9A-Fa-f]+$/;

/**
 * Subject, issuer, serial number, thumbprint, not before, not after and alternate names, separated by blanks. The two
 * names hold blanks themselves: an issuer begins where `KEY=` follows a blank that no comma precedes.
 */
export function certificateSeen(text: string): CertificateSeen {
  const words = text.trim().split(' ');
  const firstTime = words.findIndex((word) => time.test(word));
  const namesEnd = firstTime < 0 ? words.length : firstTime;
  const hex = words.slice(Math.max(0, namesEnd - 2), namesEnd).filter((word) => hexadecimal.test(word));
  const distinguished = words.slice(0, namesEnd - hex.length);
  const issuerAt = distinguished.findIndex(
    (word, index) =>
      index > 0 && /^[A-Za-z0-9.]+=/.test(word) && !/[,;+]$/.test(distinguished[index - 1] ?? ''),
  );
  const subjectWords = issuerAt < 0 ? distinguished : distinguished.slice(0, issuerAt);
  return {
    subject: textOrNull(subjectWords.join(' ')),
    issuer: issuerAt < 0 ? null : textOrNull(distinguished.slice(issuerAt).join(' ')),
    serialNumber: (hex.length === 2 ? hex[0] : null) ?? null,
    thumbprint: hex[hex.length - 1] ?? null,
    notAfter: firstTime < 0 ? null : (words[firstTime + 1] ?? null),
    names:
      firstTime < 0
        ? []
        : words
            .slice(firstTime + 2)
            .join(' ')
            .split(';')
            .filter((name) => name !== ''),
  };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}
