/** Writes an election as a JSON profile that reads back as the same election. */
import { formatAmount } from '../amounts.ts';
import type { Ballot, Election } from '../election.ts';
import type { Profile } from './profile.ts';

/** The election as a JSON profile; reads back as the same election. */
export function writeProfile(election: Election): Profile {
  const id = (o: number): string => election.options[o]!.id;
  const units = (n: number): number => Number(formatAmount(BigInt(n), BigInt(election.pointScale)));
  return {
    type: election.type,
    budget: formatAmount(election.budget, election.scale),
    options: election.options.map((o) => ({
      id: o.id,
      name: o.name,
      cost: formatAmount(o.cost, election.scale),
      ...(o.minimum === undefined ? {} : { minimum: formatAmount(o.minimum, election.scale) }),
    })),
    incompatible: election.incompatible.map(([a, b]) => [id(a), id(b)]),
    ballots: election.ballots.map((b) => ({ voter: b.voter, ...marks(b, id, units) })),
  };
}

function marks(
  b: Ballot,
  id: (o: number) => string,
  units: (n: number) => number,
): Omit<Profile['ballots'][number], 'voter'> {
  const away = {
    ...(b.recused ? { recused: b.recused.map(id) } : {}),
    ...(b.abstained ? { abstain: b.abstained.map(id) } : {}),
  };
  if (b.points) return { scores: Object.fromEntries(b.choices.map((c, i) => [id(c), units(b.points![i]!)])), ...away };
  if (!b.ranks) return { approve: b.choices.map(id), ...away };
  const levels: string[][] = [];
  b.choices.forEach((c, i) => {
    const at = b.ranks![i]!;
    while (levels.length <= at) levels.push([]);
    levels[at]!.push(id(c));
  });
  return { ranks: levels, ...away };
}
