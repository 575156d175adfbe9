/** Every SQL sentence of agreeing on a rule: proposals and the answers to them. */
import type { AccountTables } from '../../../../people/accounts/tables.ts';
import type { Tx } from '../../../../platform/db/pool.ts';
import type { AnswerWord } from '../../rules.ts';
import type { AgreedRule } from '../rules.ts';
import type { BallotTables } from '../tables.ts';

type Tables = BallotTables & AccountTables;

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
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('deciding_rules')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('place', 'desc')
    .execute();
  return rows.map(asProposed);
}

/** One proposal, locked: answers and their opening happen one after another. */
export async function ruleAt(tx: Tx, ruleId: string): Promise<Proposed | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('deciding_rules')
    .selectAll()
    .where('id', '=', ruleId)
    .forUpdate()
    .executeTakeFirst();
  return row ? asProposed(row) : null;
}

export async function ruleFund(tx: Tx, ruleId: string): Promise<string | null> {
  const found = tx.withTables<Tables>().selectFrom('deciding_rules').select('fund_id').where('id', '=', ruleId);
  return (await found.executeTakeFirst())?.fund_id ?? null;
}

export async function addRule(
  tx: Tx,
  given: { id: string; fundId: string; place: number; rule: AgreedRule; hash: string; personId: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
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

export async function endRule(tx: Tx, ruleId: string, outcome: 'adopted' | 'not-adopted', now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('deciding_rules')
    .set({ outcome, shown_at: now })
    .where('id', '=', ruleId)
    .execute();
}

export async function keepRuleAnswer(
  tx: Tx,
  given: { ruleId: string; personId: string; answer: AnswerWord; because: string; now: Date },
): Promise<void> {
  const row = { answer: given.answer, because: given.because, at: given.now };
  await tx
    .withTables<Tables>()
    .insertInto('rule_answers')
    .values({ rule_id: given.ruleId, person_id: given.personId, ...row })
    .onConflict((conflict) => conflict.columns(['rule_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export type RuleAnswer = { personId: string; name: string; shownAs: string; answer: AnswerWord; because: string };

/** Only those who may see them ask: one's own before the opening, all of them after. */
export async function ruleAnswersOf(tx: Tx, ruleId: string): Promise<RuleAnswer[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('rule_answers')
    .innerJoin('people', 'people.id', 'rule_answers.person_id')
    .where('rule_id', '=', ruleId)
    .select(['person_id', 'name', 'shown_as', 'answer', 'because'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    shownAs: row.shown_as,
    answer: row.answer,
    because: row.because,
  }));
}
