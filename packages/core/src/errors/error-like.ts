// Tells lines and replies that report an error from prose, so that what the catalog lacks is kept and prose is not.

/** A reply code in a text: where a piece that nothing matched begins. */
export interface ReplyToken {
  readonly start: number;
  readonly end: number;
  /** `550 5.7.26`: one piece of a reply of several lines has the same. */
  readonly code: string;
}

// Both codes anywhere; one alone only where it can hardly be another number: an enhanced code of a known subject, a
// bare reply code where a reply begins.
const reply =
  /(?<![\w.#/-])(?:([45]\d\d)[ -]{1,3}#?([245]\.\d{1,3}\.\d{1,3})|#?([45]\.[0-7]\.\d{1,3}))(?![\w.]*\d|\.\w)|(?:^|['"(<,:;=>]) ?([45]\d\d)[ -](?=[A-Za-z])/gm;

/** The status of a delivery report or of a log of Postfix repeats the code of the text that stands beside it. */
const statusField = /(?:Status: *|\bdsn=)$/;

/** Names after which such a number is a version, and no code. */
const version = /(?:\bv|version|NET|Framework|PowerShell|kernel|release|OpenSSL|update)[ :]*$/i;

export function* replyTokens(text: string): Generator<ReplyToken> {
  for (const match of text.matchAll(reply)) {
    const [whole, smtp, enhanced, alone, bare] = match;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (alone !== undefined && (version.test(before) || statusField.test(before))) continue;
    const start = bare === undefined ? match.index : match.index + whole.indexOf(bare);
    const code = [smtp ?? bare, enhanced ?? alone].filter((part) => part !== undefined).join(' ');
    yield { start, end: match.index + whole.length, code };
  }
}

const failure =
  /negotiation failed|failed with (?:error|status)|failed because of|connection (?:was )?(?:dropped|refused|reset|closed|aborted|timed out)|unable to (?:connect|relay)|(?:cannot|could not|couldn't) (?:connect|establish|start tls|open a)|handshake fail|lost connection with|fatal (?:error|alert)|certificate \S{0,40} ?(?:expired|failed|invalid|not valid|revoked)|winsock error|socket error/i;

const longestLine = 2000;
const longestPiece = 500;

/** Lines that report a failure in words and that nothing covers yet. */
export function* errorLikeLines(
  text: string,
  covered: readonly { start: number; end: number }[],
): Generator<{ text: string; start: number; end: number }> {
  let span = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    while (span < covered.length && (covered[span]?.end ?? 0) <= start) span++;
    if ((covered[span]?.start ?? text.length) >= end) {
      const line = text.slice(start, Math.min(end, start + longestLine)).trim();
      if (failure.test(line)) yield { text: line.slice(0, longestPiece), start, end };
    }
    start = end + 1;
  }
}

// A property of a list (`RetryCount : 17`) or a field of a delivery report; a continued line begins otherwise.
const record =
  /\n(?:[A-Z][A-Za-z]{1,40}[ \t]+: |(?:Action|Status|Diagnostic-Code|Final-Recipient|Original-Recipient|Remote-MTA|Last-Attempt-Date|X-[A-Za-z-]{1,40}): )/g;

/** Where a new record begins, and whatever was open in the one before is over. */
export function* recordStarts(text: string): Generator<number> {
  for (const match of text.matchAll(record)) yield match.index;
}
