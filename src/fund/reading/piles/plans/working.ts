/** A plan is worked out with no transaction open: read the question, solve, show a sign of life, lay the answer down. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  Cancelled,
  checkReaders,
  matchReaders,
  type ReadersProblem,
  type ReadersResult,
  setAside,
} from '../../../../../packages/matching/src/index.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { Db } from '../../../../platform/db/pool.ts';
import type { Work } from '../../../../platform/work.ts';
import { fundById } from '../../../pool/store.ts';
import { beat, type Claim, claimPlan, keepAnswer, laidDown, layDown, waitsStill } from './claims.ts';
import { levelled } from './question.ts';
import { questionNow } from './store.ts';

/** Long enough for a large round; what is found by then is kept with its gap. */
const secondsAllowed = 20;
/** How often the worker looks whether someone asked to stop. */
const lookEvery = 500;

type Watching = { readonly signal: AbortSignal; readonly onProgress: (goal: string) => void };

/** Works a plan out that waits and that nobody alive works on. Outside any transaction: nothing is held meanwhile. */
export async function workOutPlan(db: Db, planId: string): Promise<void> {
  const claim = await claimPlan(db, planId, newId());
  if (!claim) return;
  const asked = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const fund = await fundById(tx, claim.fundId);
      return fund && questionNow(tx, fund, claim);
    });
  if (!asked) return;
  try {
    const { question, answer } = await watched(db, claim, (watching) => solved(asked.question, claim.seed, watching));
    await layDown(db, claim, { question, hash: asked.hash }, answer);
  } catch (problem) {
    if (!(problem instanceof Cancelled)) throw problem;
  }
}

/**
 * What was laid down and not stopped becomes the plan that people see. A plan that still waits is with another worker,
 * or with one that died a moment ago: the job is taken up again later, when that is known.
 */
export async function settlePlan(work: Work, planId: string): Promise<void> {
  const laid = await laidDown(work.tx, planId);
  if (laid) {
    await keepAnswer(work.tx, laid, work.now);
    await work.record('plan.worked', laid.id, { status: laid.answer.status }, laid.fundId);
  }
  if (await waitsStill(work.tx, planId)) throw new Error('the plan is with another worker');
}

async function solved(
  asked: ReadersProblem,
  seed: string,
  watching: Watching,
): Promise<{ question: ReadersProblem; answer: ReadersResult }> {
  // A pair that the team set apart may be taken back by it; a link or a step back is nobody's to lift.
  const options = { seed, timeLimit: secondsAllowed, liftable: [setAside], ...watching };
  let question = levelled(asked);
  let answer = await matchReaders(question, options);
  // Where links, wishes or readings under way leave no level plan, what people offered is the only limit.
  if (answer.status === 'infeasible') {
    question = asked;
    answer = await matchReaders(question, options);
  }
  if ('pairs' in answer) {
    const { faults } = checkReaders(question, answer, { seed });
    if (faults.length > 0) throw new Error(`the plan does not hold: ${faults.join(' ')}`);
  }
  return { question, answer };
}

/** Runs something while saying every half second that it is alive; ends it once the plan is nobody's to work on. */
async function watched<Result>(db: Db, claim: Claim, run: (watching: Watching) => Promise<Result>): Promise<Result> {
  const halt = new AbortController();
  const over = new AbortController();
  let goal: string | null = null;
  const looking = (async () => {
    while (!over.signal.aborted) {
      if (!(await beat(db, claim, goal))) return halt.abort();
      await pause(lookEvery, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  looking.catch(() => halt.abort());
  try {
    const onProgress = (next: string) => {
      goal = next;
    };
    return await run({ signal: halt.signal, onProgress });
  } finally {
    over.abort();
    await looking;
  }
}
