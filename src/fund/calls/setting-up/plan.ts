/** What a whole fund file means as rows: the fund, who gave, the steps, and the call as it is planned. */
import { pounds } from '../../../kernel/money.ts';
import { type Design, readDesign } from '../../pool/design.ts';
import type { PoolTables } from '../../pool/tables.ts';
import type { CallTables } from '../tables.ts';
import type { FundFile } from './shape.ts';
import { callOf, endOf, startOf } from './timeline.ts';

export type Plan = {
  readonly fund: Omit<PoolTables['funds'], 'made_at' | 'designed_at' | 'design'> & { readonly design: Design };
  readonly contributions: readonly Omit<PoolTables['contributions'], 'id' | 'fund_id'>[];
  readonly steps: readonly Omit<CallTables['timeline_steps'], 'fund_id'>[];
  readonly call: Omit<CallTables['calls'], 'id' | 'fund_id'>;
};

/** Only for a file without mistakes. `move` shifts every day of it: a demo plays today. */
export function planOf(file: FundFile, move: (at: Date) => Date = (at) => at): Plan {
  const { fund, pool, timeline, zone } = file;
  const call = callOf(timeline);
  if (call === null) throw new Error('a fund file without an open call was not checked');
  const when = (step: typeof call | (typeof timeline)[number]) => ({
    from: move(startOf(step, zone)),
    to: move(endOf(step, zone)),
  });
  const open = when(call);
  return {
    fund: {
      id: fund.id,
      name: fund.name,
      host_name: fund.fiscal_host.name,
      currency: file.currency,
      zone,
      total_pence: pounds(pool.total_gbp),
      grants_pence: pounds(pool.budget.grants.total_gbp),
      pot_pence: pounds(pool.round_pot_gbp),
      synthetic: file.synthetic,
      design: readDesign(file),
    },
    contributions: pool.contributions.map((each) => ({
      code: each.id,
      funder: each.funder,
      pence: pounds(each.amount_gbp),
      restriction: each.restriction,
      restriction_words: each.restriction_words ?? null,
      hope: each.preference_not_binding ?? null,
    })),
    steps: timeline.map((step, place) => ({
      code: step.id,
      place,
      phase: step.phase,
      what: step.what,
      starts_at: when(step).from,
      ends_at: when(step).to,
    })),
    call: {
      opens_at: open.from,
      closes_at: open.to,
      grace_hours: call.grace_hours_unadvertised,
      languages: [...fund.languages.interface_and_pack],
      question_set_version: '1',
    },
  };
}
