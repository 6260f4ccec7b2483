// A wrapper that is open while its content is read, and what stands inside it.
import type { ErrorId } from './catalog/index.ts';
import type { Hit } from './hits.ts';
import type { Layer } from './layer.ts';
import { readable } from './squeeze.ts';

/** Offsets are those of the original text. */
export interface Scope {
  readonly hit: Hit & { id: ErrorId };
  /** Closed by braces, by the end of a quotation, or by nothing but the end of what is around it. */
  readonly kind: 'braces' | 'quoted' | 'open';
  /** Errors of the catalog that were found inside. */
  signals: number;
  /** Pieces inside that no entry fits. */
  pieces: number;
  /** End of the last thing that was found inside. */
  last: number;
  end: number;
  layer?: Layer;
}

const quoted: readonly ErrorId[] = ['wrapped-primary-target', 'wrapped-communicating-primary-target'];
/** Wrappers without words of their own: they say where a text comes from and nothing about the mail. */
const containers: readonly ErrorId[] = [
  'wrapped-queue-braces',
  'wrapped-server-returned',
  'wrapped-host-said',
];

export function openScope(hit: Hit & { id: ErrorId }, end: number): Scope {
  const kind = hit.id === 'wrapped-queue-braces' ? 'braces' : quoted.includes(hit.id) ? 'quoted' : 'open';
  return { hit, kind, signals: 0, pieces: 0, last: 0, end };
}

export function isContainer(id: ErrorId): boolean {
  return containers.includes(id);
}

/** What stands inside a wrapper, without the marks around it. */
export function contentOf(scope: Scope, text: string): string {
  let content = readable(text, scope.hit.end, scope.end);
  if (scope.kind === 'braces') content = content.split(/\};\s*\{|\}\]/, 1)[0] ?? '';
  // `[Message=…]` and `(…)` are closed where they were opened.
  if (scope.hit.id === 'wrapped-exo-session') {
    content = /^[\s.]*\[Message=([^\]]*)/i.exec(content)?.[1] ?? '';
  }
  content = trimMarks(content);
  return scope.hit.id === 'wrapped-expired-cannot-connect' && !content.includes('(')
    ? trimMarks(content.replace(/\)$/, ''))
    : content;
}

const opening = ' :.("\'>-';
const closing = ' ."\'';

function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && opening.includes(text.charAt(start))) start++;
  while (end > start && closing.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
