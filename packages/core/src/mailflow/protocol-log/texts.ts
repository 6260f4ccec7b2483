// The texts that repeat from session to session, each decoded and understood once.
import { type Interned, Interner } from '../interner.ts';
import { isOffice365Address, isOffice365Certificate, isOffice365Name } from '../office365-peer.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { Peer } from '../usage.ts';
import { type CertificateSeen, certificateSeen } from './certificate-text.ts';
import { peerOf } from './endpoint.ts';
import { type TlsParameters, tlsParameters } from './tls-parameters.ts';

/** What a peer calls itself, without personal data. */
export type AnnouncedName = { readonly name: string; readonly isOffice365: boolean };

export type KnownCertificate = { readonly certificate: CertificateSeen; readonly isOffice365: boolean };

export type Note = Interned<string>;

const maxNote = 1000;
const maxName = 255;

export class Texts {
  readonly connectors: Interner<string> = new Interner(unquoted);
  /** Of remote endpoints without their ports. */
  readonly peers: Interner<Peer> = new Interner(peerNamed);
  readonly names: Interner<AnnouncedName> = new Interner((text) => {
    const name = withoutPersonalData(text).slice(0, maxName);
    return { name, isOffice365: isOffice365Name(name) };
  });
  readonly tls: Interner<TlsParameters | null> = new Interner((text) => tlsParameters(unquoted(text)));
  readonly certificates: Interner<KnownCertificate> = new Interner((text) => {
    const certificate = certificateSeen(withoutPersonalData(unquoted(text)));
    return { certificate, isOffice365: isOffice365Certificate(certificate.subject ?? '') };
  });
  readonly endReasons: Interner<string> = new Interner(note);
  readonly chainStatuses: Interner<string> = new Interner(note);
  readonly capabilities: Interner<string> = new Interner(note);
  /** Error replies, failures and everything else that is kept as a text. */
  readonly notes: Interner<string> = new Interner(note);
}

/** A text without personal data. */
function note(text: string): string {
  return withoutPersonalData(unquoted(text)).slice(0, maxNote);
}

function peerNamed(endpoint: string): Peer {
  const address = peerOf(endpoint);
  return new Peer(address, isOffice365Address(address) ? 'address' : null);
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  const isClosed = text.length > 1 && text.endsWith('"');
  return text.slice(1, isClosed ? -1 : undefined).replaceAll('""', '"');
}
