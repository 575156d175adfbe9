/** Everyone can see where the round is, also between two phases and where two overlap. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineStep } from './store.ts';
import { hearsOn, phasesOf } from './timeline.ts';

const step = (code: string, phase: string, from: string, to: string): TimelineStep => ({
  code,
  phase,
  what: code,
  startsAt: new Date(`${from}T00:00:00Z`),
  endsAt: new Date(`${to}T23:59:00Z`),
});
const steps = [
  step('T01', '1 Design', '2024-09-02', '2024-12-20'),
  step('T07', '2 Open call', '2025-01-13', '2025-02-24'),
  step('T08', '2 Open call', '2025-01-16', '2025-02-05'),
  step('T15', '4 Choose', '2025-04-08', '2025-04-16'),
  step('T17', '4 Choose', '2025-04-30', '2025-04-30'),
  step('T18', '5 Check and pay', '2025-04-28', '2025-05-30'),
];
const here = (at: string) => phasesOf(steps, new Date(at)).find((phase) => phase.state === 'now')?.name;

test('steps of one phase become one knot on the thread, without its number', () => {
  const call = phasesOf(steps, new Date('2025-02-01'))[1];
  assert.deepEqual([call?.name, call?.code, call?.number], ['Open call', 'T07', 2]);
  assert.equal(call?.endsAt.toISOString(), '2025-02-24T23:59:00.000Z');
});

test('the flag stands on the phase of today', () => {
  assert.equal(here('2025-02-01T00:00:00Z'), 'Open call');
  const states = phasesOf(steps, new Date('2025-02-01')).map((phase) => phase.state);
  assert.deepEqual(states, ['past', 'now', 'ahead', 'ahead']);
});

test('between two phases the flag stays where it was, and before all of them there is none', () => {
  assert.equal(here('2025-01-05T00:00:00Z'), 'Design');
  assert.equal(here('2024-08-01T00:00:00Z'), undefined);
  assert.equal(here('2030-01-01T00:00:00Z'), 'Check and pay');
});

test('while checks have begun and not everyone has heard, the flag waits at the choosing', () => {
  assert.equal(here('2025-04-29T00:00:00Z'), 'Choose');
  assert.equal(here('2025-05-01T00:00:00Z'), 'Check and pay');
});

test('the day everyone hears is the last of the choosing', () => {
  assert.equal(hearsOn(steps)?.toISOString(), '2025-04-30T23:59:00.000Z');
  assert.equal(hearsOn(steps.slice(0, 3)), null);
});
