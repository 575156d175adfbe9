/** Who could mentor whom: the question a match of mentors answers. */

/** Somebody who would like a mentor. */
export interface Mentee {
  id: string;
  name?: string;
  /** Waited longest, passed over last round, or put first by the scheme's own public rule. */
  priority?: boolean;
}

/** Somebody who mentors. */
export interface Mentor {
  id: string;
  name?: string;
  /** Mentees they take; 1 when absent, 0 needs no reason. */
  capacity?: number;
}

/** A wish about a pair: `must` be, `rather` than another, `never`. A never needs no reason and none is kept. */
export interface MentorWish {
  mentee: string;
  mentor: string;
  wish: 'must' | 'rather' | 'never';
}

/** A pair that must not be; `kind` such as 'language', 'no common time', 'same organisation', 'line', 'funder'. */
export interface MentorExclusion {
  mentee: string;
  mentor: string;
  kind: string;
}

/** The whole question. `score[mentee][mentor]` is points, usually 0 to 100; null where the pair must not be. */
export interface MentorsProblem {
  mentees: readonly Mentee[];
  mentors: readonly Mentor[];
  score: readonly (readonly (number | null)[])[];
  wishes?: readonly MentorWish[];
  exclusions?: readonly MentorExclusion[];
  /** Pairs set by hand: kept, or set aside. */
  locks?: readonly { mentee: string; mentor: string; keep: boolean }[];
}

/** How to answer. */
export interface MentorsOptions {
  /** Decides between equal plans. */
  seed?: string;
  /** Points that a `rather` adds to a pair; 10 by default. */
  rather?: number;
}
