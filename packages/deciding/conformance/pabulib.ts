/** Every file and rule that pabutools computed, and the two real Equal Shares elections as their cities decided them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount } from '../src/amounts.ts';
import { byCodePoint, type Election } from '../src/election.ts';
import { type FundingRule, fund, type Outcome } from '../src/funding.ts';
import { readPabulib } from '../src/read/pabulib.ts';
import type { Utility } from '../src/utility.ts';
import { type Row, row } from './row.ts';

interface Recorded {
  readonly winners?: readonly string[];
  readonly winners_in_order?: readonly string[];
  readonly total_cost?: number;
  readonly seconds?: number;
}
interface RecordedFile {
  readonly num_votes: number;
  readonly official_selected: readonly string[] | null;
  readonly rules: Readonly<Record<string, Recorded>>;
  readonly parse_seconds: number;
}
export interface Outcomes {
  readonly files: Readonly<Record<string, RecordedFile>>;
}

const COMPLETION: Readonly<Record<string, NonNullable<FundingRule['completion']>>> = {
  mes: 'none',
  'mes+u': 'u',
  'mes+add1': 'add1',
  'mes+add1u': 'add1u',
};

/** Our name for a rule written as in the outcomes file, e.g. `mes+add1u/cost`. */
export function ruleOf(name: string): FundingRule {
  const [rule, utility] = name.split('/') as [string, Utility];
  if (rule === 'greedy') return { rule, utility, ties: ['id'], as: 'pabutools' };
  return { rule: 'mes', utility, completion: COMPLETION[rule]!, stop: 'exhaustive', ties: ['id'], as: 'pabutools' };
}

export function ids(election: Election, outcome: Outcome): string[] {
  return outcome.chosen.map((p) => election.options[outcome.compiled.candidates[p]!.option]!.id);
}

function said(winners: readonly string[], cost: string, order: readonly string[]): string {
  return `${[...winners].sort(byCodePoint).join(' ')} | ${cost} | ${order.join(' ')}`;
}

export function readOutcomes(shared: string): Outcomes {
  return JSON.parse(readFileSync(join(shared, 'data/pabulib/outcomes-pabutools.json'), 'utf8')) as Outcomes;
}

export function readElection(shared: string, file: string): Election {
  return readPabulib(readFileSync(join(shared, 'data/pabulib', file), 'utf8'));
}

/** Rows for every file, or for the smaller ones only (under 1,000 voters). */
export function pabulibRows(shared: string, smaller = false): Row[] {
  const out: Row[] = [];
  for (const [file, recorded] of Object.entries(readOutcomes(shared).files)) {
    if (smaller && recorded.num_votes >= 1000) continue;
    const election = readElection(shared, file);
    for (const [name, expected] of Object.entries(recorded.rules)) {
      if (!expected.winners) continue;
      const began = performance.now();
      const outcome = fund(election, ruleOf(name));
      const order = ids(election, outcome);
      const seconds = (performance.now() - began) / 1000;
      const wanted = said(expected.winners, String(expected.total_cost), expected.winners_in_order ?? order);
      out.push(
        row(`${file} ${name}`, wanted, said(order, formatAmount(outcome.spent, election.scale), order), seconds),
      );
    }
  }
  for (const file of ['Netherlands_Assen_2024.pb', 'Poland_Wieliczka_2023_Green_Budget.pb']) {
    const election = readElection(shared, file);
    const official = election.options.filter((o) => (o.columns?.selected ?? '0') !== '0');
    const cost = official.reduce((sum, o) => sum + o.cost, 0n);
    const outcome = fund(election, {
      rule: 'mes',
      utility: 'cost',
      completion: 'add1',
      stop: 'overspend',
      ties: ['id'],
    });
    const got = ids(election, outcome).sort(byCodePoint);
    out.push(
      row(
        `${file} official winners, add1 until overspend`,
        `${official
          .map((o) => o.id)
          .sort(byCodePoint)
          .join(' ')} | ${cost}`,
        `${got.join(' ')} | ${outcome.spent}`,
      ),
    );
  }
  return out;
}
