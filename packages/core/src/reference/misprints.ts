// Recognises Schannel key and value names that somebody copied from a damaged text, and says which were meant.
import type { ReferenceData, Sources } from './reference-data.ts';

export const misprintsData: ReferenceData = { asOf: '2024-01-24', settled: true };

export const misprintsSources: Sources = [
  'Microsoft, Issues related to TLS deprecation (AlchemyInsights), machine translations of 2021 in 36 languages',
  'Microsoft, SocketError when sending or receiving email messages (2024)',
  'CSS-Exchange issue #2198: a setting not seen because its key name ends in a blank',
];

/** Every key name that belongs directly below `SCHANNEL\Protocols`. */
const knownProtocols = [
  'TLS 1.2',
  'TLS 1.3',
  'TLS 1.1',
  'TLS 1.0',
  'SSL 3.0',
  'SSL 2.0',
  'DTLS 1.2',
  'DTLS 1.0',
  'PCT 1.0',
  'Multi-Protocol Unified Hello',
] as const;
export type KnownProtocol = (typeof knownProtocols)[number];
export type KnownRole = 'Client' | 'Server';
export type KnownValueName = 'Enabled' | 'DisabledByDefault';

/** Words for the roles and the values; the first of each line is the name that Windows knows. */
const roleWords = [
  'Client|клиент|клиента|клієнт|klient|klienta|πρόγραμμα-πελάτης|πελάτης|asiakas|asiakasohjelma|לקוח|klien|klientas|klients|cliente|klijent|istemci|müşteri|máy khách|用戶端|客戶端|客户端|クライアント|클라이언트|عميل|العميل|ไคลเอ็นต์|ügyfél|kliens|odjemalec|zákazník|kunde|kund|klant',
  'Server|сървър|сървъра|сервер|сервера|διακομιστής|palvelin|שרת|serveris|servidor|serveur|sunucu|máy chủ|伺服器|服務器|服务器|サーバー|サーバ|서버|خادم|الخادم|เซิร์ฟเวอร์|kiszolgáló|szerver|strežnik|poslužitelj|serwer|peladen|tjener',
];
const valueWords = [
  'Enabled|активиран|активирано|זמין|מופעל|diaktifkan|įjungtas|įjungta|omogućeno|omogućen|omogočeno|увімкнено|bật|đã bật|aktiviert|aktiveret|aktiverad|aktivert|ingeschakeld|activé|habilitado|activado|ativado|abilitato|attivato|povoleno|povolené|włączone|włączony|käytössä|lubatud|iespējots|engedélyezve|activat|etkin|включено|включен|ενεργοποιημένο|已启用|启用|已啟用|啟用|有効|사용|เปิดใช้งาน',
  'DisabledByDefault|onemogućavanje|standardmäßig deaktiviert|désactivé par défaut|отключено по умолчанию',
];

/**
 * Makes spellings comparable that look alike to a reader: compatibility forms (full-width letters, no-break blanks),
 * accents, invisible characters, quotes and case.
 */
