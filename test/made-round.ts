/** A round made up of a few ids, for rules of piles that need no database. */
import type { Member, Round, Standing } from '../src/fund/reading/piles/round.ts';

export const member = (id: string, offers = 4, hardMost: number | null = null): Member => ({
  id,
  languages: [],
  strengths: [],
  offers,
  hardMost,
});

export const application = (id: string, hard = false): Standing => ({
  id,
  language: 'en',
  tier: null,
  led: null,
  hard,
  further: false,
});

/** Nobody, nothing, and three readers each, but for what is given. */
export const roundOf = (given: Partial<Round>): Round => ({
  members: [],
  applications: [],
  readings: [],
  links: [],
  locks: [],
  first: 3,
  readersEach: 3,
  reading: null,
  ...given,
});
