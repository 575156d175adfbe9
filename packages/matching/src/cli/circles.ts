/** `match circles`: a question in JSON in, circles out. */
import type { CirclesProblem } from '../circles/problem.ts';
import { matchCircles } from '../run.ts';
import { EXIT, type Io, parsed, questionOf, secondsOf } from './io.ts';

export async function runCircles(args: string[], io: Io): Promise<number> {
  const { text, on, files } = parsed(args, []);
  const problem = await questionOf<CirclesProblem>(files, ['people']);
  const result = await matchCircles(problem, {
    seed: text('seed') ?? '',
    timeLimit: secondsOf(text('time-limit'), 30),
  });
  if (on('json')) io.out(`${JSON.stringify(result)}\n`);
  else if (result.status === 'infeasible' || result.status === 'stopped') io.out(`${result.words}\n`);
  else io.out(`${[...result.stages, ...result.circles, ...result.notPlaced].map((one) => one.words).join('\n')}\n`);
  return EXIT[result.status];
}
