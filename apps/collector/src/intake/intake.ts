// The door for reports, whichever way they came: cheap checks first, then the signature, the content and the store.
import { type KeyId, type RefusalCode, reportLimits, unpackReport } from '@mailflow-tls/contract';
import { RateLimiter } from '../api/rate-limit.ts';
import type { Collector } from '../collector.ts';
import { isUnavailable } from '../store/is-unavailable.ts';
import { factsDigest, keptRunText } from '../store/kept-facts.ts';
import { recordReports } from '../store/record-reports.ts';
import { Admission } from './admission.ts';
import { checkSections, ValidSections } from './check-sections.ts';
import { GroupCommit } from './group-commit.ts';
import { Inflater } from './inflate.ts';
import { IntakeFigures } from './intake-figures.ts';
import { type KnownHost, KnownHosts } from './known-hosts.ts';
import type { Received, Refused } from './outcome.ts';
import { Penalties } from './penalties.ts';
import { readHeader } from './read-header.ts';
import { RefusalLog } from './refusal-log.ts';
import type { VerifiedReport } from './verified-report.ts';
import { isReportSignedBy } from './verify-signature.ts';

export interface IntakeOptions {
  /** Requests and bytes at a time. */
  admission?: ConstructorParameters<typeof Admission>[0];
  /** Refused reports of one address. */
  refusedByAddress?: ConstructorParameters<typeof Penalties>[0];
  /** Accepted reports of one host. */
  acceptedByHost?: ConstructorParameters<typeof RateLimiter>[0];
}

export interface Source {
  via: VerifiedReport['via'];
  /** Null for a share. */
  address: string | null;
}

/** Seconds; clients spread themselves within them. */
const retryWhenOverloaded = 5;
const retryWhenStoreIsGone = 15;
const flushEveryMs = 2000;

export class Intake {
  readonly admission: Admission;
  readonly figures: IntakeFigures = new IntakeFigures();
  readonly hosts: KnownHosts;
  /** Set by {@link stop}: what comes now is sent elsewhere, what was taken in is finished. */
  stopping = false;
  readonly #collector: Collector;
  readonly #refusalLog: RefusalLog;
  readonly #penalties: Penalties;
  readonly #byHost: RateLimiter;
  readonly #valid = new ValidSections();
  readonly #inflater = new Inflater();
  readonly #commits: GroupCommit;
  readonly #timer: NodeJS.Timeout;

