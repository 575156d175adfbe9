/** The command line: `decide FILE --rule ...` and `decide verify BUNDLE`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answer, plain } from './answer.ts';
import { decide, decideAllTies, type Rule } from './decide.ts';
import { type Election, InputError } from './election.ts';
import { readElection } from './read/file.ts';
import { ProfileError } from './read/profile.ts';
import { verifyRecord } from './record/verify.ts';
import type { TieKey } from './ties.ts';

export interface Io {
  out(text: string): void;
  err(text: string): void;
}

export const USAGE = `decide FILE --rule greedy|mes|approval|points|score|quadratic|schulze|condorcet|stv
  --utility cost|cardinality|points|points-cost|borda   what an option is worth to a voter (default cost)
  --completion none|add1|add1u|u   --stop exhaustive|overspend   --share exact|floor   --step AMOUNT
  --ties KEY[,KEY...]   id, max-supporters, min-supporters, min-cost, max-cost (default id)
  --seats N   --as pabutools   --all-ties   --why   --json
decide verify BUNDLE [--root HASH] [--json]
`;

const RULES = ['greedy', 'mes', 'approval', 'points', 'score', 'quadratic', 'schulze', 'condorcet', 'stv'];
const UTILITIES = ['cost', 'cardinality', 'points', 'points-cost', 'borda'] as const;
const KEYS = ['id', 'max-supporters', 'min-supporters', 'min-cost', 'max-cost'];

class UsageError extends Error {}

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new UsageError(`--${name} must be one of ${allowed.join(', ')}`);
  return found;
}

function parse(args: readonly string[]) {
  const s = { type: 'string' } as const;
  const b = { type: 'boolean' } as const;
  const options = {
    rule: s,
    utility: s,
    completion: s,
    stop: s,
    share: s,
    step: s,
    ties: s,
    seats: s,
    as: s,
    root: s,
    'all-ties': b,
    why: b,
    json: b,
    help: b,
  };
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

type Values = ReturnType<typeof parse>['values'];

function ruleFrom(values: Values, election: Election): Rule {
  const ties = (values.ties ?? 'id').split(',').map((key): TieKey => oneOf('ties', key.trim(), KEYS, 'id') as TieKey);
  const rule = oneOf('rule', values.rule, RULES, 'mes');
  const seats = values.seats === undefined ? undefined : Number(values.seats);
  if (seats !== undefined && (!Number.isInteger(seats) || seats < 1))
    throw new UsageError('--seats must be a whole number from 1');
  if (rule === 'stv') return { rule, seats: seats ?? 1, ties };
  if (rule !== 'mes' && rule !== 'greedy')
    return { rule: rule as 'score', ties, ...(seats === undefined ? {} : { seats }) };
  const as = values.as === undefined ? {} : { as: oneOf('as', values.as, ['pabutools'], 'pabutools') };
  if (values.step !== undefined && !/^[1-9]\d*$/.test(values.step))
    throw new UsageError('--step must be a whole amount from 1');
  return {
    rule,
    utility: oneOf('utility', values.utility, UTILITIES, 'cost'),
    completion: oneOf('completion', values.completion, ['none', 'add1', 'add1u', 'u'], 'none'),
    stop: oneOf('stop', values.stop, ['exhaustive', 'overspend'], as.as ? 'exhaustive' : 'overspend'),
    share: oneOf('share', values.share, ['exact', 'floor'], 'exact'),
    ...(values.step === undefined ? {} : { step: BigInt(values.step) * election.scale }),
    ...as,
    ties,
  };
}

/** Runs the command; answers the exit code: 0 done, 1 the bundle does not hold, 2 the command or file cannot be read. */
export async function run(args: string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [first, second] = positionals;
    if (values.help || first === undefined) {
      (values.help ? io.out : io.err)(USAGE);
      return values.help ? 0 : 2;
    }
    if (first === 'verify') {
      if (second === undefined) throw new UsageError('verify needs a bundle');
      const report = verifyRecord(readFileSync(second, 'utf8'), values.root === undefined ? {} : { root: values.root });
      io.out(
        values.json
          ? `${JSON.stringify(report)}\n`
          : `${report.faults.map((f) => `- ${f}`).join('\n')}${report.ok ? 'The record holds.' : '\nThe record does NOT hold.'}\n`,
      );
      return report.ok ? 0 : 1;
    }
    const election = readElection(first, readFileSync(first, 'utf8'));
    const rule = ruleFrom(values, election);
    const began = performance.now();
    const decision = decide(election, rule);
    const all = values['all-ties'] ? decideAllTies(election, rule) : undefined;
    const seconds = (performance.now() - began) / 1000;
    if (values.json)
      io.out(
        `${JSON.stringify({ ...answer(election, rule, decision), ...(all ? { outcomes: all.map((w) => w.map((o) => election.options[o]!.id)) } : {}), seconds })}\n`,
      );
    else io.out(plain(election, rule, decision, all, values.why ?? false));
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const known =
      error instanceof InputError ||
      error instanceof ProfileError ||
      error instanceof UsageError ||
      error instanceof RangeError ||
      error instanceof SyntaxError ||
      'code' in error;
    if (!known) throw error;
    io.err(`${error.message}\n${error instanceof UsageError ? USAGE : ''}`);
    return 2;
  }
}
