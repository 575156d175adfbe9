/** Counts a sealed record again from its ballots and compares every figure. */

import { type Choice, choices, type How } from './choices.ts';
import { type Replay, replayGreedy, replayShares } from './replay.ts';
import { type Bag, type Check, canonical, type Frac, frac, type Json, same, units } from './verifier.ts';

/** Counts the opened ballots of a record again and compares awards, prices and the share. */
export function checkCount(b: Bag, check: Check): void {
  const ballots = (b.sealed as readonly Bag[]).map((x) => x.ballot as Bag);
  const manifest = b.manifest as Bag;
  const rule = manifest.rule as Bag;
  if (rule.rule !== 'mes' && rule.rule !== 'greedy') {
    check(false, 'only greedy and Equal Shares can be counted again here');
    return;
  }
  const budget = units(manifest.budget);
  const every = choices(manifest, ballots);
  const all = every.filter((c) => c.amount <= budget);
  const how: How = {
    keys: rule.ties as readonly Json[],
    drawn: ((b.draw as Bag | null)?.order ?? []) as string[],
    clashes: (manifest.incompatible ?? []) as readonly string[][],
  };
  const run = (share: Frac): Replay => replayShares(all, share, ballots.length, how);
  const greedy = rule.rule === 'greedy';
  const result = greedy ? { bought: [], spent: 0n, ties: [] } : finish(run, b, rule, budget, all, how, check);
  const taken = result.bought.map((x) => x.id);
  const fills = greedy || String(rule.completion).endsWith('u');
  const fill = fills ? replayGreedy(every, budget - result.spent, taken, how, result.ties) : [];
  const names = [...result.bought.map((x) => x.name), ...fill.map((c) => c.name)];
  const said = (b.awards as readonly Bag[]).map(
    (a) => all.find((c) => c.id === a.id && c.amount === units(a.amount))?.name,
  );
  check(names.join('\n') === said.join('\n'), 'the ballots give other awards');
  const ledger = b.ledger as readonly Bag[];
  check(
    ledger.length === result.bought.length && result.bought.every((x, i) => same(x.price, frac(ledger[i]?.price))),
    'the ballots give other prices',
  );
  check(canonical(result.ties) === canonical(b.ties), 'the ballots give other ties');
  check(!greedy || b.share === null, 'greedy gives nobody a share');
  for (const line of ledger) {
    const supporters = all.find((c) => c.id === line.id)?.weight.filter((w) => w > 0n).length ?? -1;
    const away = ballots.filter((x) => ((x.recused ?? []) as string[]).includes(String(line.id))).length;
    const said = canonical([line.couldVote ?? null, line.supporters ?? null]);
    check(
      said === canonical([ballots.length - away, { from: supporters, to: supporters }]),
      `round ${line.round} counts other supporters`,
    );
  }
  const recusals: { [id: string]: number } = {};
  for (const x of ballots) for (const id of (x.recused ?? []) as string[]) recusals[id] = (recusals[id] ?? 0) + 1;
  check(canonical(recusals) === canonical(manifest.recusals), 'other recusals were declared');
}

/** Raises the share as the rule says, from the start, and expects to end at the share that the record states. */
function finish(
  run: (share: Frac) => Replay,
  b: Bag,
  rule: Bag,
  budget: bigint,
  all: readonly Choice[],
  how: How,
  check: Check,
): Replay {
  const n = BigInt(Number(b.count));
  const scale = units((b.manifest as Bag).scale);
  let share: Frac = rule.share === 'floor' ? [(budget / (n * scale)) * scale, 1n] : [budget, n];
  let kept = run(share);
  while (String(rule.completion).startsWith('add1')) {
    const gone = new Set(kept.bought.flatMap((x) => [x.id, ...how.clashes.filter((p) => p.includes(x.id)).flat()]));
    const open = all.filter((c) => !gone.has(c.id) && c.weight.some((w) => w > 0n));
    if (open.length === 0 || (rule.stop === 'exhaustive' && !open.some((c) => c.amount <= budget - kept.spent))) break;
    const next: Frac = [share[0] + units(rule.step) * share[1], share[1]];
    const tried = run(next);
    if (tried.spent > budget) break;
    [share, kept] = [next, tried];
  }
  check(same(share, frac(b.share)), 'the rule ends at another share');
  return kept;
}
