// Takes the wrappers off one error text, however deep they are.
import { type Layer, layerOf } from './layer.ts';
import { analyse } from './match.ts';
import { contentOf, type Scope } from './scope.ts';
import { readable } from './squeeze.ts';

export interface Unwrapped {
  /** Outermost first. */
  readonly layers: readonly Layer[];
  /** What the innermost wrapper holds, on one line; the whole text when there is no wrapper. */
  readonly inner: string;
}

/** For one error, for example the `LastError` of a queue; of several only the first is followed. */
export function unwrap(text: string): Unwrapped {
  const chain: Scope[] = [];
  for (const scope of analyse(text).scopes) {
    const outer = chain.at(-1);
    if (!outer || (scope.hit.start >= outer.hit.end && scope.end <= outer.end)) chain.push(scope);
  }
  const innermost = chain.at(-1);
  const inner = innermost ? contentOf(innermost, text) : readable(text, 0, text.length);
  return { layers: chain.map((scope) => layerOf(scope, text)), inner };
}
