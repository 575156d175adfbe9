/** manyhands walkthrough: plays a whole round over HTTP through the real forms and checks what must hold. */
import { parseArgs } from 'node:util';
import { rowsOf, walkthrough } from '../../demo/walkthrough/command.ts';
import { couldNot, done, notApplicable } from './exits.ts';

export const summary = 'play a whole round, from open call to paid award, and check what must hold';
export const usage = `Usage: manyhands walkthrough [--applications N] [--seed N] [--kills N] [--json]

Starts its own server, database and clock, plays the demo fund's round over HTTP through the real forms without
JavaScript, checks invariants and leaves nothing behind.
  --applications N   40; more are made from the forty by seeded variation
  --seed N           7; the same seed plays the same round
  --kills N          0; ends the program with kill -9 that many times at random moments and brings it back
  --json             one object last on stdout: {ok, rows: [{id, expected, got, ok}], counts}`;

function whole(text: string | undefined, fallback: number): number | null {
  if (text === undefined) return fallback;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      applications: { type: 'string' },
      seed: { type: 'string' },
      kills: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const applications = whole(values.applications, 40);
  const seed = whole(values.seed, 7);
  const kills = whole(values.kills, 0);
  if (applications === null || applications < 40 || seed === null || kills === null) {
    process.stderr.write(`Numbers only, and at least the forty applications.\n\n${usage}\n`);
    return notApplicable;
  }
  const say = (line: string) => (values.json ? process.stderr : process.stdout).write(`${line}\n`);
  const walked = await walkthrough({
    applications,
    seed,
    kills,
    tell: (what, counts) => {
      const { seconds, ...rest } = counts;
      const figures = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
      say(`${String(seconds).padStart(7)} s  ${what.padEnd(52)} ${figures.join(', ')}`);
    },
  });
  const rows = rowsOf(walked, applications, kills);
  const ok = rows.every((row) => row.ok);
  for (const row of rows)
    say(`${row.ok ? 'holds ' : 'BROKEN'}  ${row.id}: ${row.got}${row.ok ? '' : ` (expected ${row.expected})`}`);
  const { groups: _groups, ...counts } = walked;
  if (values.json) process.stdout.write(`${JSON.stringify({ ok, rows, counts })}\n`);
  return ok ? done : couldNot;
}
