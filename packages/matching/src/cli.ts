/** The command line: `match readers`, `match mentors`, `match circles`. */
import { runCircles } from './cli/circles.ts';
import type { Io } from './cli/io.ts';
import { BadUse } from './cli/io.ts';
import { runMentors } from './cli/mentors.ts';
import { runReaders } from './cli/readers.ts';
import { BadQuestion } from './readers/problem.ts';

/** One line for a list of commands. */
export const summary = 'Match readers, mentors or circles to a proven optimum.';

/** What --help says. */
export const usage = `Usage:
  match readers --affinity FILE.csv --per-application K --min-load A --max-load B
                [--forbid VALUE] [--objective total|worst-then-total] [--seed TEXT]
                [--time-limit SECONDS] [--explain] [--json]
  match mentors FILE.json [--seed TEXT] [--time-limit SECONDS] [--json]
  match circles FILE.json [--seed TEXT] [--time-limit SECONDS] [--json]

readers: FILE.csv has no header; rows are readers, columns applications, cells are fits. A cell equal to --forbid, or
  empty, must not be a pair; empty lines at the end are dropped. Loads are one number or a comma-separated list with one number a reader. The objective
  'total' is the highest sum of fits; the default raises the worst-covered application first. --explain adds the
  certificates, the reason of each pair and what each rule cost.
  --json gives {status, total, worst, loads, pairs, seconds, bound, gap, worstBound, ...}: loads are readings by reader,
  pairs are [reader, application] counted from 0, bound is what no plan's total can pass (with the worst application as
  high as stated). gap is how far the total may be from it, and null while worstGap, how much higher the worst
  application might be, is not 0. When infeasible, obstacles and mends say who and what stands in the way
  (R1 is the first row, A1 the first column).
mentors: {"mentees": [{"id", "name"?, "priority"?}], "mentors": [{"id", "name"?, "capacity"?}],
  "score": [[points or null]] by mentee and mentor, "wishes"?, "exclusions"?, "locks"?}.
circles: {"people": [{"id", "slots", "languages", ...}], "facilitators"?, "least"?, "most"?, "apart"?, "locks"?}.

Exit codes: 0 a plan, proven or with its gap stated; 2 the command or file is not as it should be; 3 no plan is possible;
  4 the time ran out before a first plan.
`;

const KINDS: Record<string, (args: string[], io: Io) => Promise<number>> = {
  readers: runReaders,
  mentors: runMentors,
  circles: runCircles,
};

/**
 * Runs one command.
 * @param args what follows `match`
 * @returns the exit code; see usage
 */
export async function run(args: string[], io: Io): Promise<number> {
  const [kind = '', ...rest] = args;
  if (kind === '--help' || kind === '-h' || rest.includes('--help')) {
    io.out(usage);
    return 0;
  }
  const command = KINDS[kind];
  if (command === undefined) {
    io.err(usage);
    return 2;
  }
  try {
    return await command(rest, io);
  } catch (error) {
    if (!(error instanceof BadUse) && !(error instanceof BadQuestion)) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}
