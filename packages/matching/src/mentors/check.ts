/** A question about mentors is looked over before it is worked on. */
import {
  amiss,
  type Entry,
  entriesOf,
  entryAt,
  flag,
  listOf,
  namedEntries,
  needList,
  needText,
  shown,
  whole,
} from '../asked.ts';
import { BadQuestion } from '../readers/problem.ts';
import { counted } from '../words.ts';
import type { MentorsOptions } from './problem.ts';

/** Points beyond this are no points: sums of them would not be exact. */
const MOST_POINTS = 1_000_000;

const WISHES = ['must', 'rather', 'never'];

/**
 * Looks at every part of a question that may come from a file.
 * @throws BadQuestion with one sentence that names the first part that is not as it should be
 */
export function checkMentors(problem: unknown, options: MentorsOptions): void {
  const all = { ...entryAt(problem, 'The question'), where: '' };
  for (const list of ['mentees', 'mentors', 'score']) needList(all, list);
  const mentees = namedEntries(all, 'mentees', 'Mentee');
  for (const mentee of mentees) flag(mentee, 'priority');
  const mentors = namedEntries(all, 'mentors', 'Mentor');
  for (const mentor of mentors) whole(mentor, 'capacity', 0);
  checkScores(listOf(all, 'score'), mentees, mentors);
  for (const wish of pairsIn(all, 'wishes', 'Wish')) {
    needText(wish, 'wish');
    if (!WISHES.includes(String(wish.has.wish))) amiss(wish, 'wish', 'must, rather or never');
  }
  for (const exclusion of pairsIn(all, 'exclusions', 'Exclusion')) needText(exclusion, 'kind');
  for (const lock of pairsIn(all, 'locks', 'Lock')) flag(lock, 'keep', true);
  if (options.rather !== undefined && !isPoints(options.rather))
    amiss({ where: 'The options', has: { ...options } }, 'rather', RANGE);
}

const RANGE = `a number from -${MOST_POINTS} to ${MOST_POINTS}`;

function pairsIn(all: Entry, list: string, one: string): Entry[] {
  return entriesOf(all, list, (number) => `${one} ${number}`).map((entry) => {
    needText(entry, 'mentee');
    needText(entry, 'mentor');
    return entry;
  });
}

function checkScores(rows: unknown[], mentees: Entry[], mentors: Entry[]): void {
  const name = (entry: Entry) => String(entry.has.name ?? entry.has.id);
  const there = (many: number, one: string) => `There ${many === 1 ? 'is' : 'are'} ${counted(many, one)}`;
  if (rows.length !== mentees.length)
    throw new BadQuestion(`${there(mentees.length, 'mentee')}, but score has ${counted(rows.length, 'row')}.`);
  rows.forEach((row, i) => {
    const whose = `of ${name(mentees[i]!)}`;
    if (!Array.isArray(row)) throw new BadQuestion(`The score row ${whose} is ${shown(row)}; it must be a list.`);
    if (row.length !== mentors.length)
      throw new BadQuestion(
        `${there(mentors.length, 'mentor')}, but the score row ${whose} has ${counted(row.length, 'cell')}.`,
      );
    row.forEach((cell: unknown, j) => {
      if (cell === null || isPoints(cell)) return;
      const where = `The score ${whose} with ${name(mentors[j]!)}`;
      throw new BadQuestion(`${where} is ${shown(cell)}; it must be ${RANGE}, or null.`);
    });
  });
}

function isPoints(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= MOST_POINTS;
}
