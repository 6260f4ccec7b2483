// The pool of connections to PostgreSQL: numbers as numbers, limits on every statement, no text that PostgreSQL cannot hold.
import pg from 'pg';
import { postgresHosts } from './postgres-hosts.ts';

/** PostgreSQL's own numbers of its types `int8` and `numeric` (pg_type.oid); sums are `numeric`. */
const numberTypes: ReadonlySet<number> = new Set([20, 1700]);

const connections = 10;

export interface PoolOptions {
  /** Milliseconds after which a statement is ended; 0: none. */
  statementTimeout: number;
  /** An idle connection broke; the next query takes another. */
  onError(error: Error): void;
}

export function postgresPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new PoolOfHosts(postgresHosts(url), {
    max: connections,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeout,
    idle_in_transaction_session_timeout: 120_000,
    keepAlive: true,
    application_name: 'mailflow-tls-collector',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        numberTypes.has(type) ? Number : pg.types.getTypeParser(type, format),
    },
  });
  pool.on('error', options.onError);
  pool.on('connect', (client) => {
    // A connection in use that breaks also fails its query; without a listener it would end the whole process.
    client.on('error', options.onError);
    const query = client.query.bind(client);
    // pg declares a dozen overloads of `query`; kysely and this store only call (text, values).
    client.query = ((text: string, parameters?: unknown[], ...rest: unknown[]) =>
      // The same cast for the same reason.
      (query as (...all: unknown[]) => unknown)(
        text,
        parameters?.map(holdable),
        ...rest,
      )) as typeof client.query;
  });
  return pool;
}

/**
 * Connects to the first host that answers and takes writes, and stays with it until a connection fails. After a
 * fail-over that is the standby that was promoted; the driver itself would ask one host only.
 */
class PoolOfHosts extends pg.Pool {
  readonly #count: number;
  readonly #hosts: { present: number };

  constructor(urls: readonly string[], config: pg.PoolConfig) {
    const hosts = { present: 0 };
    class ClientOfPresentHost extends pg.Client {
      constructor(own?: pg.ClientConfig) {
        super({ ...own, connectionString: urls[hosts.present] });
      }
    }
    super({
      ...config,
      Client: ClientOfPresentHost,
      // With one host the first write tells.
      ...(urls.length > 1 && { onConnect: refuseReadOnly }),
    });
    this.#count = urls.length;
    this.#hosts = hosts;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    const connected = this.#connect();
    if (callback === undefined) return connected;
    connected.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  async #connect(): Promise<pg.PoolClient> {
    for (let attempt = 1; ; attempt++) {
      const asked = this.#hosts.present;
      try {
        return await super.connect();
      } catch (error) {
        // Many fail at once; only the first of them moves on.
        if (this.#hosts.present === asked) this.#hosts.present = (asked + 1) % this.#count;
        if (attempt >= this.#count) throw error;
      }
    }
  }
}

type ConnectCallback = Parameters<typeof pg.Pool.prototype.connect>[0];

/** A standby takes connections and refuses writes. */
async function refuseReadOnly(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'on') return;
  // As the server itself answers to a write (PostgreSQL, Error Codes, read_only_sql_transaction).
  throw Object.assign(new Error('This host of the database takes no writes.'), { code: '25006' });
}

/** PostgreSQL has no U+0000 in texts, and hosts can send it. */
function holdable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(holdable) : value;
}
