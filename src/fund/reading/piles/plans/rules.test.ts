/** A plan says yes only to what was looked at, and a swap shows its effect before it happens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReaders, matchReaders } from '../../../../../packages/matching/src/index.ts';
import { key, levelled, questionOf, type Snapshot } from './question.ts';
import { mayAccept, mayLock, standingOf, swapped, withNames } from './rules.ts';

const readers = ['amal', 'bea', 'chi', 'dov', 'eli'].map((id) => ({ id, languages: id === 'dov' ? ['ti'] : [] }));
const round: Snapshot = {
  readers,
  applications: ['one', 'two', 'three'].map((id) => ({ id, language: id === 'two' ? 'ti' : 'en' })),
  readings: [],
  links: [
    { application: 'one', reader: 'amal', level: 2 },
    { application: 'three', reader: 'bea', level: 1 },
  ],
  locks: [],
  most: 4,
};
const pairs = (text: string) =>
  text.split(' ').map((each) => {
    const [application = '', reader = ''] = each.split('.');
    return { application, reader };
  });

test('a link keeps a pair apart even where someone set it by hand', () => {
  const question = questionOf({ ...round, locks: [{ application: 'one', reader: 'amal', keep: true }] });
  assert.deepEqual(question.exclusions, [{ reader: 'amal', application: 'one', kind: 'link' }]);
  assert.deepEqual(question.locks, []);
  assert.deepEqual(mayLock(question, { application: 'one', reader: 'amal' }), { yes: false, reason: 'barred' });
  assert.deepEqual(mayLock(question, { application: 'one', reader: 'nobody' }), { yes: false, reason: 'gone' });
  assert.equal(mayLock(question, { application: 'one', reader: 'bea' }).yes, true);
});

test('the same round asks the same question, whatever order its rows come in', () => {
  const turned = { ...round, readers: round.readers.toReversed(), applications: round.applications.toReversed() };
  assert.deepEqual(questionOf(turned), questionOf(round));
});

test('who reads now goes on reading, who stepped back is not asked again, and a reader who left the group still counts', () => {
  const question = questionOf({
    ...round,
    readings: [
      { application: 'one', reader: 'chi', left: false },
      { application: 'one', reader: 'dov', left: true },
      { application: 'two', reader: 'left the group', left: false },
    ],
  });
  assert.deepEqual(question.locks, [{ reader: 'chi', application: 'one', keep: true }]);
  assert.ok(question.exclusions?.some((each) => each.reader === 'dov' && each.kind === 'stepping back'));
  assert.equal(question.applications.find((each) => each.id === 'two')?.reads, 2);
});

test('a plan of the package gives each application three free readers and the language to someone who reads it', async () => {
  const question = questionOf(round);
  const plan = await matchReaders(question, { seed: 'fund' });
  assert.ok('pairs' in plan && plan.status === 'optimal');
  assert.deepEqual(checkReaders(question, plan, { seed: 'fund' }).faults, []);
  assert.equal(plan.pairs.length, 9);
  const given = new Set(plan.pairs.map(key));
  assert.ok(given.has('two.dov') && !given.has('one.amal') && !given.has('three.bea'));
  assert.deepEqual(standingOf(question, plan.pairs), { total: plan.total, worst: plan.worst?.fit });
});

test('people who read more languages do not carry the round: loads stay within a tenth of each other', async () => {
  const members = Array.from({ length: 12 }, (_, n) => ({ id: `m${n}`, languages: n % 3 === 0 ? ['ar', 'ti'] : [] }));
  const many = Array.from({ length: 60 }, (_, n) => ({ id: `a${n}`, language: n % 2 === 0 ? 'ar' : 'en' }));
  const question = questionOf({ ...round, readers: members, applications: many, links: [], most: 60 });
  const loads = async (asked: typeof question) => {
    const plan = await matchReaders(asked, { costs: false });
    assert.ok('pairs' in plan);
    return plan.loads.map((load) => load.reads);
  };
  const free = await loads(question);
  assert.ok(Math.max(...free) - Math.min(...free) > 5, 'without a band they would');
  const level = await loads(levelled(question));
  assert.ok(Math.max(...level) - Math.min(...level) <= 1.5, level.join());
});

test('a level share leaves people what they read already, and never asks more than they offered', () => {
  const readings = ['one', 'two', 'three'].map((application) => ({ application, reader: 'chi', left: false }));
  const level = levelled(questionOf({ ...round, readings, most: 1 }));
  assert.deepEqual(
    level.readers.map(({ id, least, most }) => [id, least, most]),
    ['amal', 'bea', 'chi', 'dov', 'eli'].map((id) => (id === 'chi' ? [id, 1, 3] : [id, 1, 1])),
  );
});

test('only the newest plan of an unchanged question becomes readings', () => {
  const plan = { status: 'optimal', questionHash: 'a', newest: true } as const;
  assert.equal(mayAccept(plan, 'a').yes, true);
  assert.deepEqual(mayAccept(plan, 'b'), { yes: false, reason: 'changed' });
  assert.deepEqual(mayAccept({ ...plan, newest: false }, 'a'), { yes: false, reason: 'newer' });
  assert.deepEqual(mayAccept({ ...plan, status: 'infeasible' }, 'a'), { yes: false, reason: 'no-plan' });
  assert.deepEqual(mayAccept({ ...plan, status: 'asked' }, 'a'), { yes: false, reason: 'not-ready' });
});

test('a swap shows what it would do to the fit, and refuses what a rule forbids', () => {
  const question = questionOf({ ...round, locks: [{ application: 'one', reader: 'eli', keep: false }] });
  const plan = pairs('one.bea one.chi one.dov two.amal two.dov two.eli three.amal three.chi three.eli');
  const [dov, amal] = pairs('two.dov three.amal') as [never, never];
  const tried = swapped(question, plan, dov, amal);
  assert.deepEqual(tried, { refused: 'already' });
  const swap = swapped(question, plan, ...(pairs('one.bea two.eli') as [never, never]));
  assert.deepEqual(swap, { refused: 'barred' }, 'eli was set apart from one');
  const worse = swapped(question, plan, ...(pairs('one.chi two.dov') as [never, never]));
  assert.deepEqual(worse, { refused: 'already' });
  const moved = swapped(question, plan, ...(pairs('one.bea three.eli') as [never, never]));
  assert.deepEqual(moved, { refused: 'barred' });
  const fine = swapped(question, plan, ...(pairs('two.dov three.chi') as [never, never]));
  assert.ok('swap' in fine);
  assert.deepEqual(fine.swap.pairs, pairs('two.chi three.dov'));
  assert.equal(fine.swap.after.total, fine.swap.before.total - 2, 'nobody who reads the language is left on two');
  assert.deepEqual(swapped(question, plan, ...(pairs('one.bea one.chi') as [never, never])), { refused: 'same' });
  assert.deepEqual(swapped(question, plan, ...(pairs('one.amal two.eli') as [never, never])), { refused: 'gone' });
});

test('a reading under way cannot be swapped away', () => {
  const question = questionOf({ ...round, readings: [{ application: 'one', reader: 'bea', left: false }] });
  const plan = pairs('one.bea one.chi one.dov two.amal two.dov two.eli three.amal three.chi three.eli');
  assert.deepEqual(swapped(question, plan, ...(pairs('one.bea two.eli') as [never, never])), { refused: 'kept' });
});

test('kept sentences say names only to those who may see them', () => {
  const id = '0123456789abcdefghjkmnpqrs';
  assert.equal(withNames(`${id} reads it.`, new Map([[id, 'Amal']]), 'one you may not see'), 'Amal reads it.');
  assert.equal(withNames(`${id} reads it.`, new Map(), 'one you may not see'), 'one you may not see reads it.');
});
