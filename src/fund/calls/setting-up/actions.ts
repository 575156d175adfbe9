/** The deed of setting up a fund: all of it or nothing, and never over one that is there. */
import { newId } from '../../../kernel/ids.ts';
import { done, Missing, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { addContributions, addFund } from '../../pool/store.ts';
import type { Plan } from './plan.ts';
import { addCall, addSteps } from './store.ts';

/** The call is planned, not opened. Only whoever runs the program does this, from the command line. */
export async function setUp(work: Work, plan: Plan): Promise<Outcome<{ fundId: string; callId: string }, 'there'>> {
  if (work.actor.kind !== 'system') throw new Missing('fund');
  const fundId = plan.fund.id;
  const design = JSON.stringify(plan.fund.design);
  const made = await addFund(work.tx, { ...plan.fund, design, made_at: work.now, designed_at: work.now });
  if (!made) return refused('there');
  await addContributions(
    work.tx,
    plan.contributions.map((each) => ({ ...each, id: newId(), fund_id: fundId })),
  );
  await addSteps(
    work.tx,
    plan.steps.map((step) => ({ ...step, fund_id: fundId })),
  );
  const callId = newId();
  await addCall(work.tx, { ...plan.call, id: callId, fund_id: fundId });
  await work.record(
    'fund.added',
    fundId,
    { contributions: plan.contributions.length, steps: plan.steps.length },
    fundId,
  );
  return done({ fundId, callId });
}
