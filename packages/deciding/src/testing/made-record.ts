/** A made decision of twelve members for the tests of the record, with recusals, a draw and an amendment. */
import type { Ballot, Election } from '../election.ts';
import { amend } from '../record/amendments.ts';
import { makeRecord, manifestOf } from '../record/record.ts';
import type { DecisionRecord, RecordedRule } from '../record/shape.ts';
import { hash } from '../record/verifier.ts';

export const RULE: RecordedRule = {
  rule: 'mes',
  utility: 'points-cost',
  completion: 'add1u',
  stop: 'overspend',
  step: 1000n,
  ties: ['max-supporters', 'draw'],
};

export function madeElection(voters = 12, options = 10): Election {
  const digit = (v: number, o: number): number => Number.parseInt(hash(`${v} ${o}`).slice(0, 2), 16);
  const list = Array.from({ length: options }, (_, i) => ({
    id: `app-${i + 1}`,
    name: `Application ${i + 1}`,
    cost: BigInt(200_000 + 10_000 * (digit(99, i) % 30)),
    ...(i === 3 ? { minimum: 90_000n } : {}),
  }));
  const ballots = Array.from({ length: voters }, (_, v): Ballot => {
    const recused = v % 4 === 0 ? [v % options] : [];
    const choices = list.map((_, o) => o).filter((o) => !recused.includes(o) && digit(v, o) % 3 > 0);
    return {
      voter: `member ${v + 1}`,
      choices,
      points: choices.map((o) => digit(v, o) % 6),
      ...(recused.length > 0 ? { recused } : {}),
    };
  });
  return {
    type: 'score',
    scale: 100n,
    pointScale: 1,
    budget: 1_200_000n,
    options: list,
    ballots,
    incompatible: [[0, 5]],
    meta: {},
  };
}

export function madeRecord(): DecisionRecord {
  const election = madeElection();
  const manifest = manifestOf(
    election,
    RULE,
    election.ballots.map((b) => b.voter),
    'beacon pulse 4711',
  );
  const salts = election.ballots.map((_, i) => hash(`salt ${i}`).slice(0, 32));
  const { record } = makeRecord(election, { manifest, rule: RULE, salts, randomness: 'f00d' });
  return amend(record, {
    by: 'member 2',
    reason: 'the second asked for less',
    consent: '11 of 12, 1 stood aside',
    add: [],
    remove: [record.awards[0]!.id],
  });
}
