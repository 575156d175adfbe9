/** Two Debian elections with computed outcomes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../src/decide.ts';
import type { Election } from '../src/election.ts';
import { pairwise } from '../src/ranked/levels.ts';
import { readRanked } from '../src/read/ranked.ts';
import { type Row, row } from './row.ts';

export function debian(shared: string): Row[] {
  const read = (year: number): Election =>
    readRanked(readFileSync(join(shared, `data/ranked/debian-${year}-leader.soi`), 'utf8'));
  const named = (e: Election, name: string): number => e.options.findIndex((o) => o.name.includes(name));
  const y2 = read(2002);
  const order = decide(y2, { rule: 'schulze', seats: 4, ties: ['id'] }).winners.map((w) =>
    y2.options[w.option]!.name.split(' ').at(-1),
  );
  const wins = pairwise(y2);
  const g = named(y2, 'Garbee');
  const margins = ['Robinson', 'Hertzog', 'None'].map((n) => `${wins[g]![named(y2, n)]}-${wins[named(y2, n)]![g]}`);
  const y3 = read(2003);
  const duel = pairwise(y3);
  const [a, b] = [named(y3, 'Garbee'), named(y3, 'Michlmayr')];
  return [
    row('schulze: Debian 2002', 'Garbee Robinson Hertzog Above', order.join(' ')),
    row('pairwise: Debian 2002, Garbee', '291-180 327-140 444-18', margins.join(' ')),
    row('pairwise: Debian 2003, Garbee and Michlmayr', '252-228', `${duel[a]![b]}-${duel[b]![a]}`),
    row(
      'schulze: Debian 2003',
      'Garbee',
      y3.options[decide(y3, { rule: 'schulze', ties: ['id'] }).winners[0]!.option]!.name.split(' ').at(-1) ?? '',
    ),
  ];
}
