/** `match mentors`: a question in JSON in, pairs out. */
import type { MentorsProblem } from '../mentors/problem.ts';
import { matchMentors } from '../run.ts';
import { EXIT, type Io, parsed, questionOf, secondsOf } from './io.ts';

export async function runMentors(args: string[], io: Io): Promise<number> {
  const { text, on, files } = parsed(args, []);
  const problem = await questionOf<MentorsProblem>(files, ['mentees', 'mentors', 'score']);
  const result = await matchMentors(problem, {
    seed: text('seed') ?? '',
    timeLimit: secondsOf(text('time-limit'), 30),
  });
  if (on('json')) io.out(`${JSON.stringify(result)}\n`);
  else if (result.status === 'infeasible' || result.status === 'stopped') io.out(`${result.words}\n`);
  else io.out(`${[...result.stages, ...result.pairs, ...result.unmatched].map((one) => one.words).join('\n')}\n`);
  return EXIT[result.status];
}
