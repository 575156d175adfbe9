/** Whoever gives, runs, pays, chooses and signs off are different people, however roles are handed out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Actor, type Role, roles } from '../../kernel/actors.ts';
import { apart, lacks, mayEnd, mayHold, mayManage, readInvitation } from './rules.ts';
import { changesIn, readSelf } from './self/rules.ts';

const role = fc.constantFrom<Role>(...roles);

test('no order of asking people in gives one person two roles that are kept apart', () => {
  fc.assert(
    fc.property(fc.array(role, { maxLength: 12 }), (asked) => {
      const held: Role[] = [];
      for (const wanted of asked) if (!held.includes(wanted) && mayHold(held, wanted).yes) held.push(wanted);
      const has = (...wanted: Role[]) => wanted.every((each) => held.includes(each));
      assert.ok(!held.includes('funder') || held.length === 1, `a funder alone: ${held}`);
      assert.ok(!has('trustee', 'programme') && !has('trustee', 'finance') && !has('trustee', 'member'), `${held}`);
      assert.ok(!has('finance', 'programme'), `${held}`);
    }),
  );
});

test('two roles are apart whichever of them came first, and a role is never apart from itself', () => {
  fc.assert(fc.property(role, role, (one, other) => apart(one, other) === apart(other, one)));
  assert.ok(roles.every((each) => apart(each, each) === null));
});

test('everything that is not kept apart may be held by one person', () => {
  const pairs = roles.flatMap((one, at) => roles.slice(at + 1).map((other) => [one, other] as const));
  const held = pairs.filter(([one, other]) => apart(one, other) === null).map((pair) => pair.join(' '));
  assert.deepEqual(held, [
    'programme facilitator',
    'programme member',
    'programme learning',
    'facilitator member',
    'facilitator trustee',
    'facilitator finance',
    'facilitator learning',
    'member finance',
    'member learning',
    'trustee learning',
    'finance learning',
  ]);
});

test('only the programme team of this very fund asks people in, and whoever runs the program', () => {
  const person = (each: Role, fundId = 'kettle'): Actor => ({
    kind: 'person',
    personId: 'p',
    name: 'P',
    roles: [{ role: each, fundId }],
  });
  assert.deepEqual(
    roles.filter((each) => mayManage(person(each), 'kettle')),
    ['programme'],
  );
  assert.ok(!mayManage(person('programme', 'lantern'), 'kettle'));
  assert.ok(!mayManage({ kind: 'nobody' }, 'kettle') && mayManage({ kind: 'system', job: 'person.add' }, 'kettle'));
});

test('the last of the programme team stays; of any other role the last may go', () => {
  assert.deepEqual(mayEnd('programme', 1), { yes: false, reason: 'last-programme' });
  assert.ok(mayEnd('programme', 2).yes);
  assert.ok(roles.filter((each) => each !== 'programme').every((each) => mayEnd(each, 1).yes));
});

test('a fund says what it lacks until two look after money and enough members can decide', () => {
  assert.deepEqual(lacks({}, 7), ['finance', 'members']);
  assert.deepEqual(lacks({ finance: 1, member: 7 }, 7), ['finance']);
  assert.deepEqual(lacks({ finance: 2, member: 6 }, 7), ['members']);
  assert.deepEqual(lacks({ finance: 2, member: 7 }, 7), []);
});

test('an invitation says all that needs another look at once, and a name is kept without needless spaces', () => {
  const none = readInvitation({ name: ' ', email: 'nobody', role: 'boss', language: 'xx' });
  assert.deepEqual('problems' in none && none.problems.map((each) => each.field), [
    'name',
    'email',
    'role',
    'language',
  ]);
  const read = readInvitation({
    name: ' Wilhelmina   Thrupp ',
    email: ' w@place.org ',
    role: 'member',
    language: 'ar',
  });
  assert.deepEqual(read, { read: { name: 'Wilhelmina Thrupp', email: 'w@place.org', role: 'member', language: 'ar' } });
});

test('who is in no group is not asked how they are shown, and keeps what they said before', () => {
  const typed = { name: 'Gareth', language: 'cy', shown: '' };
  const said = readSelf(typed, { shownAs: 'not listed' });
  assert.deepEqual(said, { read: { name: 'Gareth', language: 'cy', shownAs: 'not listed' } });
  assert.ok('problems' in readSelf({ ...typed, shown: 'on a poster' }, { shownAs: 'not listed' }));
});

test('the record hears which parts changed and none of the words', () => {
  const before = { name: 'Hodan Warsame', language: 'en', shownAs: 'first name' } as const;
  assert.deepEqual(changesIn(before, before), []);
  assert.deepEqual(changesIn(before, { name: 'Sagal', language: 'so', shownAs: 'pseudonym' }), [
    'name',
    'language',
    'shownAs',
  ]);
});
