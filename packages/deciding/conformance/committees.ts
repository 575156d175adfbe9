/** Small committees with every tied outcome known: ours must be among them, and all of ours must be all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide, decideAllTies, type Rule } from '../src/decide.ts';
import { byCodePoint } from '../src/election.ts';
import { readCommittee } from '../src/read/committee.ts';
import { type Row, row } from './row.ts';

/** The committees that a file lists for a rule, as texts. */
function listed(text: string, rule: string): string[] {
  const at = text.search(new RegExp(`- rule_id: ${rule}\\n\\s+result: [^a-z]*resolute: false`));
  const result = /result:([\s\d,[\]]+)resolute: false/.exec(text.slice(at))?.[1] ?? '[]';
  return (JSON.parse(result) as number[][]).map((c) => c.sort((a, b) => a - b).join()).sort(byCodePoint);
}

const RULES: readonly [string, Rule][] = [
  [
    'equal-shares-with-av-completion',
    { rule: 'mes', utility: 'cardinality', completion: 'u', ties: ['id'], as: 'pabutools' },
  ],
  ['av', { rule: 'greedy', utility: 'cardinality', ties: ['id'], as: 'pabutools' }],
];

export function committeeRows(shared: string): Row[] {
  const folder = join(shared, 'data/abcvoting');
  return readdirSync(folder)
    .filter((f) => f.endsWith('.abc.yaml'))
    .sort(byCodePoint)
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const election = readCommittee(text);
      return RULES.flatMap(([name, rule]) => {
        const known = listed(text, name);
        const own = decide(election, rule)
          .winners.map((w) => w.option)
          .sort((a, b) => a - b)
          .join();
        const all = decideAllTies(election, rule)
          .map((w) => w.join())
          .sort(byCodePoint);
        return [
          row(`${file} ${name}, listed`, 'true', String(known.includes(own))),
          row(`${file} ${name}, all ties`, known.join(' '), all.join(' ')),
        ];
      });
    });
}
