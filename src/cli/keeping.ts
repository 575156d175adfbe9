/** manyhands keeping: says what personal data goes today and next, and with --now lets it go. */
import { parseArgs } from 'node:util';
import { openClock } from '../platform/clock.ts';
import { type Db, openDatabase } from '../platform/db/pool.ts';
import { forgetBatch } from '../platform/keeping/actions.ts';
import { sweep } from '../platform/keeping/jobs.ts';
import { type Ahead, lookAhead } from '../platform/keeping/preview.ts';
import type { KeepingRule } from '../platform/keeping/rules.ts';
import { makeWork } from '../platform/web/serve.ts';
import { register } from '../wings.ts';
import { done } from './exits.ts';
import { openWorkplace, wantedMode } from './workplace.ts';

export const summary = 'say what personal data goes today and next, or let it go now';
export const usage = `Usage: manyhands keeping [--now] [--production] [--json]

Without --now nothing is touched: it says what goes today, what goes next and on which day.
  --now         forget what is due today; a serving program does the same by itself once a day
  --production  the fund's own database (DATABASE_URL, or "manyhands" on the local server), not the demo's
  --json        print {"day", "rules"}; with --now {"day", "forgotten"}`;

const noQueue = {
  put: async () => {
    throw new Error('a command forgets by itself and puts nothing in the queue');
  },
};

/** One rule to its end, each batch a transaction of its own: stopped halfway, the next run goes on. */
async function forgetAll(db: Db, rule: KeepingRule, now: Date): Promise<number> {
  let forgotten = 0;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    const batch = await db
      .transaction()
      .execute((tx) =>
        forgetBatch(makeWork({ queue: noQueue }, tx, { kind: 'system', job: 'keeping' }, now), rule, from),
      );
    forgotten += batch.forgotten;
    after = batch.next;
  }
  return forgotten;
}

export async function forgetNow(db: Db, rules: readonly KeepingRule[], now: Date): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {};
  for (const rule of rules) {
    const count = await forgetAll(db, rule, now);
    if (count > 0) forgotten[rule.name] = count;
  }
  if (Object.keys(forgotten).length > 0) await sweep(db, rules);
  return forgotten;
}

export async function whatIsAhead(db: Db, rules: readonly KeepingRule[], now: Date): Promise<Ahead[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const ahead: Ahead[] = [];
      for (const rule of rules) ahead.push(await lookAhead(tx, rule, now));
      return ahead;
    });
}

const line = (count: number | string, each: { what: string; rule: string }) =>
  `${String(count).padStart(7)}  ${each.what}  (${each.rule})`;

function inWords(day: string, ahead: readonly Ahead[]): string {
  const today = ahead.filter((each) => each.today > 0);
  const next = ahead
    .flatMap((each) => (each.next ? [{ ...each, ...each.next }] : []))
    .sort((one, other) => one.day.localeCompare(other.day));
  const undated = ahead.filter((each) => each.undated > 0);
  return [
    today.length > 0 ? `Due today, ${day}:` : `Nothing is due today, ${day}.`,
    ...today.map((each) => line(each.today, each)),
    ...(next.length > 0 ? ['Next:'] : []),
    ...next.map((each) => `${each.day}${line(each.count, each)}`),
    ...(undated.length > 0 ? ['No day known yet (no results, or the fund has no last day):'] : []),
    ...undated.map((each) => line(each.undated, each)),
    ...(today.length > 0 ? ['Nothing was touched. With --now it goes.'] : []),
  ].join('\n');
}

function told(day: string, forgotten: Readonly<Record<string, number>>): string {
  const lines = Object.entries(forgotten).map(([rule, count]) => {
    const what = register.rules.find((each) => each.name === rule)?.what ?? '';
    return line(count, { what, rule });
  });
  return lines.length > 0 ? [`Forgotten, ${day}:`, ...lines].join('\n') : `Nothing was due, ${day}.`;
}

export async function run(args: string[]): Promise<number> {
  const options = { now: { type: 'boolean' }, production: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  const place = await openWorkplace(wantedMode(values.production));
  const db = openDatabase(place.url, 2);
  try {
    const now = (await openClock(db, place.mode === 'demo')).now();
    const day = now.toISOString().slice(0, 10);
    if (values.now) {
      const forgotten = await forgetNow(db, register.rules, now);
      process.stdout.write(`${values.json ? JSON.stringify({ day, forgotten }) : told(day, forgotten)}\n`);
    } else {
      const rules = await whatIsAhead(db, register.rules, now);
      process.stdout.write(`${values.json ? JSON.stringify({ day, rules }) : inWords(day, rules)}\n`);
    }
    return done;
  } finally {
    await db.destroy();
    await place.db.stop();
  }
}
