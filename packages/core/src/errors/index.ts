// The error catalog and what reads texts and events with it.
export {
  type CatalogEntry,
  catalog,
  type ErrorFamily,
  type ErrorId,
  errorEntry,
  isErrorId,
} from './catalog/index.ts';
export type { CauseName, ErrorDirection, ErrorEntry, SeenIn } from './entry.ts';
export type { Layer } from './layer.ts';
export { type FoundError, type Matched, matchText, type RestPiece } from './match.ts';
export { type Unwrapped, unwrap } from './unwrap.ts';
