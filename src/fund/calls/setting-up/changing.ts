/** The deed of reading a fund's file again: until its call is opened, all of it counts anew; after that nothing changes. */
import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../../kernel/ids.ts';
import { done, Missing, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { readDesign } from '../../pool/design.ts';
import { changeFund, contributionsOf, lockFund, replaceContributions } from '../../pool/store.ts';
import { lockHours } from '../hours/store.ts';
import { openCallOf, plannedCallOf, timelineOf } from '../store.ts';
import type { Plan } from './plan.ts';
import { changeCall, replaceSteps } from './store.ts';

/** `parts` are the names of what is different now, as the file calls them; empty when nothing is. */
export type Changed = { readonly fundId: string; readonly parts: readonly string[] };

/**
 * Waits at the same place as the opening of the call, so that neither passes the other. Only whoever runs the program
 * does this, from the command line.
 */
export async function changeFile(work: Work, plan: Plan): Promise<Outcome<Changed, 'not-there' | 'opened'>> {
  if (work.actor.kind !== 'system') throw new Missing('fund');
  const { tx } = work;
  const fundId = plan.fund.id;
  await lockHours(tx, fundId);
  const row = await lockFund(tx, fundId);
  if (!row) return refused('not-there');
  const parts = await differences(work, plan, row);
  if (parts.length === 0) return done({ fundId, parts });
  if (await openCallOf(tx, fundId)) return refused('opened');
  const { synthetic: _, ...fund } = plan.fund;
  await changeFund(tx, { ...fund, design: JSON.stringify(fund.design), designed_at: work.now });
  await replaceContributions(
    tx,
    fundId,
    plan.contributions.map((each) => ({ ...each, id: newId(), fund_id: fundId })),
  );
  await replaceSteps(
    tx,
    fundId,
    plan.steps.map((step) => ({ ...step, fund_id: fundId })),
  );
  await changeCall(tx, fundId, plan.call);
  await work.record('fund.changed', fundId, { parts }, fundId);
  return done({ fundId, parts });
}

async function differences({ tx }: Work, plan: Plan, row: NonNullable<Awaited<ReturnType<typeof lockFund>>>) {
  const { fund } = plan;
  const before = readDesign(row.design) as Readonly<Record<string, unknown>>;
  const now = fund.design as Readonly<Record<string, unknown>>;
  const parts = new Set(
    [...Object.keys(before), ...Object.keys(now)].filter((key) => !isDeepStrictEqual(before[key], now[key])),
  );
  if (row.name !== fund.name || row.host_name !== fund.host_name) parts.add('fund');
  if (row.zone !== fund.zone) parts.add('zone');
  const money = (each: Pick<typeof row, 'total_pence' | 'grants_pence' | 'pot_pence'>) => [
    each.total_pence,
    each.grants_pence,
    each.pot_pence,
  ];
  const given = (await contributionsOf(tx, fund.id)).map(({ id: _id, fund_id: _fund, ...rest }) => rest);
  const byCode = (all: readonly { code: string }[]) => all.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (!isDeepStrictEqual(money(row), money(fund)) || !isDeepStrictEqual(byCode(given), byCode(plan.contributions)))
    parts.add('pool');
  const steps = (await timelineOf(tx, fund.id)).map((step) => [
    step.code,
    step.phase,
    step.what,
    step.startsAt,
    step.endsAt,
  ]);
  const planned = plan.steps.map((step) => [step.code, step.phase, step.what, step.starts_at, step.ends_at]);
  const call = await plannedCallOf(tx, fund.id);
  const days = [call?.opensAt, call?.closesAt, call?.graceHours];
  const { opens_at, closes_at, grace_hours } = plan.call;
  if (!isDeepStrictEqual(steps, planned) || !isDeepStrictEqual(days, [opens_at, closes_at, grace_hours]))
    parts.add('timeline');
  return [...parts].sort();
}