  constructor(collector: Collector, options: IntakeOptions = {}) {
    const { store, log, db } = collector;
    this.#collector = collector;
    this.admission = new Admission(options.admission ?? { requests: 2000, bytes: 128 * 1024 * 1024 });
    this.hosts = new KnownHosts(db);
    this.#refusalLog = new RefusalLog(store, log);
    this.#penalties = new Penalties(options.refusedByAddress ?? { burst: 300, perSecond: 5 });
    // A host that was cut off delivers its whole spool when it comes back.
    this.#byHost = new RateLimiter(options.acceptedByHost ?? { burst: 2000, perSecond: 2 }, 200_000);
    this.#commits = new GroupCommit((batch) => recordReports(collector, batch), {
      maxBatch: 250,
      gatherMs: 3,
      maxConcurrent: store.kind === 'sqlite' ? 1 : 2,
      isUnavailable,
      onCommit: (tookMs, reports) => this.figures.committed(tookMs, reports),
    });
    this.#timer = setInterval(() => void this.#refusalLog.flush(), flushEveryMs);
    this.#timer.unref();
  }

  /** Reports that wait for their transaction. */
  get queued(): number {
    return this.#commits.depth;
  }

  /**
   * Before a body is read: room for it, or why not. Call the function once the request is over.
   * `bytes` is the body's length; null when the sender did not say.
   */
  enter(bytes: number | null, address: string): (() => void) | Refused {
    const blocked = this.blocked(address);
    if (blocked !== null) return blocked;
    if (bytes !== null && bytes > reportLimits.compressed) {
      return this.#refuseEarly('report-too-large', `The limit is ${reportLimits.compressed} bytes.`, address);
    }
    const leave = this.stopping ? null : this.admission.enter(bytes ?? reportLimits.compressed);
    return leave ?? this.#refuseEarly('overloaded', 'Try again later.', address, retryWhenOverloaded);
  }

  /** Why nothing is taken from an address now; null when it may send. */
  blocked(address: string): Refused | null {
    const wait = this.#penalties.blockedFor(address, this.#collector.now());
    if (wait === 0) return null;
    return this.#refuseEarly('rate-limited', 'Too much that came from here was refused.', address, wait);
  }

  /** Takes one report; never throws. An accepted one is durable when this resolves. */
  async receive(body: Uint8Array, source: Source): Promise<Received> {
    const receivedAt = this.#collector.now();
    let received: Received;
    try {
      received = await this.#take(body, source, receivedAt);
    } catch (error) {
      this.#collector.log.error('A report could not be stored.', { error: textOf(error) });
      received = refuse('store-unavailable', 'The store does not answer.', retryWhenStoreIsGone);
    }
    if (received.ok) this.figures.accepted(source.via, received.duplicate);
    else this.#count(received, source.address, receivedAt);
    return received;
  }

  /** Counts a refusal that another part decided on. */
  count(code: RefusalCode, key: KeyId | null, address: string | null): void {
    this.#count(
      { ok: false, code, detail: '', ...(key !== null && { key }) },
      address,
      this.#collector.now(),
    );
  }

  /** Waits until what was taken in is written. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.#timer);
    await this.#commits.drained();
    await this.#refusalLog.flush();
  }

  /** Writes the counted refusals now. */
  async flush(): Promise<void> {
    await this.#refusalLog.flush();
  }

  async #take(body: Uint8Array, source: Source, receivedAt: number): Promise<Received> {
    if (body.length > reportLimits.compressed) {
      return refuse('report-too-large', `The limit is ${reportLimits.compressed} bytes.`);
    }
    const inflated = await this.#inflater.inflate(body);
    if (!inflated.ok) {
      return inflated.reason === 'tooLarge'
        ? refuse('report-too-large', `The limit is ${reportLimits.inflated} bytes after inflating.`)
        : refuse('report-not-gzip', 'The body is not whole gzip data.');
    }
    const unpacked = unpackReport(inflated.bytes);
    if (!unpacked.ok)
      return refuse('report-malformed', `The report does not come apart: ${unpacked.reason}.`);
    const read = readHeader(unpacked.header);
    if (!read.ok) return read;
    const { header } = read;
    const found = this.hosts.find(header.key);
    const host = found instanceof Promise ? await found : found;
    if (host === null) return refuse('host-unknown', 'No host with this key is enrolled here.');
    const { headerBytes, signature, sections } = unpacked;
    if (!(await isReportSignedBy(host.publicKey, headerBytes, signature))) {
      return {
        ...refuse('signature-invalid', 'The signature is not that of the named key.'),
        key: header.key,
      };
    }
    const refusal = this.#mayNot(host, header.key, receivedAt);
    if (refusal !== null) return { ...refusal, key: header.key };
    const run = keptRunText(header);
    const digest = factsDigest(run, header.sections);
    const checked = checkSections(header, sections, digest, this.#valid);
    if (!checked.ok) return { ...checked, key: header.key };
    return this.#record({
      hostId: host.id,
      header,
      run,
      digest,
      sections: checked.sections,
      receivedAt,
      via: source.via,
    });
  }

  async #record(report: VerifiedReport): Promise<Received> {
    const { id, key } = report.header;
    const recorded = await this.#commits.add(report);
    if (recorded === 'accepted' || recorded === 'duplicate') {
      return { ok: true, id, duplicate: recorded === 'duplicate' };
    }
    if (recorded === 'idTaken') {
      return { ...refuse('report-id-taken', 'A report of another host has this id.'), key };
    }
    this.hosts.forget(key);
    const host = await this.hosts.find(key);
    if (host === null) return refuse('host-unknown', 'No host with this key is enrolled here.');
    return { ...(statusRefusal(host) ?? refuse('overloaded', 'Try again.', 1)), key };
  }

  /** Only told to who holds the private key. */
  #mayNot(host: KnownHost, key: KeyId, now: number): Refused | null {
    const refusal = statusRefusal(host);
    if (refusal !== null) return refusal;
    const wait = this.#byHost.take(key, now);
    return wait > 0 ? refuse('rate-limited', 'This host sends too many reports.', wait) : null;
  }

  #refuseEarly(code: RefusalCode, detail: string, address: string, retryAfter?: number): Refused {
    const refused = refuse(code, detail, retryAfter);
    this.#count(refused, address, this.#collector.now());
    return refused;
  }

  #count({ code, key }: Refused, address: string | null, at: number): void {
    this.figures.refused(code);
    this.#refusalLog.add(code, key ?? null, address, at);
    const fault = code !== 'rate-limited' && code !== 'overloaded' && code !== 'store-unavailable';
    if (address !== null && fault) this.#penalties.refused(address, at);
  }
}

function statusRefusal({ status }: KnownHost): Refused | null {
  if (status === 'waiting') return refuse('host-waiting', 'The host waits for approval.');
  return status === 'revoked' ? refuse('host-revoked', 'The host was revoked.') : null;
}

function refuse(code: RefusalCode, detail: string, retryAfter?: number): Refused {
  return { ok: false, code, detail, ...(retryAfter !== undefined && { retryAfter }) };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
