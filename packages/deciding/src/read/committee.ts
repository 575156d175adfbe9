/** Reads the small approval profiles of the abcvoting project (.abc.yaml): profile, num_cand, committeesize. */
import { type Election, InputError } from '../election.ts';

/** A value of the few flow-style lines these files use, which are JSON but for their line breaks. */
function value(text: string, key: string): unknown {
  const at = text.search(new RegExp(`^${key}:`, 'm'));
  if (at < 0) throw new InputError(`the key ${key} is missing`, 1, 1);
  const rest = text.slice(at + key.length + 1);
  const end = rest.search(/\n(?=[A-Za-z_-])/);
  try {
    return JSON.parse(end < 0 ? rest : rest.slice(0, end));
  } catch {
    throw new InputError(`the value of ${key} cannot be read`, text.slice(0, at).split('\n').length, key.length + 3);
  }
}

function isProfile(x: unknown): x is number[][] {
  return Array.isArray(x) && x.every((b) => Array.isArray(b) && b.every((c) => Number.isInteger(c)));
}

/** An election of unit costs with budget = committee size. Throws InputError with line and column. */
export function readCommittee(text: string): Election {
  const profile = value(text, 'profile');
  const candidates = value(text, 'num_cand');
  const size = value(text, 'committeesize');
  if (!isProfile(profile) || typeof candidates !== 'number' || typeof size !== 'number')
    throw new InputError('profile, num_cand or committeesize is not what it should be', 1, 1);
  if (profile.some((b) => b.some((c) => c < 0 || c >= candidates)))
    throw new InputError('a ballot names a candidate that does not stand', 1, 1);
  const options = Array.from({ length: candidates }, (_, i) => ({ id: String(i), name: String(i), cost: 1n }));
  const ballots = profile.map((b, i) => ({ voter: String(i + 1), choices: [...new Set(b)] }));
  return {
    type: 'approval',
    scale: 1n,
    pointScale: 1,
    budget: BigInt(size),
    options,
    ballots,
    incompatible: [],
    meta: {},
  };
}
