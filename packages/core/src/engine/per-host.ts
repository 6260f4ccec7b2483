// What several rules derive from a host's facts, worked out at the first question and kept with the host.
import type { HostView } from './host-view.ts';

let questions = 0;

/** Asks `derive` once for each host. It must not depend on anything but the host. */
export function perHost<T extends NonNullable<unknown> | null>(
  derive: (host: HostView) => T,
): (host: HostView) => T {
  const slot = questions++;
  return (host) => {
    let answer = host.answers[slot];
    if (answer === undefined) {
      answer = derive(host);
      host.answers[slot] = answer;
    }
    return answer as T; // nobody else writes into this slot
  };
}
