/** What may be said in public about how many supported something, in a group small enough to guess who. */

export interface CountShown {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
}

/** Counts this near to nobody or everybody are shown as one band, so that a band never gives away its end. */
const BAND = 2;

/**
 * An exact count only when at least 3 could vote and the count is more than 2 away from nobody and from everybody;
 * otherwise the band it lies in. Stricter than showing all but 0 and all, because a band that could only mean 0 says 0.
 */
export function countShown(count: number, couldVote: number): CountShown {
  if (couldVote < 3 || couldVote <= 2 * BAND) return { from: 0, to: couldVote, exact: false };
  if (count <= BAND) return { from: 0, to: BAND, exact: false };
  if (count >= couldVote - BAND) return { from: couldVote - BAND, to: couldVote, exact: false };
  return { from: count, to: count, exact: true };
}

/** All counts that a reader who sees only what is shown must hold possible. */
export function possibleCounts(shown: CountShown, couldVote: number): number[] {
  const all = Array.from({ length: couldVote + 1 }, (_, i) => i);
  return all.filter((n) => {
    const other = countShown(n, couldVote);
    return other.from === shown.from && other.to === shown.to;
  });
}
