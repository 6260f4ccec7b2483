// Four letters as the number that they are in memory, so that a word of a record is told by one comparison.

/** Lower case: `word('ehlo')` is what `lowerWord` gives for `EHLO`, `Ehlo` and `ehlo`. */
export function word(letters: string): number {
  let value = 0;
  for (let i = 3; i >= 0; i--) value = (value << 8) | letters.charCodeAt(i);
  return value;
}

/** The four bytes at `at` with the letters in lower case. */
export function lowerWord(view: DataView, at: number): number {
  return view.getInt32(at, true) | 0x20202020;
}

const comma = 0x2c;
const quote = 0x22;

/**
 * Where the token `STARTTLS`, whole and in any case, begins in `[from, to)`; -1 where it does not stand:
 * `X-STARTTLS` and `STARTTLSX` are others.
 */
export function findStartTls(view: DataView, from: number, to: number): number {
  for (let at = from; at + 8 <= to; ) {
    // Whichever letter of the token this is, the token's eighth byte is at most seven further on.
    const last = view.getUint8(at + 7) | 0x20;
    if (last !== 0x73) at += steps[last] ?? 8;
    else if (isStartTls(view, at, from, to)) return at;
    else at += 1;
  }
  return -1;
}

export function isStartTls(view: DataView, at: number, from: number, to: number): boolean {
  return (
    at >= from &&
    at + 8 <= to &&
    lowerWord(view, at) === star &&
    lowerWord(view, at + 4) === ttls &&
    (at === from || endsToken(view.getUint8(at - 1))) &&
    (at + 8 === to || endsToken(view.getUint8(at + 8)))
  );
}

const star = word('star');
const ttls = word('ttls');

function endsToken(byte: number): boolean {
  return byte <= 0x20 || byte === comma || byte === quote;
}

/** How far the token can be moved when its last place shows this letter (Boyer-Moore). */
const steps: Uint8Array = (() => {
  const table = new Uint8Array(256).fill(8);
  const token = 'starttls';
  for (let i = 0; i < 7; i++) table[token.charCodeAt(i)] = 7 - i;
  return table;
})();
