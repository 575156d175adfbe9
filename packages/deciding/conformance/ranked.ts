/** Ranked ballots with known outcomes: Schulze, Scottish STV, and two Debian elections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../src/decide.ts';
import type { Ballot, Election } from '../src/election.ts';
import { pairwise } from '../src/ranked/levels.ts';
import { scottishStv } from '../src/ranked/stv.ts';
import { tieBreaker } from '../src/ties.ts';
import { debian } from './debian.ts';
import { type Row, row } from './row.ts';

interface Case {
  readonly name: string;
  readonly ballots: readonly (readonly [number, readonly string[]])[];
  readonly pairwise?: Readonly<Record<string, number>>;
  readonly order?: readonly string[];
  readonly seats?: number;
  readonly quota?: number;
  readonly winners?: readonly string[];
}

function electionOf(c: Case): Election {
  const names = [...new Set(c.ballots.flatMap(([, order]) => order))].sort();
  const ballots = c.ballots.flatMap(([n, order]) =>
    Array.from(
      { length: n },
      (_, i): Ballot => ({ voter: `${order.join()} ${i}`, choices: order.map((x) => names.indexOf(x)) }),
    ),
  );
  return {
    type: 'ordinal',
    scale: 1n,
    pointScale: 1,
    budget: 1n,
    options: names.map((id) => ({ id, name: id, cost: 1n })),
    ballots,
    incompatible: [],
    meta: {},
  };
}

function names(e: Election, options: readonly number[]): string {
  return options.map((o) => e.options[o]!.id).join(' ');
}

export function rankedRows(shared: string): Row[] {
  const known = JSON.parse(readFileSync(join(shared, 'data/ranked/known-outcomes.json'), 'utf8')) as {
    schulze: Case[];
    stv: Case[];
  };
  const out: Row[] = [];
  for (const c of known.schulze) {
    const e = electionOf(c);
    const wins = pairwise(e);
    const counted = Object.keys(c.pairwise ?? {}).map((pair) => {
      const [a, b] = pair.split('>').map((x) => e.options.findIndex((o) => o.id === x));
      return `${pair} ${wins[a!]![b!]}`;
    });
    out.push(
      row(
        `pairwise: ${c.name}`,
        Object.entries(c.pairwise ?? {})
          .map(([k, v]) => `${k} ${v}`)
          .join(', '),
        counted.join(', '),
      ),
    );
    out.push(
      row(
        `schulze: ${c.name}`,
        (c.order ?? []).join(' '),
        names(
          e,
          decide(e, { rule: 'schulze', seats: e.options.length, ties: ['id'] }).winners.map((w) => w.option),
        ),
      ),
    );
  }
  for (const c of known.stv) {
    const e = electionOf(c);
    const result = scottishStv(
      e,
      c.seats!,
      tieBreaker(e, () => 0, ['id'], []),
    );
    out.push(
      row(
        `stv: ${c.name}`,
        [...(c.winners ?? [])].sort().join(' '),
        names(
          e,
          [...result.elected].sort((a, b) => a - b),
        ),
      ),
    );
    if (c.quota !== undefined) out.push(row(`stv quota: ${c.name}`, String(c.quota), String(result.quota)));
  }
  out.push(...debian(shared));
  return out;
}
