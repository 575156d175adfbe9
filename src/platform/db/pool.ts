/** Connections to PostgreSQL, typed only by what each store asks for. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

export type Db = Kysely<unknown>;
export type Tx = Transaction<unknown>;

// Whole numbers beyond 2^53 would lose pence: they are refused rather than rounded.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`number too large: ${text}`);
  return value;
});
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export function openDatabase(url: string, most = 12): Db {
  const pool = new pg.Pool({ connectionString: url, max: most, idleTimeoutMillis: 8000 });
  // A connection that the server drops while idle is replaced at the next query; the query itself reports trouble.
  pool.on('error', () => undefined);
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

/** The SQLSTATE of a database error, or null for any other error. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}
