// Makes plain text of RTF: good enough for the lines of a bounce, whatever program wrote it.

/** Groups of data, not of text. A group that begins with `\*` may be passed over by whoever does not know it. */
const destinations: ReadonlySet<string> = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
]);

const characters: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
};

/** The start of a line in HTML that is kept inside RTF (MS-OXRTFEX). */
const lineTag = /<\/?(?:br|p|div|tr|li|h[1-6]|table|blockquote|pre)\b/i;
const cellTag = /<\/t[dh]\b/i;

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|[{}]|[^\\{}\r\n]+|[\r\n]+|\\/gi;

const mostNested = 10_000;
const mostUnicodeSkip = 10;

interface State {
  /** Nothing of the group is text. */
  skips: boolean;
  /** It holds a tag of HTML. */
  isTag: boolean;
  /** What only programs without HTML shall show. */
  isForRtf: boolean;
  /** Characters behind `\u` for programs without Unicode. */
  replaced: number;
}

/** `rtf`: one character a byte. Linear in its length. */
export function rtfText(rtf: string): string {
  return new RtfReading().read(rtf);
}

class RtfReading {
  #text = '';
  #bytes: number[] = [];
  #decoder = new TextDecoder('windows-1252');
  #state: State = { skips: false, isTag: false, isForRtf: false, replaced: 1 };
  readonly #stack: State[] = [];
  #isStarred = false;
  /** Characters to pass over. */
  #pending = 0;

  read(rtf: string): string {
    for (const [whole, word, number, hex, symbol] of rtf.matchAll(token)) {
      if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else {
        this.#flush();
        if (word !== undefined) this.#word(word.toLowerCase(), number);
        else if (symbol !== undefined) this.#symbol(symbol);
        else if (whole === '{') this.#open();
        else if (whole === '}') this.#close();
        else if (!/^[\r\n\\]/.test(whole)) this.#plain(whole);
      }
    }
    this.#flush();
    return this.#text;
  }

  #open(): void {
    if (this.#stack.length < mostNested) this.#stack.push({ ...this.#state });
    this.#pending = 0;
  }

  #close(): void {
    const state = this.#stack.pop();
    if (state) this.#state = state;
    this.#isStarred = false;
    this.#pending = 0;
  }

  #word(word: string, number: string | undefined): void {
    const state = this.#state;
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (isStarred && word === 'htmltag') state.isTag = true;
    if (isStarred || destinations.has(word)) {
      state.skips = true;
      return;
    }
    if (word === 'htmlrtf') state.isForRtf = number !== '0';
    else if (word === 'ansicpg') this.#codePage(number ?? '');
    else if (word === 'uc') state.replaced = Math.min(mostUnicodeSkip, Number(number ?? 1));
    else if (word === 'u') {
      const code = Number(number ?? 0);
      this.#put(String.fromCharCode(code < 0 ? code + 65_536 : code));
      this.#pending = state.replaced;
    } else {
      const character = Object.hasOwn(characters, word) ? characters[word] : undefined;
      if (character !== undefined) this.#put(character);
    }
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#isStarred = true;
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#plain(symbol);
    else if (symbol === '~') this.#plain(' ');
    else if (symbol === '_') this.#plain('-');
    else if (symbol === '\n' || symbol === '\r') this.#put('\n');
  }

  #plain(text: string): void {
    const passed = Math.min(this.#pending, text.length);
    this.#pending -= passed;
    this.#put(text.slice(passed));
  }

  #byte(byte: number): void {
    if (this.#pending > 0) this.#pending--;
    else if (this.#isShown()) this.#bytes.push(byte);
  }

  #put(text: string): void {
    if (this.#isShown()) this.#text += text;
    else if (this.#state.isTag && !this.#state.isForRtf) {
      if (lineTag.test(text)) this.#text += '\n';
      else if (cellTag.test(text)) this.#text += '\t';
    }
  }

  #isShown(): boolean {
    return !this.#state.skips && !this.#state.isForRtf;
  }

  #codePage(number: string): void {
    const name =
      number === '932'
        ? 'shift_jis'
        : number === '936'
          ? 'gbk'
          : number === '949'
            ? 'euc-kr'
            : number === '950'
              ? 'big5'
              : number === '65001'
                ? 'utf-8'
                : `windows-${number}`;
    try {
      this.#decoder = new TextDecoder(name);
    } catch {
      // An unknown code page: what is beyond ASCII is guessed, and errors are ASCII.
    }
  }

  /** Bytes of one run belong together: a character may have two. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    this.#text += this.#decoder.decode(new Uint8Array(this.#bytes));
    this.#bytes = [];
  }
}
