/** Every SQL sentence of agreeing on a rule: proposals and the answers to them. */
import type { Tx } from '../../../../platform/db/pool.ts';
import { askedIn, holdAsked, namedAnswers } from '../../asked/store.ts';
import type { AnswerWord } from '../../rules.ts';
import type { AgreedRule } from '../rules.ts';
import type { BallotTables } from '../tables.ts';

export type Proposed = {
  id: string;
  fundId: string;
  place: number;
  rule: AgreedRule;
  hash: string;
  shownAt: Date | null;
  outcome: 'adopted' | 'not-adopted' | null;
};

function asProposed(row: BallotTables['deciding_rules']): Proposed {
  return {
    id: row.id,
    fundId: row.fund_id,
    place: row.place,
    rule: row.rule as AgreedRule,
    hash: row.rule_hash,
    shownAt: row.shown_at,
    outcome: row.outcome,
  };
}

export async function rulesOf(tx: Tx, fundId: string): Promise<Proposed[]> {
  return (await askedIn(tx, 'deciding_rules', fundId)).map(asProposed);
}

export async function ruleAt(tx: Tx, ruleId: string): Promise<Proposed | null> {
  const row = await holdAsked(tx, 'deciding_rules', ruleId);
  return row ? asProposed(row) : null;
}

export async function addRule(
  tx: Tx,
  given: { id: string; fundId: string; place: number; rule: AgreedRule; hash: string; personId: string; now: Date },
): Promise<void> {
  await tx
    .withTables<BallotTables>()
    .insertInto('deciding_rules')
    .values({
      id: given.id,
      fund_id: given.fundId,
      place: given.place,
      rule: JSON.stringify(given.rule),
      rule_hash: given.hash,
      proposed_by: given.personId,
      proposed_at: given.now,
      shown_at: null,
      outcome: null,
    })
    .execute();
}

export async function keepRuleAnswer(
  tx: Tx,
  given: { ruleId: string; personId: string; answer: AnswerWord; because: string; now: Date },
): Promise<void> {
  const row = { answer: given.answer, because: given.because, at: given.now };
  await tx
    .withTables<BallotTables>()
    .insertInto('rule_answers')
    .values({ rule_id: given.ruleId, person_id: given.personId, ...row })
    .onConflict((conflict) => conflict.columns(['rule_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export type RuleAnswer = { personId: string; name: string; shownAs: string; answer: AnswerWord; because: string };

export async function ruleAnswersOf(tx: Tx, ruleId: string): Promise<RuleAnswer[]> {
  const rows = await namedAnswers(tx, 'rule_answers', ruleId);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    shownAs: row.shown_as,
    answer: row.answer,
    because: row.because,
  }));
}
