// What must hold of the error matcher for every input, and how long it may take: shared by the test and the command.
import fc from 'fast-check';
import { catalog, type ErrorId, literalForms, maskShape, matchText, unwrap } from '../../src/errors/index.ts';

/** Literals that are errors by themselves and hold no values. */
const known: readonly { id: ErrorId; text: string }[] = catalog
  .filter((entry) => entry.role === undefined)
  .flatMap((entry) => {
    const form = literalForms(entry).find((literal) => !literal.includes('{'));
    const codes = [entry.smtp?.[0], entry.enhanced?.[0]].filter((code) => code !== undefined);
    return form === undefined ? [] : [{ id: entry.id, text: [...codes, form].join(' ') }];
  });

/** Texts that no entry fits, with a word that makes each of them its own. */
const unknown = fc
  .tuple(
    fc.integer({ min: 400, max: 599 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 800, max: 999 }),
    fc.nat(99999),
  )
  .map(([smtp, subject, detail, word]) => ({
    marker: `zq${word}q`,
    text: `${smtp} ${smtp < 500 ? 4 : 5}.${subject}.${detail} zq${word}q`,
  }));

const wrap: fc.Arbitrary<(inner: string) => string> = fc.constantFrom<((inner: string) => string)[]>(
  (inner) => inner,
  (inner) => `[{LED=${inner}};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.1};{LRT=1/2/2026 3:04:05 PM}]`,
  (inner) => `[{LRT=02-01-26 15:04:05};{LED=${inner}};{FQDN=mx.contoso.com};{IP=192.0.2.1}]`,
  (inner) =>
    `451 4.4.0 Primary target IP address responded with: "${inner}." Attempted failover to alternate host, but that did not succeed.`,
  (inner) =>
    `441 4.4.1 Error encountered while communicating with primary target IP address: "${inner}." Attempted failover to alternate host`,
  (inner) => `451 4.4.395 Target host responded with error. -> ${inner}`,
  (inner) => `451 4.4.397 Error communicating with target host. -> ${inner}`,
  (inner) => `450 4.7.0 Proxy session setup failed on Frontend with '${inner}'`,
  (inner) => `550 5.4.317 Message expired, cannot connect to remote server(${inner})`,
  (inner) => `450 4.4.317 Cannot connect to remote server [Message=${inner}] [LastAttemptedIP=192.0.2.1:25]`,
  (inner) => `1/2/2026 3:04:05 PM - Server at mx.contoso.com (192.0.2.1) returned '${inner}'`,
);

const wrapped = fc
  .tuple(fc.oneof(fc.constantFrom(...known), unknown), fc.array(wrap, { maxLength: 3 }))
  .map(([atom, wraps]) => ({ ...atom, text: wraps.reduce((text, put) => put(text), atom.text) }));

/** Nothing that was put into a text is missing from what is found in it. */
export const nothingIsLost: fc.IPropertyWithHooks<[readonly Atom[]]> = fc.property(
  fc.array(wrapped, { minLength: 1, maxLength: 6 }),
  (atoms: readonly Atom[]) => {
    const text = atoms.map((atom) => atom.text).join('\n\n');
    const { signals, rest } = matchText(text);
    const ids = signals.map((signal) => signal.id);
    const left = rest.map((piece) => piece.text).join('\n');
    for (const atom of atoms) {
      if (atom.id !== undefined && !ids.includes(atom.id)) throw new Error(`lost ${atom.id} in ${text}`);
      if (atom.marker !== undefined && !left.includes(atom.marker))
        throw new Error(`lost ${atom.marker} in ${text}`);
    }
  },
);

export interface Atom {
  text: string;
  id?: ErrorId;
  marker?: string;
}

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...known.map(({ text }) => text)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '[{',
      '{LED=',
      '};{MSG=',
      '}]',
      '"',
      '""',
      "'",
      '-> ',
      '\n',
      '=\r\n',
      '=3D',
      '&quot;',
      '\\"',
      ' ',
      '>',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...catalog.flatMap(literalForms)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '421 ',
      '4.4.2',
      '550-5.7.1 ',
      'Schannel',
      ': 36887',
      'IP=1.2.3.4:25',
      '[Message=',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Pieces of errors and wrappers in any order, cut anywhere. */
const debris = fc
  .tuple(fc.array(pieces, { maxLength: 40 }), fc.nat(40))
  .map(([parts, cut]) => parts.join('').slice(cut));

/** Milliseconds that one short text may take. */
const hang = 50;

/** Any text is read without an error, in order, within its bounds, and at once. */
export const anythingIsRead: fc.IPropertyWithHooks<[string]> = fc.property(debris, (text: string) => {
  const { signals, rest } = matchText(text);
  // A machine that does other things makes one run slow, and a slow text makes each run slow.
  if ([1, 2, 3].every(() => timed(text) > hang)) throw new Error(`takes more than ${hang} ms`);
  let before = 0;
  for (const { start, end } of signals) {
    if (start < before || end < start || end > text.length) throw new Error(`offsets ${start} ${end}`);
    before = start;
  }
  for (const piece of rest) {
    if (piece.start < 0 || piece.end > text.length || piece.text.length > 600) throw new Error('piece');
    if (maskShape(piece.text).length > 300) throw new Error('shape');
  }
});

function timed(text: string): number {
  const started = performance.now();
  unwrap(text);
  return performance.now() - started;
}

/** Texts made to be slow: openings that never close, openings of openings, endings of nothing. */
export const hostileUnits: readonly string[] = [
  '[[[[',
  '"""',
  '{LED=',
  '[{LED=',
  "Proxy session setup failed on Frontend with '",
  '451 4.4.0 Primary target IP address responded with: "',
  'TLS negotiation failed with error ',
  '450 4.4.317 Cannot connect to remote server [Message=',
  "Server at a returned '",
  'SubjectMismatch Expected Subject: ',
  'Failed connection to ',
  'host a[1] said: ',
  'Schannel ',
  '5.1.1 ',
  '550 5.7.1 x\n',
  'a.',
  '=3D',
  '};{',
];
