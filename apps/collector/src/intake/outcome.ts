// What becomes of a report at the door.
import type { KeyId, RefusalCode } from '@mailflow-tls/contract';

export interface Refused {
  ok: false;
  code: RefusalCode;
  /** For the sender; holds nothing of other hosts. */
  detail: string;
  /** Seconds after which the same bytes may be taken. */
  retryAfter?: number;
  /** Set when the report names a key that is enrolled. */
  key?: KeyId;
}

export type Received = { ok: true; id: string; duplicate: boolean } | Refused;
