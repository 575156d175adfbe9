/** What must hold of every decision, as functions that throw: used a little in each test run, ten thousand times in the long one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decide } from '../decide.ts';
import type { Election } from '../election.ts';
import { checkCount } from '../record/count.ts';
import { makeRecord, manifestOf } from '../record/record.ts';
import type { RecordedRule } from '../record/shape.ts';
import type { Bag } from '../record/verifier.ts';
import { canonical, hash } from '../record/verifier.ts';
import { awkward } from './awkward.ts';
import { elections, rules, shuffled } from './elections.ts';

type Run = { readonly numRuns: number; readonly seed: number };

function decided(e: Election, rule: RecordedRule): string[] {
  const ties = rule.ties.flatMap((t) => (t === 'draw' ? [] : [t]));
  return decide(e, { ...rule, ties }).winners.map((w) => `${e.options[w.option]!.id}:${w.amount}`);
}

export function neverOverBudget(run: Run): void {
  fc.assert(
    fc.property(elections({ odd: true }), rules, (e, rule) => {
      const d = decide(e, { ...rule, ties: ['id'] });
      const spent = d.winners.reduce((s, w) => s + w.amount, 0n);
      assert.equal(spent, d.spent);
      assert.ok(spent <= e.budget, `${spent} of ${e.budget}`);
      assert.equal(new Set(d.winners.map((w) => w.option)).size, d.winners.length);
      for (const [a, b] of e.incompatible)
        assert.ok(!(d.winners.some((w) => w.option === a) && d.winners.some((w) => w.option === b)));
    }),
    run,
  );
}

/** The engine against the slow reading of the rules: winners, order, amounts, prices and share. */
export function sameAsByHand(run: Run): void {
  const awkwardly = rules.map((r) => ({ ...r, completion: 'none' as const }));
  fc.assert(fc.property(elections({ odd: true }), rules, countedAgain), run);
  fc.assert(fc.property(awkward, awkwardly, countedAgain), run);
}

function countedAgain(e: Election, rule: RecordedRule): void {
  const roll = e.ballots.map((b) => b.voter);
  const manifest = manifestOf(e, rule, roll, 'none');
  const { record } = makeRecord(e, { manifest, rule, salts: e.ballots.map((_, i) => hash(`salt ${i}`)) });
  const faults: string[] = [];
  checkCount(record as unknown as Bag, (holds, fault) => void (holds || faults.push(fault)));
  assert.deepEqual(faults, [], canonical(record.awards));
}

export function orderDoesNotMatter(run: Run): void {
  const keys = fc.array(fc.nat(99), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(elections({ odd: true }), rules, keys, keys, (e, rule, a, b) => {
      assert.deepEqual(decided(shuffled(e, a, b), rule), decided(e, rule));
    }),
    run,
  );
}

/** Extended justified representation (Aziz et al. 2017): no large agreeing group has all its members short of its share. */
export function groupsAreRepresented(run: Run): void {
  fc.assert(
    fc.property(elections({ unitCost: true, options: 6, voters: 9 }), (e) => {
      const approve = e.ballots.map((b) => new Set(b.choices.filter((_, i) => (b.points?.[i] ?? 1) > 0)));
      const won = new Set(
        decide(e, { rule: 'mes', utility: 'cardinality', ties: ['id'] }).winners.map((w) => w.option),
      );
      for (let set = 1; set < 1 << e.options.length; set++) {
        const agreed = e.options.flatMap((_, i) => ((set >> i) & 1 ? [i] : []));
        const short = approve.filter(
          (a) => agreed.every((o) => a.has(o)) && [...a].filter((o) => won.has(o)).length < agreed.length,
        );
        assert.ok(
          BigInt(short.length) * e.budget < BigInt(agreed.length * e.ballots.length),
          `a group of ${short.length} agreeing on ${agreed}`,
        );
      }
    }),
    run,
  );
}
