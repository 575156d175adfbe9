/** Expected ranks and chances of being inside the line, by seeded draws from the posterior. */
import { normals } from './chance.ts';
import { dot, type Fit } from './model.ts';

export function simulate(
  fit: Fit,
  line: number,
  draws: number,
  seed: string,
): { expectedRank: number[]; inside: number[] } {
  const n = fit.quality.length;
  const next = normals(seed);
  const size = fit.shared[0]!.length;
  const own = fit.own.map(Math.sqrt);
  const ranks = new Array<number>(n).fill(0);
  const inside = new Array<number>(n).fill(0);
  const value = new Float64Array(n);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let d = 0; d < draws; d++) {
    const common = Array.from({ length: size }, next);
    for (let a = 0; a < n; a++) value[a] = fit.quality[a]! + own[a]! * next() + dot(fit.shared[a]!, common);
    order.sort((a, b) => value[b]! - value[a]! || a - b);
    for (const [place, a] of order.entries()) {
      ranks[a] = ranks[a]! + place + 1;
      if (place < line) inside[a] = inside[a]! + 1;
    }
  }
  return { expectedRank: ranks.map((r) => r / draws), inside: inside.map((x) => x / draws) };
}
