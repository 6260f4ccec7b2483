// What a host does for mail with Office 365, and what says so.
import type { Evidence } from '../engine/finding.ts';
import type { HostView } from '../engine/host-view.ts';

/**
 * `sendsDirectly`: hands mail to Office 365 itself. `receives`: Office 365 hands mail to it.
 * `throughEdgeOrSmartHost`: its mail reaches Office 365 through another host. `applicationRelay`: no Exchange, but
 * something on it sends mail. `none`: nothing on it has to do with mail. `unknown`: what would tell could not be read.
 */
export type Part =
  | 'sendsDirectly'
  | 'receives'
  | 'throughEdgeOrSmartHost'
  | 'applicationRelay'
  | 'none'
  | 'unknown';

export interface PartInMail {
  /** At least one; `none` and `unknown` stand alone. */
  parts: readonly Part[];
  because: readonly Evidence[];
}
