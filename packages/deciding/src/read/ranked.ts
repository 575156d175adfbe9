/** Reads PrefLib ranked files (.soi, and .toc with {equal ranks}); options not named stand below all named ones. */
import { type Ballot, type Election, InputError } from '../election.ts';

/** An election of unit costs with one place; throws InputError with line and column. */
export function readRanked(text: string): Election {
  const names = new Map<number, string>();
  const ballots: Ballot[] = [];
  let declared = 0;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((line, at) => {
    const name = /^# ALTERNATIVE NAME (\d+): ?(.*)$/.exec(line);
    if (name) names.set(Number(name[1]), name[2]!.trim());
    const count = /^# NUMBER ALTERNATIVES: (\d+)/.exec(line);
    if (count) declared = Number(count[1]);
    if (line.startsWith('#') || line.trim() === '') return;
    const parts = /^\s*(\d+)\s*:\s*(.*)$/.exec(line);
    if (!parts) throw new InputError('expected "count: option,option,..."', at + 1, 1);
    const ballot = readOrder(parts[2]!, Math.max(declared, ...names.keys()), at + 1, line.length - parts[2]!.length);
    for (let i = 0; i < Number(parts[1]); i++) ballots.push({ voter: String(ballots.length + 1), ...ballot });
  });
  const total = Math.max(declared, 0, ...names.keys());
  const options = Array.from({ length: total }, (_, i) => ({
    id: String(i + 1),
    name: names.get(i + 1) ?? String(i + 1),
    cost: 1n,
  }));
  return { type: 'ordinal', scale: 1n, pointScale: 1, budget: 1n, options, ballots, incompatible: [], meta: {} };
}

function readOrder(text: string, total: number, line: number, offset: number): { choices: number[]; ranks: number[] } {
  const choices: number[] = [];
  const ranks: number[] = [];
  let rank = 0;
  let inside = false;
  for (const match of text.matchAll(/[{}]|,|[^{},]+/g)) {
    const token = match[0].trim();
    if (token === '' || (token === ',' && inside)) continue;
    if (token === '{') inside = true;
    else if (token === '}') inside = false;
    else if (token === ',') rank++;
    else {
      const option = Number(token) - 1;
      if (!Number.isInteger(option) || option < 0 || option >= total)
        throw new InputError(`"${token}" is no alternative of this file`, line, offset + match.index + 1);
      if (choices.includes(option)) throw new InputError(`"${token}" is ranked twice`, line, offset + match.index + 1);
      choices.push(option);
      ranks.push(rank);
    }
  }
  return { choices, ranks };
}
