/** Small random elections of every kind for property tests, with ties far more common than in life. */
import fc from 'fast-check';
import type { Ballot, Election } from '../election.ts';
import type { RecordedRule } from '../record/shape.ts';

export interface Shape {
  readonly options?: number;
  readonly voters?: number;
  readonly unitCost?: boolean;
  /** Also minimum amounts and incompatible pairs. */
  readonly odd?: boolean;
}

/** Approval or score elections with costs that often coincide. */
export function elections(shape: Shape = {}): fc.Arbitrary<Election> {
  const size = fc.record({
    m: fc.integer({ min: 1, max: shape.options ?? 7 }),
    n: fc.integer({ min: 1, max: shape.voters ?? 8 }),
    scored: fc.boolean(),
  });
  return size.chain(({ m, n, scored }) => {
    const cost = shape.unitCost ? fc.constant(1) : fc.integer({ min: 0, max: 12 });
    const mark = fc.constantFrom(-1, -1, 0, 1, 1, 2, 5);
    return fc
      .record({
        costs: fc.array(fc.tuple(cost, fc.integer({ min: 1, max: 14 })), { minLength: m, maxLength: m }),
        marks: fc.array(fc.array(mark, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
        budget: shape.unitCost ? fc.integer({ min: 1, max: m }) : fc.integer({ min: 1, max: 40 }),
        pair: fc.tuple(fc.nat(m - 1), fc.nat(m - 1)),
      })
      .map(
        ({ costs, marks, budget, pair }): Election => ({
          type: scored ? 'score' : 'approval',
          scale: 1n,
          pointScale: 1,
          budget: BigInt(budget),
          options: costs.map(([c, least], i) => ({
            id: `o${i}`,
            name: `Option ${i}`,
            cost: BigInt(c),
            ...(shape.odd && least < c ? { minimum: BigInt(least) } : {}),
          })),
          ballots: marks.map((line, v) => ballotOf(line, v, scored)),
          incompatible: shape.odd && pair[0] !== pair[1] ? [pair] : [],
          meta: {},
        }),
      );
  });
}

export function ballotOf(line: readonly number[], v: number, scored: boolean): Ballot {
  const choices = line.flatMap((x, i) => ((scored ? x >= 0 : x > 0) ? [i] : []));
  return { voter: `v${v}`, choices, ...(scored ? { points: choices.map((c) => line[c]!) } : {}) };
}

/** A rule of the kinds a record can hold. */
export const rules: fc.Arbitrary<RecordedRule> = fc.record({
  rule: fc.constantFrom('mes' as const, 'mes' as const, 'greedy' as const),
  utility: fc.constantFrom('cost' as const, 'cardinality' as const, 'points' as const, 'points-cost' as const),
  completion: fc.constantFrom('none' as const, 'add1' as const, 'u' as const, 'add1u' as const),
  stop: fc.constantFrom('exhaustive' as const, 'overspend' as const),
  share: fc.constantFrom('exact' as const, 'floor' as const),
  ties: fc.constantFrom<RecordedRule['ties'][]>(
    ['id'],
    ['max-supporters', 'min-cost', 'id'],
    ['min-supporters', 'max-cost'],
    [{ kind: 'listed', order: ['o3', 'o1'] }, 'id'],
  ),
});

/** The same voters and options in another order; `order` are sort keys from the generator. */
export function shuffled(e: Election, optionKeys: readonly number[], voterKeys: readonly number[]): Election {
  const by = (keys: readonly number[], n: number): number[] =>
    Array.from({ length: n }, (_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  const order = by(optionKeys, e.options.length);
  const at = order.reduce<number[]>((map, old, now) => {
    map[old] = now;
    return map;
  }, []);
  const ballots = by(voterKeys, e.ballots.length).map((v) => ({
    ...e.ballots[v]!,
    choices: e.ballots[v]!.choices.map((c) => at[c]!),
  }));
  return {
    ...e,
    options: order.map((o) => e.options[o]!),
    ballots,
    incompatible: e.incompatible.map(([a, b]) => [at[a]!, at[b]!]),
  };
}
