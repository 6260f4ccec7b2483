// Tells a store that cannot write now from a statement that is wrong.

/** Primary codes of SQLite (https://www.sqlite.org/rescode.html) that are no fault of the statement. */
const sqliteCodes: ReadonlySet<number> = new Set([
  5, // SQLITE_BUSY
  6, // SQLITE_LOCKED
  8, // SQLITE_READONLY
  10, // SQLITE_IOERR
  11, // SQLITE_CORRUPT
  13, // SQLITE_FULL
  14, // SQLITE_CANTOPEN
]);

/**
 * Classes of SQLSTATE (PostgreSQL, Error Codes): connection exception, invalid authorization, transaction rollback,
 * insufficient resources, operator intervention (shutdown, time limits), system error; and what a standby answers.
 */
const postgresCodes = /^(?:08|28|40|53|57|58|25006)/;

/** Errors of the operating system while connecting or connected. */
const systemCodes = /^(?:E[A-Z]+)$/;

/** The words of `pg` for which it has no code. */
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/;

/**
 * Whether the store as a whole cannot do its work at the moment: the disk is full or read-only, the database is away,
 * busy or shutting down. The same write may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteCodes.has(error.errcode & 0xff);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (postgresCodes.test(code)) return true;
  return (systemCodes.test(code) && code !== 'ERR_INVALID_ARG_TYPE') || lostConnection.test(error.message);
}

/** Whether the same transaction, tried again at once, may well succeed: another one was in its way. */
export function isConflict(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Serialization failure, deadlock, unique violation.
  return code === '40001' || code === '40P01' || code === '23505';
}
