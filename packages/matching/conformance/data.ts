/** The published bids, affinities and mentoring fixtures, read into questions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MentorsProblem } from '../src/mentors/problem.ts';
import type { ReadersProblem } from '../src/readers/problem.ts';

type Fit = (number | null)[][];

/** A fixture of mentoring with the four numbers of its optimum. */
export interface MentoringFixture {
  name: string;
  problem: MentorsProblem;
  expect: { matched: number; priorityMatched: number; minScore: number | null; sumScore: number };
}

/** Real bids of 31 reviewers on 54 papers (PrefLib 00039): yes 2, maybe 1, no 0, conflict null. */
export function csconf(shared: string): Fit {
  const text = readFileSync(join(shared, 'data/reviewer-assignment/csconf-00039-00000001.cat'), 'utf8');
  const papers = Number(/NUMBER ALTERNATIVES: (\d+)/.exec(text)?.[1]);
  return text
    .split('\n')
    .filter((line) => /^\d+: /.test(line))
    .map((line) => {
      const row = new Array<number | null>(papers).fill(null);
      [...line.matchAll(/\{([^}]*)\}/g)].forEach(([, set = ''], i) => {
        for (const paper of set.split(',').filter(Boolean)) row[Number(paper) - 1] = 2 - i;
      });
      return row;
    });
}

/** Affinities of 177 reviewers for 118 papers (MIDL 2019), -1 read as forbidden. */
export function midl(shared: string): Fit {
  const text = readFileSync(join(shared, 'data/reviewer-assignment/midl-2019-scores.csv'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => (Number(cell) === -1 ? null : Number(cell))));
}

/** A question with the same loads for everyone. */
export function evenLoads(fit: Fit, reads: number, least: number, most: number): ReadersProblem {
  return {
    readers: fit.map((_, i) => ({ id: `R${i + 1}`, least, most })),
    applications: fit[0]!.map((_, i) => ({ id: `A${i + 1}` })),
    fit,
    reads,
  };
}

interface RawFixture {
  name: string;
  mentorCapacity: number[];
  priority: boolean[];
  score: Fit;
  expect: MentoringFixture['expect'];
}

/** The mentoring fixtures. */
export function mentoring(shared: string): MentoringFixture[] {
  const text = readFileSync(join(shared, 'standards/matching-fixtures/mentoring.json'), 'utf8');
  const { instances }: { instances: RawFixture[] } = JSON.parse(text);
  return instances.map(({ name, mentorCapacity, priority, score, expect }) => ({
    name,
    expect,
    problem: {
      mentees: priority.map((first, i) => ({ id: `mentee ${i + 1}`, priority: first })),
      mentors: mentorCapacity.map((capacity, j) => ({ id: `mentor ${j + 1}`, capacity })),
      score,
    },
  }));
}

/** Whether all files are there. */
export function complete(shared: string): boolean {
  return [
    'data/reviewer-assignment/csconf-00039-00000001.cat',
    'data/reviewer-assignment/midl-2019-scores.csv',
    'standards/matching-fixtures/mentoring.json',
  ].every((file) => existsSync(join(shared, file)));
}
