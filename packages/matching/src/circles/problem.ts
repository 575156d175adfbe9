/** Who could sit in a circle together: the question a match of circles answers. */

/** Somebody who would like to be in a circle. */
export interface Person {
  id: string;
  name?: string;
  /** Weekly times they can come, by any label. */
  slots: readonly string[];
  /** Languages they can take part in. */
  languages: readonly string[];
  /** At most one person an organisation in a circle. */
  organisation?: string;
  /** The id of their line manager. */
  manager?: string;
  /** What they told about themselves, such as lived experience or age under 30. */
  traits?: readonly string[];
  /** Traits of theirs they asked to count: they are not to be the only one. */
  notAlone?: readonly string[];
  /** Only a circle of this purpose, such as founders; without it, only circles open to all. */
  purpose?: string;
  /** Left out last time: placed first. */
  leftOut?: boolean;
  region?: string;
  /** Companions they would like, by id. */
  companions?: readonly string[];
}

/** Somebody who holds circles; not a member. When the list is empty circles hold themselves. */
export interface Facilitator {
  id: string;
  name?: string;
  slots: readonly string[];
  languages: readonly string[];
  /** Circles they hold at most; 1 when absent. */
  most?: number;
}

/** Two people who are not to share a circle; no reason is kept. */
export interface Apart {
  one: string;
  other: string;
}

/** A membership set by hand: this person, at this time in this language. */
export interface CircleLock {
  person: string;
  slot: string;
  language: string;
}

/** The whole question. Sizes are members without the facilitator. */
export interface CirclesProblem {
  people: readonly Person[];
  facilitators?: readonly Facilitator[];
  /** Smallest size; 5 for peer circles (the default), 4 for action learning sets. */
  least?: number;
  /** Largest size; 8 by default. */
  most?: number;
  apart?: readonly Apart[];
  locks?: readonly CircleLock[];
}

/** How to answer. */
export interface CirclesOptions {
  /** Decides between equal plans. */
  seed?: string;
}
