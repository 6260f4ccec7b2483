// The pool of connections to PostgreSQL: numbers as numbers, limits on every statement, no text that PostgreSQL cannot hold.
import pg from 'pg';

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
  const pool = new pg.Pool({
    connectionString: url,
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

/** PostgreSQL has no U+0000 in texts, and hosts can send it. */
function holdable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(holdable) : value;
}
