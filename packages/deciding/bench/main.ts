/** Times the engine on one core beside the peers' seconds; `--json` prints one object last. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../conformance/data-folder.ts';
import { readOutcomes } from '../conformance/pabulib.ts';
import type { Election } from '../src/election.ts';
import { type FundingRule, fund, type Outcome } from '../src/funding.ts';
import { readPabulib } from '../src/read/pabulib.ts';
import { madeRound } from './instance.ts';

interface Timed {
  readonly id: string;
  /** The most seconds it may take. */
  readonly expected: number;
  /** Median of the seconds it took. */
  readonly got: number;
  readonly ok: boolean;
  readonly pabutools?: number;
  readonly webToolFloats?: number;
  readonly note?: string;
}

function median(runs: number, deed: () => void): number {
  const seconds = Array.from({ length: runs }, () => {
    const began = performance.now();
    deed();
    return (performance.now() - began) / 1000;
  });
  return seconds.sort((a, b) => a - b)[runs >> 1]!;
}

const MES: FundingRule = { rule: 'mes', utility: 'cost', ties: ['id'] };
const ADD1: FundingRule = { ...MES, completion: 'add1', stop: 'overspend' };

function timed(id: string, expected: number, runs: number, deed: () => void, beside: Partial<Timed> = {}): Timed {
  const got = median(runs, deed);
  return { id, expected, got, ok: got <= expected, ...beside };
}

function note(outcome: Outcome): string {
  return `${outcome.chosen.length} funded, ${outcome.spent} spent, ${outcome.runs} shares tried`;
}

function realRows(shared: string): Timed[] {
  const peers = readOutcomes(shared).files;
  const load = (file: string): string => readFileSync(join(shared, 'data/pabulib', file), 'utf8');
  const seconds = (file: string, rule: string): { pabutools?: number } => {
    const s = peers[file]?.rules[rule]?.seconds;
    return s === undefined ? {} : { pabutools: s };
  };
  const out: Timed[] = [];
  const [wieliczka, lodz, budapest] = [
    'Poland_Wieliczka_2023_Green_Budget.pb',
    'Poland_Lodz_2020.pb',
    'Hungary_Budapest_2024.pb',
  ];
  const w = readPabulib(load(wieliczka!));
  out.push(
    timed('Wieliczka 64 x 6,586: Equal Shares, cost, add1 until overspend', 2, 5, () => fund(w, ADD1), {
      ...seconds(wieliczka!, 'mes+add1/cost'),
      webToolFloats: 2.5,
      note: note(fund(w, ADD1)),
    }),
  );
  for (const [file, name, bar, web] of [
    [lodz!, 'Lodz 151 x 51,472', 1.5, 3.1],
    [budapest!, 'Budapest 175 x 28,943', 3, 1.1],
  ] as const) {
    const text = load(file);
    out.push(timed(`${name}: parsing`, bar, 5, () => readPabulib(text), { pabutools: peers[file]!.parse_seconds }));
    const e = readPabulib(text);
    out.push(
      timed(`${name}: Equal Shares, cost, after parsing`, bar, 5, () => fund(e, MES), {
        ...seconds(file, 'mes/cost'),
        webToolFloats: web,
        note: note(fund(e, MES)),
      }),
    );
  }
  return out;
}

function madeRows(): Timed[] {
  const e: Election = madeRound(20, 2000, 2_000_000n);
  const add = fund(e, ADD1);
  const scores: FundingRule = { ...MES, utility: 'points-cost' };
  return [
    timed('made 20 x 2,000: Equal Shares, cost', 0.5, 9, () => fund(e, MES), {
      pabutools: 0.41,
      webToolFloats: 0.92,
      note: note(fund(e, MES)),
    }),
    timed('made 20 x 2,000: Equal Shares, cost, add1 until overspend', 5, 3, () => fund(e, ADD1), {
      webToolFloats: 3.9,
      note: note(add),
    }),
    timed('made 20 x 2,000: Equal Shares, scores times cost', 0.5, 9, () => fund(e, scores), {
      note: note(fund(e, scores)),
    }),
    timed(
      'made 20 x 2,000: Equal Shares, scores times cost, add1 until overspend',
      5,
      3,
      () => fund(e, { ...scores, completion: 'add1', stop: 'overspend' }),
      { note: note(fund(e, { ...scores, completion: 'add1', stop: 'overspend' })) },
    ),
  ];
}

function main(args: readonly string[]): number {
  const json = args.includes('--json');
  const shared = sharedFolder();
  const rows = [...(shared ? realRows(shared) : []), ...madeRows()];
  if (!json)
    for (const r of rows) {
      const peers = [
        r.pabutools === undefined ? '' : `pabutools ${r.pabutools} s`,
        r.webToolFloats === undefined ? '' : `web tool ${r.webToolFloats} s (floats)`,
      ];
      process.stdout.write(
        `${r.ok ? 'within' : 'OVER  '} ${r.got.toFixed(3)} s of ${r.expected} s  ${r.id}  ${peers.filter(Boolean).join(', ')}\n${r.note ? `         ${r.note}\n` : ''}`,
      );
    }
  if (!shared) process.stderr.write('The shared data is not here: only the made instance was timed.\n');
  const ok = rows.every((r) => r.ok);
  const counts = { rows: rows.length, within: rows.filter((r) => r.ok).length };
  if (json) process.stdout.write(`${JSON.stringify({ ok: ok && shared !== undefined, rows, counts })}\n`);
  return shared === undefined ? 2 : ok ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
