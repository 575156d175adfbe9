/** Where no plan is possible, people are told only of changes that are theirs to make, and of everyone who is in the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchReaders, type ReadersResult, setAside } from '../../../../../packages/matching/src/index.ts';
import { application, member, roundOf } from '../../../../../test/made-round.ts';
import type { Round } from '../round.ts';
import { questionOf } from './question.ts';
import { othersOf, toldOf } from './way.ts';

const people = ['amal', 'bea', 'chi', 'dov'];
const round = roundOf({
  members: people.map((id) => member(id)),
  applications: [application('one'), application('two')],
});
async function asked(change: Partial<Round>) {
  const question = questionOf({ ...round, ...change });
  const answer: ReadersResult = await matchReaders(question, { seed: 'fund', liftable: [setAside] });
  assert.ok(answer.status === 'infeasible');
  return { answer, question, told: toldOf(answer, question) };
}
const kinds = (mends: readonly { kind: string }[]) => mends.map((mend) => mend.kind);
const linked = (...readers: string[]) => readers.map((reader) => ({ reader, application: 'one', level: 2 }));

test('where everybody has a link, nobody is told to lift one: another reader is needed', async () => {
  const { answer, told } = await asked({ links: linked(...people) });
  assert.ok(!kinds(answer.mends).includes('exclusion'));
  assert.deepEqual(kinds(told.mends), ['readers', 'readings']);
});

test('nobody is told to go over what someone wants of what is hard to read', async () => {
  const { answer, told } = await asked({
    members: people.map((id) => member(id, 4, 0)),
    applications: [application('one', true), application('two')],
  });
  assert.ok(kinds(answer.mends).includes('exposure'));
  assert.deepEqual(kinds(told.mends), ['readers', 'readings']);
  assert.equal(told.withheld, true);
});

test('a step back is not undone either; a pair that the team set apart may be', async () => {
  const left = people.slice(0, 2).map((reader) => ({ reader, application: 'one', left: true, finished: false }));
  assert.ok(!kinds((await asked({ readings: left })).told.mends).includes('exclusion'));
  const locks = people.slice(0, 2).map((reader) => ({ reader, application: 'one', keep: false }));
  const { told } = await asked({ locks });
  assert.ok(kinds(told.mends).includes('exclusion'));
});

test('a place too many that the team kept by hand may be taken back, one that is being read may not', async () => {
  const readings = people.slice(0, 3).map((reader) => ({ reader, application: 'one', left: false, finished: false }));
  const { answer, question } = await asked({ readings, locks: [{ reader: 'dov', application: 'one', keep: true }] });
  assert.ok(kinds(answer.mends).includes('lock'));
  const named = answer.mends.find((mend) => mend.kind === 'lock')?.touches[0]?.id ?? '';
  assert.deepEqual(kinds(toldOf(answer, question, new Set([named])).mends), ['lock']);
  assert.deepEqual(toldOf(answer, question, new Set()), { mends: [], withheld: true });
});

test('several changes at once are told only when each of them may be', () => {
  const question = questionOf({ ...round, links: linked('amal') });
  const mend = (...ids: string[]) => ({
    kind: 'several' as const,
    size: ids.length,
    touches: ids.map((id) => ({ id, by: 1 })),
    words: '',
  });
  const answer = { status: 'infeasible' as const, obstacles: [], words: '', seconds: 0 };
  const count = (...ids: string[]) => toldOf({ ...answer, mends: [mend(...ids)] }, question).mends.length;
  assert.equal(count('amal', 'people who read Tigrinya:one'), 1);
  assert.equal(count('amal', 'amal:one'), 0);
  assert.equal(count('amal', 'what is hard to read:bea'), 0);
});

test('who is in the way is counted by why: a link, a step back, no hours, set apart by hand', async () => {
  const { answer, question } = await asked({
    members: [...people.map((id) => member(id)), member('eli', 0), member('fay', 0)],
    links: linked('amal'),
    readings: [{ application: 'one', reader: 'bea', left: true, finished: false }],
    locks: [{ application: 'one', reader: 'chi', keep: false }],
  });
  const [obstacle] = answer.obstacles;
  assert.ok(obstacle);
  assert.deepEqual([obstacle.kind, obstacle.readers, obstacle.applications], ['shortage', ['dov'], ['one']]);
  assert.deepEqual(othersOf(obstacle, question), { link: 1, left: 1, hours: 2, apart: 1, read: 0 });
});
