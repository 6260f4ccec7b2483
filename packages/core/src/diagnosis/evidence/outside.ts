// Exchange Online and somebody else: the host stands beside that, whatever the text says.
import { errorEntry, isErrorId } from '../../errors/index.ts';
import type { Finder } from './piece.ts';

/** Reasons that concern the sender wherever it stands. */
const stillConcerns: ReadonlySet<string> = new Set(['policy', 'authentication', 'unrelated']);

export const outside: Finder = ({ hop, peer, signals }, { report }) => {
  if (hop !== 'onlineToOther') return [];
  const open = signals.filter(
    ({ id }) =>
      isErrorId(id) && !Object.keys(errorEntry(id).causes).every((cause) => stillConcerns.has(cause)),
  );
  const [first] = open;
  if (!first) return [];
  const isKnown = report !== null;
  return [
    {
      evidence: isKnown ? 'foreignPeer' : 'providerPeer',
      cause: 'unrelated',
      strength: isKnown ? 'proof' : 'text',
      points: isKnown ? 100 : 80,
      params: { peer: peer ?? '' },
      text: first.text,
      where: first.where,
      count: open.reduce((sum, { count = 1 }) => sum + count, 0),
    },
  ];
};

/** Without facts nobody knows whether the server that Exchange Online could not reach is the reader's own. */
export const perhapsOutside: Finder = ({ hop, signals, rows }, { file, report }) => {
  if (report !== null) return [];
  // Beside other evidence of the same way the headers of one mail are not the question.
  const isAlone = signals.length === 0 && rows.every(({ host }) => host !== undefined);
  const row = rows.find(({ host }) => host !== undefined && !file.own.isOwn(host));
  if (isAlone && row?.host !== undefined)
    return [
      {
        evidence: 'perhapsForeign',
        cause: 'unrelated',
        strength: 'text',
        points: 15,
        params: { peer: row.host },
        ...(row.where === undefined ? {} : { where: row.where }),
        count: 1,
      },
    ];
  if (hop !== 'fromOnline') return [];
  const found = signals.find(
    ({ peer, byExchangeOnline }) => byExchangeOnline && peer !== undefined && !file.own.isOwn(peer),
  );
  if (!found?.peer || !/[a-z]\.[a-z]{2,}$/i.test(found.peer)) return [];
  return [
    {
      evidence: 'perhapsForeign',
      cause: 'unrelated',
      strength: 'text',
      points: 15,
      params: { peer: found.peer },
      where: found.where,
      ...(isErrorId(found.id) ? { error: found.id } : {}),
      count: 1,
    },
  ];
};
