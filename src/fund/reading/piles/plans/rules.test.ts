/** A plan says yes only to what was looked at, and a swap shows its effect before it happens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReaders, matchReaders } from '../../../../../packages/matching/src/index.ts';
import { key, type Round } from '../round.ts';
import { furtherQuestionOf, levelled, questionOf } from './question.ts';
import {
  changedByHand,
  givesNothing,
  inTheWay,
  mayAccept,
  mayLock,
  mayStopWaiting,
  movable,
  standingOf,
  swapped,
  withNames,
} from './rules.ts';

const member = (id: string, languages: string[] = [], offers = 4) => ({
  id,
  languages,
  strengths: [] as string[],
  offers,
  hardMost: null as number | null,
});
const application = (id: string, language = 'en', hard = false) => ({
  id,
  language,
  tier: null,
  led: null,
  hard,
  further: false,
});
const round: Round = {
  members: ['amal', 'bea', 'chi', 'dov', 'eli'].map((id) => member(id, id === 'dov' ? ['ti'] : [])),
  applications: ['one', 'two', 'three'].map((id) => application(id, id === 'two' ? 'ti' : 'en')),
  readings: [],
  links: [
    { application: 'one', reader: 'amal', level: 2 },
    { application: 'three', reader: 'bea', level: 1 },
  ],
  locks: [],
  first: 3,
  readersEach: 3,
  reading: null,
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
  assert.deepEqual(mayLock(question, { application: 'one', reader: 'amal' }), { yes: false, reason: 'may-not' });
  assert.deepEqual(mayLock(question, { application: 'one', reader: 'nobody' }), { yes: false, reason: 'gone' });
  assert.equal(mayLock(question, { application: 'one', reader: 'bea' }).yes, true);
});

test('the same round asks the same question, whatever order its rows come in', () => {
  const turned = { ...round, members: round.members.toReversed(), applications: round.applications.toReversed() };
  assert.deepEqual(questionOf(turned), questionOf(round));
});

test('who reads now goes on reading, who stepped back is not asked again, and what someone finished before they left counts', () => {
  const reads = (applicationId: string, reader: string, more = {}) => ({
    application: applicationId,
    reader,
    left: false,
    finished: false,
    ...more,
  });
  const question = questionOf({
    ...round,
    readings: [
      reads('one', 'chi'),
      reads('one', 'dov', { left: true }),
      reads('two', 'finished and left the group', { finished: true }),
      reads('three', 'left the group halfway'),
    ],
  });
  assert.deepEqual(question.locks, [{ reader: 'chi', application: 'one', keep: true }]);
  assert.ok(question.exclusions?.some((each) => each.reader === 'dov' && each.kind === 'stepping back'));
  assert.deepEqual(
    question.applications.map((each) => [each.id, each.reads]),
    [
      ['one', 3],
      ['three', 3],
      ['two', 2],
    ],
  );
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
  const members = Array.from({ length: 12 }, (_, n) => member(`m${n}`, n % 3 === 0 ? ['ar', 'ti'] : [], 60));
  const many = Array.from({ length: 60 }, (_, n) => application(`a${n}`, n % 2 === 0 ? 'ar' : 'en'));
  const question = questionOf({ ...round, members, applications: many, links: [] });
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

test('a level share leaves people what they read already, gives half to who offers half, and nothing to who offers nothing', () => {
  const members = [member('amal', [], 0), member('bea', [], 2), ...['chi', 'dov', 'eli'].map((id) => member(id))];
  const readings = ['one', 'two', 'three'].map((id) => ({
    application: id,
    reader: 'eli',
    left: false,
    finished: false,
  }));
  const bounds = (given: Round) => levelled(questionOf(given)).readers.map(({ id, least, most }) => [id, least, most]);
  assert.deepEqual(bounds({ ...round, members }), [
    ['amal', 0, 0],
    ['bea', 1, 2],
    ['chi', 2, 3],
    ['dov', 2, 3],
    ['eli', 2, 3],
  ]);
  assert.deepEqual(
    bounds({ ...round, members: [member('dov', [], 3), member('eli', [], 1)], readings })[1],
    ['eli', 3, 3].with(1, 3),
  );
});

test('only the newest plan of an unchanged question becomes readings', () => {
  const plan = { status: 'optimal', questionHash: 'a', newest: true } as const;
  assert.equal(mayAccept(plan, 'a', false).yes, true);
  assert.deepEqual(mayAccept(plan, 'b', false), { yes: false, reason: 'changed' });
  assert.deepEqual(mayAccept({ ...plan, newest: false }, 'a', false), { yes: false, reason: 'newer' });
  assert.deepEqual(mayAccept({ ...plan, status: 'infeasible' }, 'a', false), { yes: false, reason: 'no-plan' });
  assert.deepEqual(mayAccept({ ...plan, status: 'asked' }, 'a', false), { yes: false, reason: 'not-ready' });
  assert.deepEqual(
    mayAccept(plan, 'a', true),
    { yes: false, reason: 'choosing' },
    'nobody is given what they could not finish',
  );
});

test('a swap shows what it would do to the fit, and refuses what a rule forbids', () => {
  const asked = { ...round, locks: [{ application: 'one', reader: 'eli', keep: false }] };
  const question = questionOf(asked, ['language.ti']);
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
  const strict = swapped(questionOf(asked), plan, ...(pairs('two.dov three.chi') as [never, never]));
  assert.deepEqual(strict, { refused: 'cover' }, 'unless that rule was let go');
  assert.deepEqual(swapped(question, plan, ...(pairs('one.bea one.chi') as [never, never])), { refused: 'same' });
  assert.deepEqual(swapped(question, plan, ...(pairs('one.amal two.eli') as [never, never])), { refused: 'gone' });
});

test('a swap leaves an application the reader it wants, and nobody more that is hard to read than they want', () => {
  const chi = { ...member('chi'), strengths: ['networks'] };
  const members = [...round.members.filter(({ id }) => id !== 'chi'), chi].map((each) =>
    each.id === 'bea' ? { ...each, hardMost: 0 } : each,
  );
  const reading = {
    strengths: [{ id: 'networks', label: 'networks' }],
    coverage: [{ strength: 'networks', where: { tier: ['weave' as const] }, at_least: 1 }],
    hard_most: 2,
  };
  const applications = [
    { ...application('one'), tier: 'weave' as const },
    application('two', 'en', true),
    application('three'),
  ];
  const question = questionOf({ ...round, members, applications, links: [], reading });
  const plan = pairs('one.amal one.chi one.eli two.amal two.dov two.eli three.bea three.chi three.dov');
  const swap = (text: string) => swapped(question, plan, ...(pairs(text) as [never, never]));
  assert.deepEqual(swap('one.chi two.dov'), { refused: 'cover' });
  assert.deepEqual(swap('two.eli three.bea'), { refused: 'hard' });
  assert.ok('swap' in swap('one.eli three.dov'));
});

test('a plan on its way is not asked for twice, until it was cut off or too much time went by', () => {
  const askedAt = new Date(0);
  const waits = { status: 'asked', cutOff: false, askedAt } as const;
  assert.equal(mayStopWaiting(waits, new Date(60_000)), false);
  assert.equal(mayStopWaiting({ ...waits, cutOff: true }, new Date(60_000)), true);
  assert.equal(mayStopWaiting(waits, new Date(600_000)), true);
  assert.equal(mayStopWaiting({ ...waits, status: 'stopped' }, new Date(60_000)), true);
});

test('the rule that stands in the way is named from the answer itself, and only that one', async () => {
  const members = [
    ...['amal', 'bea', 'chi'].map((id) => member(id, id === 'amal' ? ['so'] : [], 4)),
    member('dov', ['ti'], 1),
  ];
  const applications = [application('one', 'ti'), application('two', 'ti'), application('three', 'so')];
  const question = questionOf({ ...round, members, applications, links: [] });
  assert.equal(question.coverage?.length, 2);
  const answer = await matchReaders(question, { seed: 'fund' });
  assert.equal(answer.status, 'infeasible');
  assert.deepEqual(inTheWay(answer, question), ['people who read Tigrinya']);
});

test('the second step takes what people read from their offers and from their cap, and keeps places set by hand', () => {
  const reads = (id: string, reader: string) => ({ application: id, reader, left: false, finished: true });
  const question = furtherQuestionOf(
    {
      ...round,
      members: round.members.map((each) => (each.id === 'chi' ? { ...each, hardMost: 2 } : each)),
      applications: ['one', 'two', 'three'].map((id) => application(id, 'en', true)),
      readings: [reads('one', 'chi'), reads('one', 'dov'), reads('two', 'chi'), reads('three', 'dov')],
      locks: [
        { application: 'three', reader: 'eli', keep: true },
        { application: 'three', reader: 'amal', keep: false },
        { application: 'one', reader: 'eli', keep: true },
      ],
      first: 2,
    },
    ['three'],
  );
  assert.deepEqual(
    question.readers.map(({ id, most }) => [id, most]),
    [
      ['amal', 4],
      ['bea', 4],
      ['chi', 2],
      ['dov', 2],
      ['eli', 4],
    ],
  );
  assert.deepEqual(question.exposure?.[0]?.ofReader, { chi: 0 });
  assert.deepEqual(question.locks, [
    { reader: 'amal', application: 'three', keep: false },
    { reader: 'eli', application: 'three', keep: true },
  ]);
  assert.deepEqual(question.exclusions, [{ reader: 'dov', application: 'three', kind: 'has read it' }]);
});

test('a reading under way cannot be swapped away', () => {
  const question = questionOf({
    ...round,
    readings: [{ application: 'one', reader: 'bea', left: false, finished: false }],
  });
  const plan = pairs('one.bea one.chi one.dov two.amal two.dov two.eli three.amal three.chi three.eli');
  assert.deepEqual(swapped(question, plan, ...(pairs('one.bea two.eli') as [never, never])), { refused: 'kept' });
});

test('kept sentences say names only to those who may see them', () => {
  const id = '0123456789abcdefghjkmnpqrs';
  assert.equal(withNames(`${id} reads it.`, new Map([[id, 'Amal']]), 'one you may not see'), 'Amal reads it.');
  assert.equal(withNames(`${id} reads it.`, new Map(), 'one you may not see'), 'one you may not see reads it.');
});

test('a plan changed by hand says how it stands beside the best one', () => {
  const best = { total: 188, worst: 5 };
  assert.equal(changedByHand(best, { total: 186, worst: 5 }), 'less');
  assert.equal(changedByHand(best, { total: 189, worst: 4 }), 'worst');
  assert.equal(changedByHand(best, { total: 188, worst: 5 }), 'same');
});

test('two readers may only change what nobody reads yet and nobody set by hand', () => {
  const plan = pairs('one.bea one.chi two.dov');
  const [reads] = pairs('one.chi');
  const question = { ...questionOf(round), locks: [{ application: 'two', reader: 'dov', keep: true }] };
  assert.deepEqual(movable(question, plan, reads ? [reads] : []), pairs('one.bea'));
  assert.equal(givesNothing(plan, pairs('one.bea one.chi two.dov three.eli')), true);
  assert.equal(givesNothing(plan, pairs('one.bea one.chi')), false);
});
