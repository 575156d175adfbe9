/** The table of refusals: what must not work, tried against the real door and database, as a table to read or to test. */
import { doors } from './redlines/negative/doors.ts';
import { type Ground, layGround, type Refusal } from './redlines/negative/ground.ts';
import { identity } from './redlines/negative/identity.ts';
import { money } from './redlines/negative/money.ts';
import { words } from './redlines/negative/words.ts';

export const refusals: readonly Refusal[] = [...doors, ...words, ...identity, ...money];
export type Row = { id: string; what: string; expected: string; got: string; ok: boolean };

export async function tried(refusal: Refusal, ground: Ground): Promise<Row> {
  const { id, what, expected } = refusal;
  const got = await refusal
    .run(ground)
    .catch((problem: unknown) => String((problem as Error).stack ?? problem).slice(0, 400));
  return { id, what, expected, got, ok: got === expected };
}

/** Tries all of them and prints a table, or with --json one object. 0 when every row is ok, else 1. */
export async function printRefusals(options: readonly string[]): Promise<number> {
  const ground = await layGround();
  const rows: Row[] = [];
  try {
    for (const refusal of refusals) rows.push(await tried(refusal, ground));
  } finally {
    await ground.close();
  }
  const passed = rows.filter((row) => row.ok).length;
  const ok = passed === rows.length;
  if (!options.includes('--json'))
    for (const row of rows) {
      const failed = row.ok ? '' : `\n         expected ${row.expected}\n         got      ${row.got}`;
      process.stdout.write(`${row.ok ? 'ok ' : 'NO '} ${row.id.padEnd(8)} ${row.what}: ${row.expected}${failed}\n`);
    }
  const counts = { tried: rows.length, passed, failed: rows.length - passed };
  process.stdout.write(
    options.includes('--json')
      ? `${JSON.stringify({ ok, rows, counts })}\n`
      : `\n${passed} passed, ${rows.length - passed} failed\n`,
  );
  return ok ? 0 : 1;
}
