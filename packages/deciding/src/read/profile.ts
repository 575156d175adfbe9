/** The plain JSON profile: the one form that holds scores, equal ranks, abstention and recusal side by side. */
import { type Decimal, parseDecimal, scaled } from '../amounts.ts';
import type { Ballot, BallotType, Election, Option } from '../election.ts';

type Mark = number | 'abstain' | 'recused';

export interface Profile {
  readonly type: BallotType;
  readonly budget: string | number;
  readonly options: readonly {
    readonly id: string;
    readonly name?: string;
    readonly cost: string | number;
    readonly minimum?: string | number;
  }[];
  readonly incompatible?: readonly (readonly [string, string])[];
  readonly ballots: readonly {
    readonly voter: string;
    /** Scores or points by option id; 0 is an answer, abstain and recused are not. */
    readonly scores?: Readonly<Record<string, Mark>>;
    readonly approve?: readonly string[];
    /** Best first; ids in one inner list are equal. */
    readonly ranks?: readonly (readonly string[])[];
    readonly recused?: readonly string[];
    readonly abstain?: readonly string[];
  }[];
}

/** A fault in a JSON profile, with the path to it, such as `ballots[3].scores.a12`. */
export class ProfileError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'ProfileError';
    this.path = path;
  }
}

const TYPES: readonly string[] = ['approval', 'choose-1', 'cumulative', 'ordinal', 'score'];

/** An election from the text of a JSON profile or from the parsed value. Throws ProfileError naming the path. */
export function readProfile(input: string | Profile): Election {
  const profile = (typeof input === 'string' ? JSON.parse(input) : input) as Profile;
  if (!TYPES.includes(profile.type)) throw new ProfileError('type', `must be one of ${TYPES.join(', ')}`);
  for (const key of ['options', 'ballots'] as const)
    if (!Array.isArray(profile[key])) throw new ProfileError(key, 'must be a list');
  const budget = amount('budget', profile.budget);
  const costs = profile.options.map((o, i) => amount(`options[${i}].cost`, o.cost));
  const least = profile.options.map((o, i) =>
    o.minimum === undefined ? undefined : amount(`options[${i}].minimum`, o.minimum),
  );
  const places = Math.max(budget.places, ...costs.map((c) => c.places), ...least.map((c) => c?.places ?? 0));
  const index = new Map<string, number>();
  const options = profile.options.map((o, i): Option => {
    if (typeof o.id !== 'string' || o.id === '') throw new ProfileError(`options[${i}].id`, 'must be a text');
    if (index.has(o.id)) throw new ProfileError(`options[${i}].id`, `${o.id} is listed twice`);
    index.set(o.id, i);
    const minimum = least[i];
    return {
      id: o.id,
      name: o.name ?? o.id,
      cost: scaled(costs[i]!, places),
      ...(minimum ? { minimum: scaled(minimum, places) } : {}),
    };
  });
  const find = (path: string, id: string): number => {
    const at = index.get(id);
    if (at === undefined) throw new ProfileError(path, `${id} is no option`);
    return at;
  };
  const pointed = profile.type === 'score' || profile.type === 'cumulative';
  const decimals = pointed ? pointPlaces(profile) : 0;
  const ballots = profile.ballots.map((b, i) => readBallot(b, `ballots[${i}]`, find, pointed ? decimals : undefined));
  const pair = (p: readonly [string, string], i: number): [number, number] => [
    find(`incompatible[${i}]`, p[0]),
    find(`incompatible[${i}]`, p[1]),
  ];
  return {
    type: profile.type,
    scale: 10n ** BigInt(places),
    pointScale: 10 ** decimals,
    budget: scaled(budget, places),
    options,
    ballots,
    incompatible: (profile.incompatible ?? []).map(pair),
    meta: {},
  };
}

function amount(path: string, value: unknown): Decimal {
  const decimal = typeof value === 'string' || typeof value === 'number' ? parseDecimal(String(value)) : undefined;
  if (!decimal || decimal.digits < 0n) throw new ProfileError(path, 'must be an amount from 0');
  return decimal;
}

function pointPlaces(profile: Profile): number {
  const all = profile.ballots.flatMap((b) => Object.values(b.scores ?? {}));
  return all.reduce<number>(
    (most, v) => Math.max(most, typeof v === 'number' ? (parseDecimal(String(v))?.places ?? 0) : 0),
    0,
  );
}

function readBallot(
  b: Profile['ballots'][number],
  path: string,
  find: (path: string, id: string) => number,
  decimals: number | undefined,
): Ballot {
  if (typeof b.voter !== 'string') throw new ProfileError(`${path}.voter`, 'must be a text');
  const recused = (b.recused ?? []).map((id) => find(`${path}.recused`, id));
  const abstained = (b.abstain ?? []).map((id) => find(`${path}.abstain`, id));
  const choices: number[] = [];
  const points: number[] = [];
  const ranks: number[] = [];
  for (const [id, mark] of Object.entries(b.scores ?? {})) {
    const option = find(`${path}.scores.${id}`, id);
    if (mark === 'recused') recused.push(option);
    else if (mark === 'abstain') abstained.push(option);
    else {
      points.push(Number(scaled(amount(`${path}.scores.${id}`, mark), decimals ?? 0)));
      choices.push(option);
    }
  }
  for (const id of b.approve ?? []) choices.push(find(`${path}.approve`, id));
  (b.ranks ?? []).forEach((level, r) => {
    for (const id of level) {
      choices.push(find(`${path}.ranks[${r}]`, id));
      ranks.push(r);
    }
  });
  const away = new Set([...recused, ...abstained]);
  if (new Set(choices).size < choices.length) throw new ProfileError(path, 'an option is named twice');
  if (choices.some((c) => away.has(c))) throw new ProfileError(path, 'an option is both marked and left out');
  return {
    voter: b.voter,
    choices,
    ...(decimals === undefined ? {} : { points }),
    ...(b.ranks ? { ranks } : {}),
    ...(abstained.length > 0 ? { abstained } : {}),
    ...(recused.length > 0 ? { recused } : {}),
  };
}
