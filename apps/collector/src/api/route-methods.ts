// Which methods a path takes, for the answer to one that it does not.
import type { Route } from './route.ts';

export function methodsOf(routes: readonly Route[], url: string): string[] {
  const path = url.split('?')[0] ?? '';
  const methods = routes.filter((route) => patternOf(route.path).test(path)).map(({ method }) => method);
  return [...new Set(methods)].sort();
}

function patternOf(path: string): RegExp {
  const steps = path.split('/').map((step) => (step.startsWith(':') ? '[^/]+' : RegExp.escape(step)));
  return new RegExp(`^${steps.join('/')}$`);
}
