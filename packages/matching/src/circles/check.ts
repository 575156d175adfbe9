/** A question about circles is looked over before it is worked on. */
import {
  type Entry,
  entriesOf,
  entryAt,
  flag,
  mayText,
  namedEntries,
  needList,
  needText,
  texts,
  whole,
} from '../asked.ts';
import { BadQuestion, placeOf, places } from '../readers/problem.ts';

/** Sizes of a circle where the question names none. */
export const SIZES = { least: 5, most: 8 };

/**
 * Looks at every part of a question that may come from a file.
 * @throws BadQuestion with one sentence that names the first part that is not as it should be
 */
export function checkCircles(problem: unknown): void {
  const all = { ...entryAt(problem, 'The question'), where: '' };
  needList(all, 'people');
  const people = namedEntries(all, 'people', 'Person');
  const ids = placesOf(people, 'people');
  for (const person of people) {
    texts(person, 'slots', true);
    texts(person, 'languages', true);
    for (const key of ['organisation', 'manager', 'purpose', 'region']) mayText(person, key);
    for (const key of ['traits', 'notAlone', 'companions']) texts(person, key, false);
    flag(person, 'leftOut');
  }
  const holders = namedEntries(all, 'facilitators', 'Facilitator');
  placesOf(holders, 'facilitators');
  for (const holder of holders) {
    texts(holder, 'slots', true);
    texts(holder, 'languages', true);
    whole(holder, 'most', 0);
  }
  for (const pair of entriesOf(all, 'apart', (number) => `Pair ${number} to keep apart`)) {
    const [one, other] = [needText(pair, 'one'), needText(pair, 'other')];
    for (const id of [one, other]) placeOf(ids, id, pair.where);
    if (one === other) throw new BadQuestion(`${pair.where} names ${one} twice.`);
  }
  for (const lock of entriesOf(all, 'locks', (number) => `Membership ${number} set by hand`)) {
    placeOf(ids, needText(lock, 'person'), lock.where);
    needText(lock, 'slot');
    needText(lock, 'language');
  }
  whole(all, 'least', 2);
  whole(all, 'most', 2);
  const [least, most] = [Number(all.has.least ?? SIZES.least), Number(all.has.most ?? SIZES.most)];
  if (most < least)
    throw new BadQuestion(`The largest size of a circle is ${most}, which is below the least, ${least}.`);
}

function placesOf(entries: Entry[], what: string): Map<string, number> {
  return places(
    entries.map(({ has }) => ({ id: String(has.id) })),
    what,
  );
}
