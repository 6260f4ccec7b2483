// What must hold of the readers of evidence for every input: shared by the test and the command.
import fc from 'fast-check';
import { type Evidence, EvidenceReader, readEvidence } from '../../src/mailflow/read-evidence.ts';
import { sources, withError } from '../evidence/sources.ts';

const known = '451 4.4.0 TLS negotiation failed with error SocketError';

const anySource = fc.constantFrom(...Object.values(sources)).map((of) => of(known));

/** Pieces of all forms, in any order. */
const debris = fc
  .array(
    fc.oneof(
      anySource.chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
      ),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\n\n',
        '"',
        '""',
        '<',
        '>',
        '</',
        '{',
        '}',
        '[{',
        ',',
        ';',
        '\t',
        ':',
        ' : ',
        '--b1',
        '--',
        '----',
        '&#x41;',
        '\0',
        '\ufeff',
        '=',
        '> ',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const bytes = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(debris, anySource).map((text) => new TextEncoder().encode(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3000 }) },
);

/** Milliseconds that one short source may take. */
const hang = 50;

/** Any bytes are read without an error, at once, and what is counted is what is told. */
export const anySourceIsRead: fc.IPropertyWithHooks<[Uint8Array]> = fc.property(
  bytes,
  (input: Uint8Array) => {
    const evidence = read(input);
    if ([1, 2, 3].every(() => timed(input) > hang)) throw new Error(`takes more than ${hang} ms`);
    const { count } = evidence;
    if (count.unreadable < count.unreadableAt.length) throw new Error('unreadable');
    const details =
      evidence.queues.length + evidence.messages.length + evidence.reports.length + evidence.traces.length;
    if (evidence.form !== 'text' && evidence.log === null && details > count.records)
      throw new Error('records');
    for (const { where } of evidence.signals) if (where.source !== 'fuzz') throw new Error('source');
  },
);

/** However the bytes come, the answer is the same. */
export const piecesMakeNoDifference: fc.IPropertyWithHooks<[Uint8Array, number[]]> = fc.property(
  bytes,
  fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
  (input: Uint8Array, sizes: number[]) => {
    const reader = new EvidenceReader({ source: 'fuzz' });
    for (let at = 0, turn = 0; at < input.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      reader.push(input.subarray(at, at + size));
      at += size;
    }
    const [whole, pieces] = [JSON.stringify(read(input)), JSON.stringify(reader.finish())];
    if (whole !== pieces) throw new Error(`differs:\n${whole}\n${pieces}`);
  },
);

const marked = fc
  .tuple(
    fc.constantFrom(...withError),
    fc.integer({ min: 400, max: 599 }),
    fc.integer({ min: 800, max: 999 }),
    fc.stringMatching(/^zq[a-z]{5}q$/),
  )
  .map(([[name, of], smtp, detail, word]) => ({
    name,
    word,
    text: of(`${smtp} ${smtp < 500 ? 4 : 5}.9.${detail} ${word} failed`),
  }));

/** An error that nobody knows is kept, in whatever form it comes and whatever stands before and behind it. */
export const noErrorIsLost: fc.IPropertyWithHooks<[Marked, string]> = fc.property(
  marked,
  fc.constantFrom('', '\n', '\r\n\r\n', '\ufeff'),
  ({ name, text, word }: Marked, before: string) => {
    const evidence = readEvidence(`${before}${text}`, { source: 'fuzz' });
    const told = JSON.stringify([evidence.signals, evidence.unrecognised]);
    if (!told.includes(word)) throw new Error(`${name} has lost it: ${told}`);
  },
);

/** The same when the source ends anywhere behind the error. */
export const noErrorIsLostInCuts: fc.IPropertyWithHooks<[Marked, number]> = fc.property(
  marked,
  fc.nat(),
  ({ name, text, word }: Marked, cut: number) => {
    const behind = text.indexOf(word) + word.length + ' failed'.length;
    const end = behind + (cut % (text.length - behind + 1));
    const evidence = readEvidence(text.slice(0, end), { source: 'fuzz' });
    const told = JSON.stringify([evidence.signals, evidence.unrecognised]);
    if (!told.includes(word)) throw new Error(`${name} cut at ${end} has lost it: ${told}`);
  },
);

export interface Marked {
  name: string;
  word: string;
  text: string;
}

function read(input: Uint8Array): Evidence {
  return readEvidence(input, { source: 'fuzz' });
}

/** Milliseconds of work, for a machine that does other things makes the clock run on. */
function timed(input: Uint8Array): number {
  const before = process.cpuUsage();
  read(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Beginnings of each form, and what to repeat behind them to make them slow. */
export const hostile: readonly (readonly [string, string])[] = [
  ['', '{'],
  ['', '[{"a":'],
  ['', '{"a":{'],
  ['', '"'],
  ['', '<Event'],
  ['<Events>', '<Event><System>'],
  ['<Events>', '<Event a="'],
  ['<Objs>', '<Obj RefId="0">'],
  ['<Objs>', '<Obj><S N="a">'],
  ['<Objs><Obj><Props>', '<S N="a'],
  ['', '<!--'],
  ['Identity,Status,MessageCount,LastError,NextHopDomain\n', '"a\n'],
  ['Identity,Status,MessageCount,LastError,NextHopDomain\n', '"""\n'],
  ['Identity,Status,MessageCount,LastError,NextHopDomain\n', 'a,"'],
  ['Identity : EX\\3\nLastError : ', 'x '],
  ['Identity : EX\\3\nLastError : ', 'Status : Retry\n'],
  ['', 'Source: Schannel\n'],
  ['Source: Schannel\nEvent ID: 36887\n', 'a: b\n'],
  ['Identity Status MessageCount LastError\n-------- ------ ------------ ---------\n', 'a b c d\n'],
  ['Identity Status MessageCount\n-------- ------ ------------\n', '-- --\n'],
  ['Received: from a by b\n', 'Received: from a\n by b;\n'],
  ['Received: from a by b\nSubject: x\n\n', 'Received: from a\n'],
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n', '--b\n\n'],
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n',
    'Final-Recipient: a\n\n',
  ],
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/html\n\n',
    '<p ',
  ],
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/html\n\n',
    '<!--a',
  ],
  ["Server at a (b) returned '550 5.4.317 x'\n", "1/2/2026 3:04 - Server at a returned '"],
  ['Diagnostic-Code: smtp; 550 5.1.1 x\n', '> '],
  ['#550 5.1.1 x\n', 'Received: '],
  ['#550 5.1.1 x\n', 'Server at '],
  ['', '2026-01-01T00:00:00.000Z,'],
  ['', 'a,b,c,d,e,f,'],
  ['', 'word '],
  ['', '451 4.4.0 '],
  ['', '\n'],
  ['', ' '],
  ['', '\ufffd'],
];
