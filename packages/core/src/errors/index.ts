// The error catalog and what reads texts and events with it.
export {
  type CatalogEntry,
  catalog,
  type ErrorFamily,
  type ErrorId,
  errorEntry,
  isErrorId,
} from './catalog/index.ts';
export type { CauseName, ErrorDirection, ErrorEntry, SeenIn, Source } from './entry.ts';
export type { Layer } from './layer.ts';
export { literalForms } from './literals.ts';
export { type FoundError, type Matched, matchText, type RestPiece } from './match.ts';
export { matchEvent, type WindowsEvent } from './match-event.ts';
export { errorSources } from './sources/index.ts';
export { maskShape, Unrecognised, type UnrecognisedGroup } from './unrecognised.ts';
export { type Unwrapped, unwrap } from './unwrap.ts';
