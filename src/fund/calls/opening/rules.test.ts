/** A call opens with days enough and hours enough, is taken back only before anyone could begin, and only ever gives more time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instantOf } from '../../../kernel/instants.ts';
import { forecastOf } from '../hours/rules.ts';
import { caresAbout, mayMoveClosing, mayOpenCall, mayPlan, mayTakeBack, overlapOf } from './rules.ts';

const at = (wall: string) => instantOf(wall, 'Europe/London');
const days = { opensAt: at('2025-01-13T09:00'), closesAt: at('2025-02-24T17:00') };
const now = at('2025-01-08T10:00');
const figures = { applications: 140, minutesEach: 35, readersEach: 3 };
const reaching = forecastOf(figures, 'all-at-once', [14_700]);
const short = forecastOf(figures, 'all-at-once', [14_699]);
const state = {
  days,
  opened: false,
  members: 12,
  said: 6,
  expected: reaching,
  way: 'all-at-once' as const,
  agreed: null,
  now,
};

test('with days, members and hours a call opens', () => {
  assert.equal(mayOpenCall(state).yes, true);
});

test('each thing that is missing keeps it shut and is named', () => {
  const reason = (more: Partial<typeof state> | { days: null }) => {
    const verdict = mayOpenCall({ ...state, ...more });
    return verdict.yes ? 'open' : verdict.reason;
  };
  assert.equal(reason({ opened: true }), 'opened');
  assert.equal(reason({ days: null }), 'no-days');
  assert.equal(reason({ members: 0 }), 'no-members');
  assert.equal(reason({ expected: short }), 'over');
  assert.equal(reason({ said: 5 }), 'unsaid');
  assert.equal(reason({ now: at('2025-01-28T10:00') }), 'short');
});

test('above the hours offered it opens on a yes of the group to just that', () => {
  const agreed = { way: 'all-at-once' as const, neededMinutes: 14_700, offeredMinutes: 14_699 };
  assert.equal(mayOpenCall({ ...state, expected: short, agreed }).yes, true);
  assert.equal(mayOpenCall({ ...state, expected: short, agreed: { ...agreed, neededMinutes: 14_699 } }).yes, false);
  assert.equal(mayOpenCall({ ...state, expected: short, agreed: { ...agreed, way: 'third-where-needed' } }).yes, false);
});

test('half of the members, rounded up, say their hours, or the group has said yes', () => {
  const opens = (members: number, said: number) => mayOpenCall({ ...state, members, said }).yes;
  assert.deepEqual([opens(11, 5), opens(11, 6), opens(1, 0), opens(1, 1)], [false, true, false, true]);
  const agreed = { way: 'all-at-once' as const, neededMinutes: 14_700, offeredMinutes: 14_700 };
  assert.equal(mayOpenCall({ ...state, said: 0, agreed }).yes, true);
  assert.equal(mayOpenCall({ ...state, said: 0, agreed: { ...agreed, neededMinutes: 14_699 } }).yes, false);
});

test('four weeks are enough, also where the clocks change between, and a day less is not', () => {
  const spring = { opensAt: at('2025-03-10T09:00'), closesAt: at('2025-04-07T09:00') };
  assert.equal(mayPlan(spring, false, now).yes, true);
  assert.deepEqual(mayPlan({ ...spring, closesAt: at('2025-04-06T09:00') }, false, now), {
    yes: false,
    reason: 'short',
  });
  assert.deepEqual(mayPlan({ ...spring, closesAt: spring.opensAt }, false, now), { yes: false, reason: 'backwards' });
  assert.deepEqual(mayPlan(spring, true, now), { yes: false, reason: 'opened' });
});

test('a slip of the year is asked about, not published', () => {
  const refusal = (more: Partial<typeof days>) => {
    const verdict = mayPlan({ ...days, ...more }, false, now);
    return verdict.yes ? 'yes' : verdict.reason;
  };
  assert.equal(refusal({ opensAt: at('2024-01-13T09:00') }), 'past');
  assert.equal(refusal({ opensAt: at('2127-01-13T09:00'), closesAt: at('2127-02-24T17:00') }), 'far');
  assert.equal(refusal({ closesAt: at('2027-02-24T17:00') }), 'far');
  const call = { ...days, graceHours: 24 };
  const moved = (wall: string) => mayMoveClosing(call, true, at(wall), 'A storm.', now);
  assert.equal(moved('2025-05-24T17:00').yes, true);
  assert.deepEqual(moved('2227-03-03T17:00'), { yes: false, reason: 'too-late' });
});

test('the team sees which step would begin before the call has closed', () => {
  const step = (phase: string, what: string, wall: string) => ({ phase, what, startsAt: at(wall) });
  const steps = [
    step('2 Open call', 'Come and ask us', '2025-01-16'),
    step('4 Choose', 'Meet', '2025-02-22'),
    step('3 Read', 'Read', '2025-02-20'),
  ];
  assert.deepEqual(
    overlapOf(days, steps).map((care) => 'what' in care && care.what),
    ['Read'],
  );
  assert.deepEqual(overlapOf(days, steps.slice(0, 1)), []);
});

test('an opening is taken back before the first moment and never after', () => {
  const last = new Date(days.opensAt.getTime() - 1);
  assert.equal(mayTakeBack(days, true, last).yes, true);
  assert.deepEqual(mayTakeBack(days, true, days.opensAt), { yes: false, reason: 'begun' });
  assert.deepEqual(mayTakeBack(days, false, last), { yes: false, reason: 'not-opened' });
});

test('whatever is asked, nobody ever has less time than they were told', () => {
  const call = { ...days, graceHours: 24 };
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (to, when) => {
      if (mayMoveClosing(call, true, to, 'The post was late.', when).yes) assert.ok(to > call.closesAt && to > when);
    }),
  );
  const later = at('2025-03-03T17:00');
  assert.equal(mayMoveClosing(call, true, later, 'A storm.', at('2025-02-25T16:59')).yes, true);
  assert.equal(mayMoveClosing(call, true, later, 'A storm.', at('2025-02-25T17:01')).yes, false);
  assert.deepEqual(mayMoveClosing(call, true, later, '  ', now), { yes: false, reason: 'say-why' });
  assert.deepEqual(mayMoveClosing(call, false, later, 'A storm.', now), { yes: false, reason: 'not-opened' });
});

test('the team hears when it would close at an hour or on a day when nobody can be rung', () => {
  const care = [{ what: 'Half-term', effect: '', start: '2025-02-17', end: '2025-02-21' }];
  const codes = (wall: string) => caresAbout(at(wall), 'Europe/London', care).map((each) => each.code);
  assert.deepEqual(codes('2025-02-24T17:00'), []);
  assert.deepEqual(codes('2025-02-24T17:01'), ['hour']);
  assert.deepEqual(codes('2025-02-22T12:00'), ['weekend']);
  assert.deepEqual(codes('2025-02-17T09:00'), ['hour', 'care']);
  assert.deepEqual(codes('2025-02-21T12:00'), ['care']);
});
