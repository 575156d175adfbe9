/** Short conversations with a server: one connection, one question, goodbye. */
import pg from 'pg';

export type Row = Record<string, unknown>;
export type Ask = (sql: string, values?: unknown[]) => Promise<Row[]>;

export async function talk<T>(url: string, conversation: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'manyhands launcher' });
  // The query that is under way reports a lost server; the event would only end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await conversation(async (sql, values) => (await client.query<Row>(sql, values)).rows);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The name of a table, role or database, as SQL writes it. */
export const quoted = (name: string) => pg.escapeIdentifier(name);

/** The server is there but still coming up, or on its way down. */
export function isStarting(problem: unknown): boolean {
  return problem instanceof pg.DatabaseError && problem.code === '57P03';
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
