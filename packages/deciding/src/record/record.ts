/** Makes the record of one decision: rules hashed before opening, committed ballots, ledger, ties, draw. */

import type { Election } from '../election.ts';
import { fund, type Outcome } from '../funding.ts';
import { type Rational, subtract, text } from '../rational.ts';
import { writeProfile } from '../read/write-profile.ts';
import type { TieKey } from '../ties.ts';
import type { DecisionRecord, LedgerLine, Manifest, RecordedRule, SealedBallot } from './shape.ts';
import { before, canonical, drawOrder, hash, merkleRoot } from './verifier.ts';

/** The frozen rules of a decision; publish `hash(canonical(manifest))` before any ballot opens. */
export function manifestOf(
  election: Election,
  rule: RecordedRule,
  eligible: readonly string[],
  randomness: string,
): Manifest {
  const recusals: Record<string, number> = {};
  for (const b of election.ballots)
    for (const o of b.recused ?? []) recusals[election.options[o]!.id] = (recusals[election.options[o]!.id] ?? 0) + 1;
  const {
    rule: name,
    utility,
    completion = 'none',
    stop = 'overspend',
    step = election.scale,
    share = 'exact',
    ties,
  } = rule;
  const id = (o: number): string => election.options[o]!.id;
  return {
    engine: '@manyhands/deciding 0.1.0',
    rule: { rule: name, utility, completion, stop, step: step.toString(), share, ties },
    scale: election.scale.toString(),
    budget: election.budget.toString(),
    options: election.options.map((o) => ({
      id: o.id,
      cost: o.cost.toString(),
      ...(o.minimum === undefined ? {} : { minimum: o.minimum.toString() }),
    })),
    incompatible: election.incompatible.map(([a, b]) => [id(a), id(b)]),
    eligible: [...eligible].sort(before),
    recusals,
    randomness,
  };
}

export interface RecordInput {
  readonly manifest: Manifest;
  readonly rule: RecordedRule;
  /** One random text a ballot, at least 128 bits each, made by the caller; in the order of the ballots. */
  readonly salts: readonly string[];
  /** The randomness once it is known; needed when `draw` is among the tie keys. */
  readonly randomness?: string;
  readonly sensitivity?: unknown;
}

/** Counts and writes down. Throws RangeError when a salt or the draw's randomness is missing. */
export function makeRecord(election: Election, input: RecordInput): { record: DecisionRecord; outcome: Outcome } {
  if (input.salts.length !== election.ballots.length || input.salts.some((s) => s.length < 22))
    throw new RangeError('every ballot needs its own salt of at least 128 bits');
  const manifestHash = hash(canonical(input.manifest));
  const opened = writeProfile(election).ballots.map((ballot, i) => ({
    salt: input.salts[i]!,
    ballot: JSON.parse(JSON.stringify(ballot)) as SealedBallot['ballot'],
  }));
  const sealed = opened.map((x) => ({ x, c: hash(canonical(x)) })).sort((a, b) => before(a.c, b.c));
  const commitments = sealed.map(({ c }) => c);
  const root = merkleRoot(commitments);
  const closed = hash(canonical({ manifest: manifestHash, root, count: commitments.length }));
  const needsDraw = input.rule.ties.includes('draw');
  if (needsDraw && input.randomness === undefined) throw new RangeError('the draw needs its public randomness');
  const draw = needsDraw
    ? {
        randomness: input.randomness!,
        ...drawOrder(
          election.options.map((o) => o.id),
          closed,
          input.randomness!,
        ),
      }
    : null;
  const ties = input.rule.ties.map((key): TieKey => (key === 'draw' ? { kind: 'draw', order: draw!.order } : key));
  const outcome = fund(election, { ...input.rule, ties });
  const awards = outcome.chosen
    .map((p) => outcome.compiled.candidates[p]!)
    .map((c) => ({ id: election.options[c.option]!.id, amount: c.amount.toString() }));
  const open = {
    format: 'manyhands-decision/1' as const,
    manifest: input.manifest,
    manifestHash,
    commitments,
    count: commitments.length,
    root,
    draw,
    share: outcome.share ? text(outcome.share) : null,
    ledger: ledgerOf(outcome),
    awards,
    spent: outcome.spent.toString(),
    ties: outcome.ties.map((t) => ({ ...t })),
    sensitivity: input.sensitivity ?? null,
    amendments: [],
  };
  return { record: { ...open, hash: hash(canonical(open)), sealed: sealed.map(({ x }) => x) }, outcome };
}

function ledgerOf(outcome: Outcome): LedgerLine[] {
  const c = outcome.compiled;
  const { election } = c;
  if (!outcome.share) return [];
  let left: Rational = { n: outcome.share.n * BigInt(election.ballots.length), d: outcome.share.d };
  return (outcome.purchases ?? []).map((p, i) => {
    const x = c.candidates[p.candidate]!;
    left = subtract(left, { n: x.amount, d: 1n });
    const count = c.supporters[p.candidate]!;
    const away = election.ballots.filter((b) => b.recused?.includes(x.option)).length;
    return {
      round: i + 1,
      id: election.options[x.option]!.id,
      amount: x.amount.toString(),
      price: text({ n: p.price!.n, d: p.price!.d * x.factor }),
      supporters: { from: count, to: count },
      couldVote: election.ballots.length - away,
      left: text(left),
    };
  });
}
