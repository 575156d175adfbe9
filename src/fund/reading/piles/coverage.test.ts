/** Who is wanted comes from what members ticked and groups chose, asks only while there is a place, and can be let go by name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wantedIn } from './coverage.ts';
import { questionOf } from './plans/question.ts';
import { heldIn, type Round } from './round.ts';

const member = (id: string, more: Partial<Round['members'][number]> = {}) => ({
  id,
  languages: [],
  strengths: [],
  offers: 5,
  hardMost: null,
  ...more,
});
const application = (id: string, more: Partial<Round['applications'][number]> = {}) => ({
  id,
  language: 'en',
  tier: 'seed' as const,
  led: false,
  hard: false,
  further: false,
  ...more,
});
const reading = {
  strengths: [{ id: 'young', label: "young people's work" }],
  coverage: [{ strength: 'young', where: { tier: ['weave' as const], led: true }, at_least: 1 }],
  hard_most: 12,
};
const round: Round = {
  members: [
    member('amal', { languages: ['ti'] }),
    member('bea', { strengths: ['young'] }),
    member('chi'),
    member('dov'),
  ],
  applications: [
    application('plain'),
    application('tigrinya', { language: 'ti' }),
    application('weave', { tier: 'weave', led: true }),
    application('not led', { tier: 'weave' }),
  ],
  readings: [],
  links: [],
  locks: [],
  first: 2,
  readersEach: 3,
  reading,
};
const wanted = (given: Round) =>
  wantedIn(given, heldIn(given)).rules.map(({ id, coverage }) => [id, coverage.readers, coverage.applications]);
const given = (applicationId: string, reader: string) => ({
  application: applicationId,
  reader,
  left: false,
  finished: false,
});

test('an application wants someone who reads its language, and someone who knows its kind of work where the design says so', () => {
  assert.deepEqual(wanted(round), [
    ['language.ti', ['amal'], ['tigrinya']],
    ['strength.young.1', ['bea'], ['weave']],
  ]);
});

test('where nobody who is free reads the language, a checked translation does: nothing is asked that nobody can give', () => {
  const linked = { ...round, links: [{ application: 'tigrinya', reader: 'amal', level: 2 }] };
  assert.deepEqual(wanted(linked), [['strength.young.1', ['bea'], ['weave']]]);
  const noHours = round.members.map((each) => (each.id === 'amal' ? { ...each, offers: 0 } : each));
  assert.equal(wanted({ ...round, members: noHours }).length, 1);
  const hard = round.applications.map((each) => ({ ...each, hard: true }));
  const notHard = round.members.map((each) => (each.id === 'amal' ? { ...each, hardMost: 0 } : each));
  assert.equal(wanted({ ...round, members: notHard, applications: hard }).length, 1);
});

test('a rule that nobody has ticked anything for is said, and asks nothing', () => {
  const silent = round.members.map((each) => ({ ...each, strengths: [] }));
  const { rules, unsaid } = wantedIn({ ...round, members: silent }, heldIn({ ...round, members: silent }));
  assert.deepEqual([rules.map(({ id }) => id), unsaid], [['language.ti'], ["young people's work"]]);
});

test('what people read already is not taken away for a rule that came later', () => {
  const full = { ...round, readings: [given('weave', 'chi'), given('weave', 'dov')] };
  assert.deepEqual(wanted(full), [['language.ti', ['amal'], ['tigrinya']]]);
  const covered = { ...round, readings: [given('weave', 'bea')] };
  assert.deepEqual(wanted(covered), [['language.ti', ['amal'], ['tigrinya']]]);
});

test('a rule that is let go leaves the question, and only that one', () => {
  const names = (letGo: string[]) => questionOf(round, letGo).coverage?.map((rule) => rule.name);
  assert.deepEqual(names([]), ['people who read Tigrinya', "people who know young people's work"]);
  assert.deepEqual(names(['strength.young.1']), ['people who read Tigrinya']);
});
