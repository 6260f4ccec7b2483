// What the catalog knows about one error: its literals, its codes, where it shows up, and what it says by itself.

/** What can be wrong when mail stops. */
export type CauseName =
  | 'tls-version'
  | 'cipher'
  | 'certificate'
  | 'starttls-not-offered'
  | 'connector'
  | 'network'
  | 'outdated-server'
  | 'authentication'
  | 'policy'
  | 'unrelated'
  | 'undetermined';

/** Where administrators meet the error. */
export type SeenIn =
  | 'send log'
  | 'receive log'
  | 'connectivity log'
  | 'queue'
  | 'tracking'
  | 'ndr'
  | 'exo trace'
  | 'schannel event'
  | 'transport event'
  | 'client';

/**
 * Which way the mail went, seen from the Exchange host: `submission` is an application or a device that hands mail
 * in, `internal` is mail between Exchange servers of one organisation.
 */
export type ErrorDirection = 'send' | 'receive' | 'both' | 'internal' | 'submission';

export interface ErrorEntry {
  /** Stable, kebab-case; a retired id is never used again. */
  readonly id: string;
  /**
   * The words as programs print them, in English whatever the system's language, without the codes before them. The
   * first is the usual one. `{name:type}` is a value: `word`, `number`, `host`, `status` (a name of a security
   * status), `text` (anything up to the next literal or delimiter), or, only at the start, `protocol` (`TLS 1.2`).
   */
  readonly forms?: readonly string[];
  /** SMTP reply codes that stand before the words. */
  readonly smtp?: readonly string[];
  /** Enhanced status codes that stand before the words. */
  readonly enhanced?: readonly string[];
  /** The enhanced code identifies the error even when the words are missing, different or translated. */
  readonly byCode?: true;
  readonly direction: ErrorDirection;
  /** Whether the error, by itself, says that the two sides could not agree on a TLS version. */
  readonly tlsVersion: 'yes' | 'likely' | 'possible' | 'no';
  /**
   * `wrapper`: only carries another error. `expiry` and `delay`: say that mail waited, not why. `evidence`: no error at
   * all, but tells what was negotiated. Absent: an error of its own.
   */
  readonly role?: 'wrapper' | 'expiry' | 'delay' | 'evidence';
  /** How the possible causes weigh when nothing but this text is known; the weights add up to 100. */
  readonly causes: Readonly<Partial<Record<CauseName, number>>>;
  /** TLS alert numbers that mean this error. */
  readonly alert?: readonly number[];
  /** Names of the alert, as libraries print them: `protocol version`. */
  readonly alertNames?: readonly string[];
  /** Names of SSPI status values that mean this error, as Exchange prints them; the first is the one of Windows. */
  readonly status?: readonly string[];
  /** The number of that status: `0x80090331`. */
  readonly hresult?: string;
  /** Windows events that mean this error, by provider and id. */
  readonly event?: { readonly provider: string; readonly ids: readonly number[] };
}

/** Kept apart from the entries, so that programs that only read texts need not load it. */
export interface Source {
  /** `genuine`: seen in a real log or thread; `documented`: in a vendor's documentation; `derived`: follows from both. */
  readonly provenance: 'genuine' | 'documented' | 'derived';
  readonly seenIn: readonly SeenIn[];
  /** Public documents. */
  readonly references: readonly string[];
}

export type Sources<Family extends readonly ErrorEntry[]> = Readonly<Record<Family[number]['id'], Source>>;

/** Keeps the ids of a family as literal types, so that words and code that name them are checked. */
export function defineErrors<const T extends readonly ErrorEntry[]>(entries: T): T {
  return entries;
}
