// How the audit log and the request log name a caller.
import type { Caller } from '../api/route.ts';

export function nameOfCaller(caller: Caller): string {
  return caller.kind === 'nobody' ? 'nobody' : `${caller.kind}:${caller.name}`;
}