const invisible = /[\p{M}\p{Cf}\p{Cc}"'«»“”„‘’‹›]/gu;
const blanks = /[\s_-]+/g;
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(blanks, ' ')
    .replace(invisible, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .trim();
}

/** Cyrillic and Greek letters that look like Latin ones, and the Latin ones in the same order. */
const lookAlikes = 'авсеніјкморѕтухԁӏαεικνορτυχ';
const latin = 'abcehijkmopstyxdlaeikvoptyx';
function toLatin(folded: string): string {
  let plain = '';
  for (const letter of folded) {
    const index = lookAlikes.indexOf(letter);
    plain += index < 0 ? letter : latin[index];
  }
  return plain;
}

/** Letters inserted, left out, exchanged or swapped between two short names, counted up to `limit` + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** Built at first use: most hosts have no ghost at all. */
type Lexicon = { readonly names: readonly string[]; readonly byWord: ReadonlyMap<string, string> };
function lexicon(lines: readonly string[]): () => Lexicon {
  let built: Lexicon | undefined;
  return () => {
    if (!built) {
      const names: string[] = [];
      const byWord = new Map<string, string>();
      for (const line of lines) {
        const [name = '', ...words] = line.split('|');
        names.push(name);
        for (const word of [name, ...words]) byWord.set(fold(word).replaceAll(' ', ''), name);
      }
      built = { names, byWord };
    }
    return built;
  };
}
const roles = lexicon(roleWords);
const valueNames = lexicon(valueWords);

const ascii = /^[a-z]+$/;
/** Two wrong letters in a short name leave too little of it; both names are at least six letters long. */
const tolerance = 2;

function meantWord({ names, byWord }: Lexicon, name: string): string | undefined {
  const folded = fold(name).replaceAll(' ', '');
  const plain = toLatin(folded);
  const word = byWord.get(folded) ?? byWord.get(plain);
  if (word !== undefined || !ascii.test(plain)) return word;
  return names.find((known) => editDistance(plain, known.toLowerCase(), tolerance) <= tolerance);
}

const versionedName =
  /^(?:protocol )?([a-z]+)[^a-z0-9]*(?:v(?:er(?:sion)?)?)?[^a-z0-9]*(\d)[^a-z0-9]*(\d?)[^a-z0-9]*$/;
const families = ['tls', 'ssl', 'dtls', 'pct'];
const unifiedHello = 'Multi-Protocol Unified Hello';

/** The protocol that a key name means: `TLS 1,2`, `TLSv1.2`, `TLS1.2` and a mistyped `TSL 1.2` are all TLS 1.2. */
export function meantProtocol(name: string): KnownProtocol | undefined {
  const plain = toLatin(fold(name));
  if (plain === fold(unifiedHello)) return unifiedHello;
  const [, letters = '', major, minor] = versionedName.exec(plain) ?? [];
  if (major === undefined) return undefined;
  // `TLSv` loses its v here, as the greedy letters take it along.
  const family = letters.length > 3 && letters.endsWith('v') ? letters.slice(0, -1) : letters;
  const spelled = (candidate: string) =>
    knownProtocols.find((known) => known === `${candidate.toUpperCase()} ${major}.${minor || '0'}`);
  if (families.includes(family)) return spelled(family);
  const near = families.filter((candidate) => editDistance(family, candidate, 1) <= 1).map(spelled);
  return near.find((found) => found !== undefined);
}

/** The role that a key name means: `klient`, `Clients`, `伺服器`. */
export function meantRole(name: string): KnownRole | undefined {
  const word = meantWord(roles(), name);
  return word === 'Client' || word === 'Server' ? word : undefined;
}

/** The value that a value name means: `Disablebydefault`, `увімкнено`. */
export function meantValueName(name: string): KnownValueName | undefined {
  const word = meantWord(valueNames(), name);
  return word === 'Enabled' || word === 'DisabledByDefault' ? word : undefined;
}

const protocolAndRole = /^(.*\d)[^\p{L}\p{N}]+([^\d]+)$/u;

/**
 * The key that a path below `SCHANNEL\Protocols` means, as protocol and role, or only the protocol. A name that holds
 * both, as `TLS 1.2/Client` typed with the wrong slash, counts as two.
 *
 * @returns undefined when a part of the path means nothing that Schannel knows. For a correct path it is that path.
 */
export function meantKey(
  subkeyPathParts: readonly string[],
): readonly [KnownProtocol] | readonly [KnownProtocol, KnownRole] | undefined {
  let protocol: KnownProtocol | undefined;
  let role: KnownRole | undefined;
  for (const part of subkeyPathParts) {
    const whole = meantProtocol(part);
    const [, first, second] = whole ? [] : (protocolAndRole.exec(part) ?? []);
    const foundProtocol = whole ?? (first === undefined ? undefined : meantProtocol(first));
    const foundRole = foundProtocol
      ? second === undefined
        ? undefined
        : meantRole(second)
      : meantRole(part);
    if (!foundProtocol && !foundRole) return undefined;
    if (second !== undefined && !foundRole) return undefined;
    protocol = foundProtocol ?? protocol;
    role = foundRole ?? role;
  }
  if (!protocol) return undefined;
  return role ? [protocol, role] : [protocol];
}

const knownProtocolNames: ReadonlySet<string> = new Set(
  knownProtocols.flatMap((name) => [name, name.toLowerCase()]),
);

/**
 * Whether Schannel reads a key of this path below `SCHANNEL\Protocols`: a protocol, or a protocol and a role, in any
 * case and with no other difference. The protocol's own key holds no values that count.
 */
export function isKnownKey(subkeyPathParts: readonly string[]): boolean {
  const [protocol, role, ...more] = subkeyPathParts;
  if (protocol === undefined || more.length > 0) return false;
  if (!knownProtocolNames.has(protocol) && !knownProtocolNames.has(protocol.toLowerCase())) return false;
  if (role === undefined || role === 'Client' || role === 'Server') return true;
  const name = role.toLowerCase();
  return name === 'client' || name === 'server';
}

/** Whether Schannel reads a value of this name in a role's key. */
export function isKnownValueName(name: string): boolean {
  if (name === 'Enabled' || name === 'DisabledByDefault') return true;
  const lower = name.toLowerCase();
  return lower === 'enabled' || lower === 'disabledbydefault';
}
