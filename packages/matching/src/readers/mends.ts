/** The smallest changes that would let a plan exist, in words. */
import { listed } from '../words.ts';
import { type Give, inHours, type Touch } from './elastic.ts';
import type { Field } from './field.ts';
import { called } from './problem.ts';
import type { Mend } from './result.ts';

/** A mend from what one kind of give had to give, or several kinds together. */
export function mendOf(field: Field, kind: Give | 'several', touched: readonly Touch[]): Mend {
  const size = touched.reduce((sum, touch) => sum + touch.by, 0);
  const touches = touched.map((touch) => ({ id: idOf(field, touch), by: touch.by }));
  const uneven = touched.some(({ by }) => by !== 1);
  const where = listed(
    touched.map((touch) => {
      const name = nameOf(field, touch);
      return touched.length > 1 && uneven ? `${name} (${amountOf(touch.by)})` : name;
    }),
  );
  const solves = amountOf(size) === '1' ? 'solves' : 'solve';
  const [load, place] = inHours(field) ? ['hour', 'more hour'] : ['reading', 'more place'];
  const said: Record<Give, string> = {
    places: `${amount(size, place)} ${solves} it: ${where}.`,
    minimum:
      touched.length === 1
        ? `Asking ${amount(size, load)} less of ${where} solves it.`
        : `Asking ${amount(size, load)} less in all solves it: ${where}.`,
    exposure: `${amount(size, 'reading')} over the cap ${solves} it: ${where}.`,
    coverage: `Going without ${amount(size, 'reader')} of a group solves it: ${where}.`,
    exclusion: `Lifting ${amount(size, 'exclusion')} solves it: ${where}.`,
    readings: `${amount(size, 'reading')} fewer ${solves} it: ${where}.`,
    lock: `Letting go of ${amount(size, 'choice')} made by hand solves it: ${where}.`,
  };
  if (kind !== 'several') return { kind, size, touches, words: said[kind] };
  const parts = touched.map((touch) => partOf(field, touch));
  return { kind, size, touches, words: `Only several changes together solve it: ${listed(parts)}.` };
}

/** Rounded up, so that what is said is enough: a place of 0.333 hours is not to be had for 0.33. */
function amountOf(by: number): string {
  return String(Math.ceil(by * 100 - 1e-6) / 100);
}

function amount(by: number, one: string): string {
  return `${amountOf(by)} ${amountOf(by) === '1' ? one : `${one}s`}`;
}

/** One change among several. */
function partOf(field: Field, touch: Touch): string {
  const name = nameOf(field, touch);
  const [load, place] = inHours(field) ? ['hour', 'more hour'] : ['reading', 'more place'];
  const said: Record<Give, string> = {
    places: `${amount(touch.by, place)} for ${name}`,
    minimum: `${amount(touch.by, load)} less asked of ${name}`,
    exposure: `${amount(touch.by, 'reading')} over the cap: ${name}`,
    coverage: `going without ${amount(touch.by, 'reader')} of a group: ${name}`,
    exclusion: `lifting the exclusion of ${name}`,
    readings: `${amount(touch.by, 'reading')} fewer for ${name}`,
    lock: `letting go of the choice of ${name}`,
  };
  return said[touch.kind];
}

function idOf(field: Field, touch: Touch): string {
  const { readers, applications } = field.problem;
  const reader = touch.reader === undefined ? undefined : readers[touch.reader]!.id;
  const application = touch.application === undefined ? undefined : applications[touch.application]!.id;
  return [touch.rule, reader, application].filter((part) => part !== undefined).join(':');
}

function nameOf(field: Field, touch: Touch): string {
  const { readers, applications } = field.problem;
  const reader = touch.reader === undefined ? undefined : called(readers[touch.reader]);
  const application = touch.application === undefined ? undefined : called(applications[touch.application]);
  return [touch.rule, reader, application].filter((part) => part !== undefined).join(' with ');
}
