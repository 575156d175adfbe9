/** Chooses the reader by the end of the file's name. */
import type { Election } from '../election.ts';
import { readCommittee } from './committee.ts';
import { readPabulib } from './pabulib.ts';
import { readProfile } from './profile.ts';
import { readRanked } from './ranked.ts';

/** An election from the text of a .pb, .json, .soi, .toc, .soc, .toi or .abc.yaml file. Throws RangeError for others. */
export function readElection(name: string, text: string): Election {
  if (name.endsWith('.pb')) return readPabulib(text);
  if (name.endsWith('.json')) return readProfile(text);
  if (/\.(soi|soc|toi|toc)$/.test(name)) return readRanked(text);
  if (name.endsWith('.abc.yaml')) return readCommittee(text);
  throw new RangeError('the file should end in .pb, .json, .soi, .toc or .abc.yaml');
}
