/** manyhands match: readers, mentors and circles matched from files, without a database. */
import { usage as packageUsage, run as runMatch } from '../../packages/matching/src/cli.ts';

export const summary = 'match readers, mentors or circles from a file to a proven optimum';
// The other exit codes stand below every command's help.
export const usage = `${packageUsage.slice(0, packageUsage.indexOf('\nExit codes'))}
It also ends with 3 when no plan is possible, and with 4 when the time ran out before a first plan.`;

export function run(args: string[]): Promise<number> {
  return runMatch(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
