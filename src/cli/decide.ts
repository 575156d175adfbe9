/** manyhands decide: counts ballots from a file and checks the record of a count, without a database or a network. */
import { readFileSync } from 'node:fs';
import { USAGE as packageUsage, run as runDecide } from '../../packages/deciding/src/cli.ts';
import { verifyRecord } from '../../packages/deciding/src/index.ts';
import { isLocked, unlock } from '../fund/choosing/ballots/locked.ts';
import { couldNot, done, notApplicable } from './exits.ts';

export const summary = 'count ballots by a declared rule, say why, and check the record of a count';
export const usage = `Usage: ${packageUsage
  .trimEnd()
  .split('\n')
  .map((line) => (line.startsWith('decide') ? `manyhands ${line}` : line))
  .join('\n')}

A locked record (locked.json) is opened with the checker's phrase from a file: --phrase-file FILE; then the ballots are
counted again as well. Without a locked record the published part is checked.
It ends with 1 when a record does not hold.`;

const io = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

/** Takes `--phrase-file FILE` out of the words, which the package knows nothing of. */
function phraseFrom(args: readonly string[]): { phrase: string | null; rest: string[] } {
  const at = args.indexOf('--phrase-file');
  if (at < 0) return { phrase: null, rest: [...args] };
  return { phrase: readFileSync(args[at + 1] ?? '', 'utf8'), rest: args.toSpliced(at, 2) };
}

function readLocked(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export async function run(args: string[]): Promise<number> {
  const { phrase, rest } = phraseFrom(args);
  const [deed, file] = rest;
  const locked = deed === 'verify' && file ? readLocked(file) : null;
  if (!isLocked(locked)) return runDecide(rest, io);
  if (phrase === null) {
    io.err('This record is locked. Give the checker’s phrase with --phrase-file FILE.\n');
    return notApplicable;
  }
  const text = unlock(locked, phrase);
  if (text === null) {
    io.err('This phrase does not open this record, or the file was changed.\n');
    return couldNot;
  }
  const root = rest[rest.indexOf('--root') + 1];
  const report = verifyRecord(text, rest.includes('--root') && root ? { root } : {});
  const plain = report.ok
    ? 'The record holds, and the ballots give this result when they are counted again.\n'
    : `${report.faults.map((fault) => `- ${fault}\n`).join('')}The record does NOT hold.\n`;
  io.out(rest.includes('--json') ? `${JSON.stringify(report)}\n` : plain);
  return report.ok ? done : couldNot;
}
