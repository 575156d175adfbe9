/** Who could read what: the question a match of readers answers. */

/** Somebody who reads. Loads are in the unit of `Application.effort`: reads by default, or hours. */
export interface Reader {
  id: string;
  /** How words call them; the id when absent. */
  name?: string;
  /** The most they offer; 0 needs no reason. Without it there is no limit. */
  most?: number;
  /** The least they want; not asked of somebody who offers 0. */
  least?: number;
  /** Languages they read; without the list, all. */
  languages?: readonly string[];
}

/** Something to be read. */
export interface Application {
  id: string;
  name?: string;
  /** Readings it needs; the problem's `reads` when absent. */
  reads?: number;
  /** What one reading costs a reader, such as hours; 1 when absent. */
  effort?: number;
  language?: string;
}

/** A pair that must not be; `kind` says why in a word or two, such as 'link', 'sponsor', 'funder'. */
export interface Exclusion {
  reader: string;
  application: string;
  kind: string;
}

/** At least `atLeast` of `readers` read each of `applications` (all applications when absent). */
export interface Coverage {
  name: string;
  readers: readonly string[];
  applications?: readonly string[];
  atLeast?: number;
}

/** Nobody reads more than `most` of `applications`; `ofReader` may set another number for one person. */
export interface Exposure {
  name: string;
  applications: readonly string[];
  most: number;
  ofReader?: Readonly<Record<string, number>>;
}

/** A pair set by hand: kept (true) or set aside (false). */
export interface Lock {
  reader: string;
  application: string;
  keep: boolean;
}

/** A part of the fit with its own points, used only for the reasons in words. */
export interface FitPart {
  name: string;
  points: readonly (readonly number[])[];
}

/** The whole question. `fit[reader][application]` is any finite number, null where the pair must not be. */
export interface ReadersProblem {
  readers: readonly Reader[];
  applications: readonly Application[];
  fit: readonly (readonly (number | null)[])[];
  /** Readings an application needs. */
  reads: number;
  exclusions?: readonly Exclusion[];
  coverage?: readonly Coverage[];
  exposure?: readonly Exposure[];
  locks?: readonly Lock[];
  parts?: readonly FitPart[];
}

export type ReadersObjective = 'worst-then-total' | 'total';

/** The kind of a pair that somebody set aside by hand, for `liftable`. */
export const setAside = 'set aside by hand';

/** How to answer. */
export interface ReadersOptions {
  /** `total`: the highest sum of fits. The default first raises the worst-covered application. */
  objective?: ReadersObjective;
  /** Decides between equal plans and draws the perturbation; the same seed gives the same plan. */
  seed?: string;
  /** Most random points added to a fit, as a share of the largest fit less the smallest; 0 by default. */
  perturbation?: number;
  /** What later goals may give away of a reached one, as shares of it; 0 by default. */
  slack?: { worst?: number; total?: number };
  /**
   * Kinds of exclusion that a mend may offer to lift when no plan exists; none by default, since a link, a step back or
   * a language is mostly no rule that anyone could lift.
   */
  liftable?: readonly string[];
  /** Also work out what each rule cost; true by default. */
  costs?: boolean;
}

/** Thrown when a question contradicts itself; the message names the entry. */
export class BadQuestion extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadQuestion';
  }
}

/** How words call a reader or an application. */
export function called(thing: { id: string; name?: string } | undefined): string {
  return thing?.name ?? thing?.id ?? '';
}

/** The place of each id in its list. */
export function places(things: readonly { id: string }[], what: string): Map<string, number> {
  const found = new Map<string, number>();
  things.forEach((thing, i) => {
    if (found.has(thing.id)) throw new BadQuestion(`Two ${what} have the id ${thing.id}.`);
    found.set(thing.id, i);
  });
  return found;
}

/** The place of one id, or a BadQuestion that names it. */
export function placeOf(found: ReadonlyMap<string, number>, id: string, where: string): number {
  const place = found.get(id);
  if (place === undefined) throw new BadQuestion(`${where} names ${id}, who or which is not in the list.`);
  return place;
}
