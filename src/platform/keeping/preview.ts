/** What would go today and what goes next: looked at, never touched. */
import type { Tx } from '../db/pool.ts';
import { isDue, type KeepingRule } from './rules.ts';

export type Ahead = {
  readonly rule: string;
  readonly what: string;
  readonly today: number;
  /** The first day after today on which something goes, and how much. */
  readonly next: { readonly day: string; readonly count: number } | null;
  readonly later: number;
  /** Held with no day known yet: the results, or the fund's end, have no date. */
  readonly undated: number;
};

export async function lookAhead(tx: Tx, rule: KeepingRule, now: Date, most = 1000): Promise<Ahead> {
  const days = new Map<string, number>();
  let [today, undated, after] = [0, 0, ''];
  for (;;) {
    const page = await rule.next(tx, { after, most });
    for (const { until } of page) {
      if (until === null) undated += 1;
      else if (isDue(until, now)) today += 1;
      else days.set(until.toISOString().slice(0, 10), (days.get(until.toISOString().slice(0, 10)) ?? 0) + 1);
    }
    if (page.length < most) break;
    after = page.at(-1)?.id ?? '';
  }
  const [day] = [...days.keys()].sort();
  const later = [...days.values()].reduce((sum, each) => sum + each, 0);
  const next = day === undefined ? null : { day, count: days.get(day) ?? 0 };
  return { rule: rule.name, what: rule.what, today, next, later, undated };
}
