/** Memberships set by hand that cannot stand together: the fewest to release, and why. */
import type { Highs } from 'highs';
import { called } from '../readers/problem.ts';
import { maximise } from '../solver/highs.ts';
import { widened } from '../solver/program.ts';
import { atMost, type Watch } from '../solver/watch.ts';
import { counted } from '../words.ts';
import type { CircleLock } from './problem.ts';
import type { Seating } from './program.ts';
import type { Room } from './tables.ts';

/** Seconds spent at most on the fewest memberships to release. */
const SEARCH = 5;

/** Which memberships to release so that a plan is possible; without any of them there always is one: no circles. */
export function lockTrouble(
  highs: Highs,
  room: Room,
  { program, seats }: Seating,
  watch: Watch,
): { words: string; release: CircleLock[] } {
  const locks = [...new Map((room.problem.locks ?? []).map((lock) => [JSON.stringify(lock), lock])).values()];
  const size = program.lower.length;
  const wide = widened(
    program,
    locks.map(() => ({ lower: 0, upper: 1 })),
  );
  wide.rows = program.rows.filter((row) => !row.name.startsWith('lock:'));
  locks.forEach((lock, i) => {
    const at = [...seats.keys()].filter((j) => {
      const { slot, language } = room.tables[seats[j]!.table]!;
      return seats[j]!.person === room.personAt.get(lock.person) && slot === lock.slot && language === lock.language;
    });
    const by = [...at.map(() => 1), -1];
    wide.rows.push({ name: `stands:${i}`, lower: 0, upper: Infinity, at: [...at, size + i], by });
  });
  const gain = new Float64Array(wide.lower.length).fill(1, size);
  const { status, x } = maximise(highs, wide, gain, true, atMost(watch, SEARCH));
  const release = locks.filter((_, i) => x !== null && x[size + i]! < 0.5);
  if (release.length === 0) return { words: 'The memberships set by hand cannot all stand.', release };
  const kept = locks.filter((lock) => !release.includes(lock));
  const why = release.map((lock) => `${placed(room, lock)} (${reason(room, lock, kept)})`);
  const which = release.length === 1 ? 'it' : `these ${release.length}`;
  const mend = status === 'found' ? `Releasing ${which} is the smallest mend.` : `Releasing ${which} would do.`;
  return {
    words: `${counted(release.length, 'membership')} set by hand cannot stand with the others: ${why.join('; ')}. ${mend}`,
    release,
  };
}

function placed(room: Room, { person, slot, language }: CircleLock): string {
  return `${called(room.problem.people[room.personAt.get(person)!])} at ${slot} in ${language}`;
}

function reason(room: Room, lock: CircleLock, kept: CircleLock[]): string {
  const { people, facilitators = [] } = room.problem;
  const person = people[room.personAt.get(lock.person)!]!;
  if (!person.slots.includes(lock.slot)) return `${lock.slot} is not one of their times`;
  if (!person.languages.includes(lock.language)) return `${lock.language} is not one of their languages`;
  const other = kept.find((one) => one.person === lock.person);
  if (other) return `also set at ${other.slot} in ${other.language}, and nobody is in two circles`;
  const able = people.filter(
    (one) =>
      one.slots.includes(lock.slot) &&
      one.languages.includes(lock.language) &&
      (one.purpose ?? null) === (person.purpose ?? null),
  );
  if (able.length < room.least) return `only ${able.length} could come, and a circle needs ${room.least}`;
  const holds = facilitators.some(
    (one) => one.slots.includes(lock.slot) && one.languages.includes(lock.language) && one.most !== 0,
  );
  if (facilitators.length > 0 && !holds) return 'no facilitator can hold it';
  return 'no circle that keeps every rule has room for them beside the others set by hand';
}
