/** Forgetting, one bounded batch at a time: what is due is looked at again under lock, forgotten, and counted in the record. */
import type { Work } from '../work.ts';
import { isDue, type KeepingRule } from './rules.ts';

export const batchSize = 200;

export type Batch = {
  readonly forgotten: number;
  /** Where the next batch of this rule begins; null when it has looked at all. */
  readonly next: string | null;
};

export async function forgetBatch(work: Work, rule: KeepingRule, after: string, most = batchSize): Promise<Batch> {
  const page = await rule.next(work.tx, { after, most });
  const next = page.length === most ? (page.at(-1)?.id ?? null) : null;
  const seen = page.filter((each) => isDue(each.until, work.now)).map((each) => each.id);
  if (seen.length === 0) return { forgotten: 0, next };
  const held = await rule.next(work.tx, { only: seen });
  const due = held.filter((each) => isDue(each.until, work.now));
  if (due.length === 0) return { forgotten: 0, next };
  await rule.forget(
    work.tx,
    due.map((each) => each.id),
    work.now,
  );
  for (const [fundId, those] of Map.groupBy(due, (each) => each.fundId))
    await work.record('data.forgotten', rule.name, { count: those.length }, fundId ?? undefined);
  return { forgotten: due.length, next };
}
