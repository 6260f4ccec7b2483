// The texts that repeat from session to session, each decoded and understood once.
import { Interner } from '../interner.ts';
import { isOffice365Address, isOffice365Name } from '../office365-peer.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { Peer } from '../usage.ts';
import { peerOf } from './endpoint.ts';
import { cut, type Remark, remarkOf } from './remark.ts';

/** What a peer calls itself, without personal data. */
export type AnnouncedName = { readonly name: string; readonly isOffice365: boolean };

const maxNote = 1000;
const maxName = 255;

export class Texts {
  readonly connectors: Interner<string> = new Interner(unquoted);
  /** Of remote endpoints without their ports. */
  readonly peers: Interner<Peer> = new Interner((endpoint) => {
    const address = peerOf(endpoint);
    return new Peer(address, isOffice365Address(address) ? 'address' : null);
  });
  readonly names: Interner<AnnouncedName> = new Interner(announcedName);
  /** Of data and context together, as they stand in the record. */
  readonly remarks: Interner<Remark> = new Interner((fields) => {
    const dataEnd = fieldTextEnd(fields);
    // A record has a comma after its data, whether or not a context follows.
    if (dataEnd >= fields.length && !fields.endsWith(',')) return cut;
    return remarkOf(unquoted(fields.slice(0, dataEnd)), unquoted(fields.slice(dataEnd + 1)));
  });
  readonly endReasons: Interner<string> = new Interner(note);
  /** Error replies. */
  readonly replies: Interner<string> = new Interner(note);
}

function announcedName(text: string): AnnouncedName {
  const name = withoutPersonalData(text).slice(0, maxName);
  return { name, isOffice365: isOffice365Name(name) };
}

/** A text without personal data. */
function note(text: string): string {
  return withoutPersonalData(unquoted(text)).slice(0, maxNote);
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  const isClosed = text.length > 1 && text.endsWith('"');
  return text.slice(1, isClosed ? -1 : undefined).replaceAll('""', '"');
}

/** Where the first of two fields ends: at its comma. */
function fieldTextEnd(fields: string): number {
  let from = 0;
  if (fields.startsWith('"')) {
    from = 1;
    for (;;) {
      const quote = fields.indexOf('"', from);
      if (quote < 0) return fields.length;
      from = quote + (fields[quote + 1] === '"' ? 2 : 1);
      if (from === quote + 1) break;
    }
  }
  const comma = fields.indexOf(',', from);
  return comma < 0 ? fields.length : comma;
}
