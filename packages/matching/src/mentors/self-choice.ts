/** Self-choice: mentees ask mentors themselves, few at a time, from a list whose order favours nobody. */
import { seeded, shuffled } from '../seed.ts';
import type { MentorsProblem } from './problem.ts';

/** Open requests a mentee may hold at once. */
export const MOST_OPEN_REQUESTS = 3;

/** Whether a mentee may ask one more mentor, or the sentence that says why not. */
export function mayAsk(openRequests: number): { yes: true } | { yes: false; words: string } {
  if (openRequests < MOST_OPEN_REQUESTS) return { yes: true };
  return { yes: false, words: `${openRequests} requests are open; withdraw one or wait for an answer first.` };
}

/**
 * The mentors one mentee may choose from, in an order of their own: it depends on the seed and the mentee only, so that
 * early names in the alphabet do not fill first, and it stays the same each time they look.
 * @param taken mentees each mentor already has; mentors without a free place are left out
 */
export function mentorsFor(
  problem: MentorsProblem,
  mentee: string,
  seed: string,
  taken: Readonly<Record<string, number>> = {},
): string[] {
  const i = problem.mentees.findIndex((one) => one.id === mentee);
  const barred = new Set(
    [...(problem.exclusions ?? []), ...(problem.wishes ?? []).filter((wish) => wish.wish === 'never')]
      .filter((pair) => pair.mentee === mentee)
      .map((pair) => pair.mentor),
  );
  const open = problem.mentors.filter((mentor, j) => {
    const possible = (problem.score[i]?.[j] ?? null) !== null && !barred.has(mentor.id);
    return possible && (taken[mentor.id] ?? 0) < (mentor.capacity ?? 1);
  });
  const ids = open.map((mentor) => mentor.id).sort();
  return shuffled(ids, seeded(`${seed}|list|${mentee}`));
}
