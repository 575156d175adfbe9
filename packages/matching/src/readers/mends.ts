/** The smallest changes that would let a plan exist, in words. */
import { counted, listed } from '../words.ts';
import type { Given } from './elastic.ts';
import type { Field } from './field.ts';

import { called } from './problem.ts';
import type { Mend } from './result.ts';

/** A mend from what one kind of give had to give. */
export function mendOf(field: Field, given: Given): Mend {
  const size = given.touches.reduce((sum, touch) => sum + touch.by, 0);
  const touches = given.touches.map(({ id, by }) => ({ id, by }));
  const where = listed(
    given.touches.map((touch) => `${nameOf(field, touch.id)}${touch.by > 1 ? ` (${touch.by})` : ''}`),
  );
  const solves = size === 1 ? 'solves' : 'solve';
  const said: Record<Mend['kind'], string> = {
    places: `${counted(size, 'more place')} ${solves} it: ${where}.`,
    minimum: `Asking ${counted(size, 'reading')} less of ${where} solves it.`,
    exposure: `${counted(size, 'reading')} over the cap ${solves} it: ${where}.`,
    coverage: `Waiving ${counted(size, 'place')} of coverage solves it: ${where}.`,
    exclusion: `Lifting ${counted(size, 'exclusion')} solves it: ${where}.`,
    readings: `${counted(size, 'reading')} fewer ${solves} it: ${where}.`,
    readers: '',
    several: `Only several changes together solve it: ${where}.`,
  };
  return { kind: given.kind, size, touches, words: said[given.kind] };
}

/** New people free to read what is short: at least as many as one application lacks. */
export function newReaders(field: Field, lacking: Given['touches']): Mend {
  const size = lacking.reduce((sum, touch) => sum + touch.by, 0);
  const people = Math.max(...lacking.map((touch) => touch.by));
  const touches = lacking.map(({ id, by }) => ({ id, by }));
  const where = listed(touches.map((touch) => nameOf(field, touch.id)));
  const words = `${counted(people, 'more reader')} free for ${where}, with ${counted(size, 'place')} in all, would do.`;
  return { kind: 'readers', size, touches, words };
}

/** Names for a rule's id: `reader`, `application` or `rule:either` or `reader:application`. */
function nameOf(field: Field, id: string): string {
  const { readers, applications } = field.problem;
  const one = (part: string) => {
    const r = field.readerAt.get(part);
    const a = field.applicationAt.get(part);
    return r !== undefined ? called(readers[r]) : a !== undefined ? called(applications[a]) : part;
  };
  if (field.readerAt.has(id) || field.applicationAt.has(id)) return one(id);
  return id.split(':').map(one).join(' with ');
}
