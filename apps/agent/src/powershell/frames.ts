// Finds the probes' answers in what PowerShell prints, whatever else is printed around them.

export interface Frame {
  name: string;
  /** Decoded text; null when the frame is damaged. */
  text: string | null;
}

const header = /^ (\w[\w-]*) (\d{1,9}) /;

/**
 * Reads frames of the form `<token> <name> <length> <base64>#` from pieces of text. A length of 0 marks a plain text up
 * to `#`, for what must work where no method of .NET may be called. Text between frames is dropped at once.
 */
export function createFrameReader(token: string): (piece: string) => Frame[] {
  let pieces: string[] = [];
  let held = 0;
  // How much must be there before another look is worth it: looking at each piece would be quadratic.
  let needed = 0;

  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    const frames: Frame[] = [];
    while (held >= needed) {
      const text = pieces.join('');
      const at = text.indexOf(token);
      const rest = at < 0 ? text.slice(Math.max(0, text.length - token.length + 1)) : text.slice(at);
      const found = at < 0 ? null : readFrame(rest.slice(token.length));
      keep(found === null || typeof found === 'number' ? rest : rest.slice(token.length + found.used));
      if (found === null) {
        needed = held + 1;
        break;
      }
      if (typeof found === 'number') {
        needed = token.length + found;
        break;
      }
      frames.push(found.frame);
    }
    return frames;
  };

  function keep(text: string): void {
    pieces = [text];
    held = text.length;
    needed = 0;
  }
}

/** The frame behind a token; or how many characters it needs; or null when even its header is incomplete. */
function readFrame(text: string): { frame: Frame; used: number } | number | null {
  const match = header.exec(text.slice(0, 80));
  if (match === null) return text.length < 80 ? null : { frame: { name: '', text: null }, used: 0 };
  const [head, name = '', size = ''] = match;
  const length = Number(size);
  if (length === 0) {
    const end = text.indexOf('#', head.length);
    if (end < 0) return null;
    return { frame: { name, text: text.slice(head.length, end) }, used: end + 1 };
  }
  const end = head.length + length;
  if (text.length <= end) return end + 1;
  const payload = text.slice(head.length, end);
  const whole = text[end] === '#' && /^[A-Za-z0-9+/]+={0,2}$/.test(payload);
  // A damaged frame ends where it begins, so that a whole one behind it is still found.
  if (!whole) return { frame: { name, text: null }, used: head.length };
  return { frame: { name, text: Buffer.from(payload, 'base64').toString('utf8') }, used: end + 1 };
}
