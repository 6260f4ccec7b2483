// Takes out of a text what belongs to a person: local parts, subjects, message ids, user names, recipient DNs.

/** Stands for what was removed; no letters, so that no error catalog entry can match it. */
const removed = '*';

/** Labels whose value, up to the end of the line, is personal. Lower case. */
const personalLabels: readonly string[] = [
  'subject:',
  'subject=',
  'thread-topic:',
  'user name:',
  'username:',
  'message-id:',
  'in-reply-to:',
  'references:',
  'internetmessageid:',
  'messageid:',
];

/** Marks of a recipient's X.500 address, as Exchange writes it: `/o=…/cn=Recipients/cn=<person>`. Lower case. */
const recipientMark = '/cn=recipients/cn=';

/** Replies that go on with a message id: `250 2.6.0 <id@host> …`. */
const acceptedMark = '2.6.0 <';

/**
 * The text without personal data: of an address only `*@domain` stays, of subjects, user names and message ids nothing.
 * Linear in the length of the text.
 */
export function withoutPersonalData(text: string): string {
  let result = text;
  if (result.includes(':') || result.includes('=')) result = withoutLabelled(result);
  if (result.includes(acceptedMark)) result = withoutAcceptedIds(result);
  if (result.includes('/')) result = withoutRecipientNames(result);
  if (result.includes('@')) result = withoutLocalParts(result);
  return result;
}

/** Mail programs write the subject under its name in their language. */
const translatedSubject =
  /^[ \t>*]{0,8}(?:Betreff|Objet|Asunto|Oggetto|Onderwerp|Assunto|Ämne|Emne|Temat|Předmět|Predmet|Konu|Тема|Θέμα|Tárgy|Subiect|Aihe|Teema|Tēma|Naslov|Zadeva|נושא|הנדון|الموضوع|เรื่อง|Chủ đề|件名|主题|主旨|제목)[ \t]*[:：].*$/gim;

/** For texts that come from mail programs: subjects under their names in other languages go as well. */
export function withoutTranslatedSubjects(text: string): string {
  return text.replace(translatedSubject, '');
}

/** The domain of an address in lower case; null where there is none (`<>`, a bare name). */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 0) return null;
  const end = domainEnd(address, at + 1);
  return end === at + 1 ? null : address.slice(at + 1, end).toLowerCase();
}

function withoutLocalParts(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at, copied);
    const end = domainEnd(text, at + 1);
    if (start === at) continue;
    result += `${text.slice(copied, start)}${removed}`;
    copied = at;
    // What only looks like a domain goes as well: `jane@doe@contoso.com` keeps the last one alone.
    if (text[end] === '@') copied = end;
  }
  return result + text.slice(copied);
}

/** Where the local part before `at` begins; never before `floor`, which keeps the whole walk linear. */
function localStart(text: string, at: number, floor: number): number {
  if (text[at - 1] === '"' && at - 1 > floor) {
    const quote = text.lastIndexOf('"', at - 2);
    if (quote >= floor && at - quote <= 320) return quote;
  }
  let start = at;
  while (start > floor && !endsLocalPart(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A local part may hold nearly anything; these end it in every text that Exchange or a peer writes. */
function endsLocalPart(code: number): boolean {
  // Blank, " ' ( ) , : ; < > [ ] and control characters.
  return (
    code <= 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x3b ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x5b ||
    code === 0x5d
  );
}

function domainEnd(text: string, from: number): number {
  let end = from;
  if (text[end] === '[') {
    const close = text.indexOf(']', end);
    return close >= 0 && close - end <= 64 ? close + 1 : end;
  }
  while (end < text.length && isDomainCharacter(text.charCodeAt(end))) end++;
  return end;
}

function isDomainCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code >= 0x80
  );
}

function withoutLabelled(text: string): string {
  const lower = text.toLowerCase();
  // Some letters change their length with their case: then positions in the two texts differ.
  if (lower.length !== text.length) return withoutLabelledLines(text);
  let cuts: [number, number][] | undefined;
  for (const label of personalLabels) {
    for (let at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + label.length)) {
      if (at > 0 && isLetter(lower.charCodeAt(at - 1))) continue;
      const from = at + label.length;
      if (label === 'subject:' && isCertificateSubject(text, at, from)) continue;
      const end = lineEnd(text, from);
      if (end === from) continue;
      cuts ??= [];
      cuts.push([from, end]);
      at = end - label.length;
    }
  }
  return cuts === undefined ? text : cut(text, cuts);
}

/** The rare text with letters such as İ: line by line, a labelled line loses all that follows its colon. */
function withoutLabelledLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const lower = line.toLowerCase();
      const isPersonal = personalLabels.some((label) => lower.includes(label));
      return isPersonal ? `${line.slice(0, Math.max(0, line.search(/[:=]/)))}: ${removed}` : line;
    })
    .join('\n');
}

function cut(text: string, cuts: [number, number][]): string {
  cuts.sort((a, b) => a[0] - b[0]);
  let result = '';
  let copied = 0;
  for (const [from, end] of cuts) {
    if (end <= copied) continue;
    result += `${text.slice(copied, Math.max(from, copied))} ${removed}`;
    copied = end;
  }
  return result + text.slice(copied);
}

function withoutAcceptedIds(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = text.indexOf(acceptedMark); at >= 0; at = text.indexOf(acceptedMark, at + 1)) {
    const from = at + acceptedMark.length;
    if (from < copied) continue;
    const close = text.indexOf('>', from);
    const end = close < 0 ? lineEnd(text, from) : close;
    result += `${text.slice(copied, from)}${removed}`;
    copied = end;
  }
  return result + text.slice(copied);
}

function withoutRecipientNames(text: string): string {
  const lower = text.toLowerCase();
  if (!lower.includes(recipientMark)) return text;
  let result = '';
  let copied = 0;
  // Case never changes the length of what stands before the mark in the texts that hold one; if it did, cut from 0.
  const isAligned = lower.length === text.length;
  for (let at = lower.indexOf(recipientMark); at >= 0; at = lower.indexOf(recipientMark, at + 1)) {
    const from = isAligned ? at + recipientMark.length : 0;
    if (from < copied) continue;
    let end = from;
    while (end < text.length && !endsRecipientName(text.charCodeAt(end))) end++;
    result += `${text.slice(copied, from)}${removed}`;
    copied = isAligned ? end : text.length;
  }
  return result + text.slice(copied);
}

function endsRecipientName(code: number): boolean {
  // Line ends and " ' , ; < > ) ]: a blank may belong to the name.
  return (
    code < 0x20 ||
    code === 0x22 ||
    code === 0x27 ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x29 ||
    code === 0x5d
  );
}

/** `Expected Subject: *.contoso.com. Presented Subject: CN=EX01.`: of a certificate, not of a mail. */
function isCertificateSubject(text: string, at: number, from: number): boolean {
  return (
    /(?:expected|presented) $/i.test(text.slice(Math.max(0, at - 10), at)) ||
    /^ ?(?:CN|OU|O|C|L|S|E|DC)=/.test(text.slice(from, from + 5))
  );
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code >= 0x80;
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}
