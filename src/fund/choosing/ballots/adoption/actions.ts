/** The deeds that come before any ballot: propose a rule, answer, open the answers. */
import { newId } from '../../../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../../../kernel/outcomes.ts';
import type { Work } from '../../../../platform/work.ts';
import type { Fund } from '../../../pool/store.ts';
import { endAsked } from '../../asked/store.ts';
import type { AnswerWord } from '../../rules.ts';
import { lockTable, recommendedIn } from '../../store.ts';
import {
  type AdoptRefusal,
  adoptedBy,
  agreedRule,
  mayPropose,
  type ProposeRefusal,
  type RuleChoice,
  ruleHash,
} from '../rules.ts';
import { openBallotIn } from '../store.ts';
import * as store from './store.ts';

function personOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

export async function propose(
  work: Work,
  fund: Fund,
  choice: RuleChoice,
): Promise<Outcome<{ id: string }, ProposeRefusal>> {
  await lockTable(work.tx, fund.id);
  const before = await store.rulesOf(work.tx, fund.id);
  const verdict = mayPropose({
    decided: (await recommendedIn(work.tx, fund.id)).length > 0,
    ruleOpen: before.some((each) => each.outcome === null),
    ballotOpen: (await openBallotIn(work.tx, fund.id)) !== null,
  });
  if (!verdict.yes) return refused(verdict.reason);
  const id = newId();
  const rule = agreedRule(choice, fund.design.conflicts.minimum_free_members_to_decide);
  const hash = ruleHash(rule);
  await store.addRule(work.tx, {
    id,
    fundId: fund.id,
    place: before.length + 1,
    rule,
    hash,
    personId: personOf(work),
    now: work.now,
  });
  await work.record(
    'rule.proposed',
    id,
    { rule: rule.rule, utility: rule.utility, completion: rule.completion, hash },
    fund.id,
  );
  return done({ id });
}

export async function answerRule(
  work: Work,
  fund: Fund,
  ruleId: string,
  given: { answer: AnswerWord; because: string },
): Promise<Outcome<{ id: string }, 'closed'>> {
  const proposed = need(await store.ruleAt(work.tx, ruleId), 'rule');
  if (proposed.outcome !== null) return refused('closed');
  if (given.answer === 'cannot' && given.because.trim() === '') return invalid({ field: 'because', code: 'because' });
  await store.keepRuleAnswer(work.tx, { ruleId, personId: personOf(work), ...given, now: work.now });
  await work.record('rule.answered', ruleId, {}, fund.id);
  return done({ id: ruleId });
}

/** Opens all answers at the same moment; with enough of them and no "I cannot", the rule is adopted. */
export async function showRule(
  work: Work,
  fund: Fund,
  ruleId: string,
): Promise<Outcome<{ outcome: 'adopted' | 'not-adopted' }, AdoptRefusal>> {
  await lockTable(work.tx, fund.id);
  const proposed = need(await store.ruleAt(work.tx, ruleId), 'rule');
  if (proposed.outcome !== null) return refused('closed');
  const outcome = adoptedBy(await store.ruleAnswersOf(work.tx, ruleId), proposed.rule.minimum);
  if (outcome === 'short') return refused('rule-quorum');
  await endAsked(work.tx, 'deciding_rules', ruleId, outcome, work.now);
  await work.record('rule.shown', ruleId, { outcome, hash: proposed.hash }, fund.id);
  return done({ outcome });
}
