// Tells whether an error text names TLS as what failed, without opening the whole error catalog for it.

/**
 * Lower case. Texts that only may have to do with TLS (a dropped connection) are left to those who look at everything
 * together.
 */
const marks: readonly string[] = [
  'tls negotiation failed',
  'starttls',
  'tls not available',
  'tls-negotiation',
  'certificate validation',
  'certvalidat',
  'subjectmismatch',
  '4.4.317',
  '5.4.317',
  '4.7.5',
  'tls 1.0',
  'suspiciousremoteserver',
  'sec_e_',
  'algorithmmismatch',
  'security status invalidtoken',
];

export function namesTls(text: string): boolean {
  const lower = text.toLowerCase();
  return marks.some((mark) => lower.includes(mark));
}

/** What fits into a line of evidence. */
export function shortened(text: string): string {
  return text.length <= 240 ? text : `${text.slice(0, 239)}…`;
}
