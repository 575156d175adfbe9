/** Why somebody reads something is told from what the plan was made of: what they bring, and who else there was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { key, type PairOf, type Round } from '../round.ts';
import { figuresOf, loadOf } from './figures.ts';
import { questionOf } from './question.ts';
import { fitOf } from './rules.ts';
import { whysOf } from './why.ts';

const member = (id: string, languages: string[] = [], offers = 4) => ({
  id,
  languages,
  strengths: id === 'chi' ? ['networks'] : [],
  offers,
  hardMost: null,
});
const application = (id: string, language = 'en') => ({
  id,
  language,
  tier: 'weave' as const,
  led: null,
  hard: false,
  further: false,
});
const round: Round = {
  members: [
    member('amal', ['ti'], 1),
    member('bea', ['ti'], 2),
    member('chi'),
    member('dov'),
    member('eli', ['ti'], 0),
  ],
  applications: [application('one', 'ti'), application('two'), application('three', 'ti')],
  readings: [],
  links: [{ application: 'two', reader: 'dov', level: 1 }],
  locks: [],
  first: 2,
  readersEach: 2,
  reading: {
    strengths: [{ id: 'networks', label: 'networks' }],
    coverage: [{ strength: 'networks', where: {}, at_least: 1 }],
    hard_most: 12,
  },
};
const pairs = (text: string): PairOf[] =>
  text.split(' ').map((each) => {
    const [application = '', reader = ''] = each.split('.');
    return { application, reader };
  });
const plan = pairs('one.amal one.chi two.dov two.chi three.bea three.chi');
const why = (text: string, given: Round = round, of = plan) => whysOf(questionOf(given), of).get(text);

test('what a reader brings is told: their language, the work they know, that they know of the group', () => {
  assert.equal(why('one.amal')?.language, true);
  assert.equal(why('one.chi')?.language, false);
  assert.deepEqual(why('one.chi')?.rules, ['people who know networks']);
  assert.deepEqual(why('one.amal')?.rules.includes('people who know networks'), false);
  assert.equal(why('two.dov')?.near, true);
  assert.equal(why('two.chi')?.near, false);
});

test('who would fit better is counted apart: those who read it too, those with no room, those who read something else', () => {
  const counts = (text: string, given?: Round) => {
    const found = why(text, given);
    return found && [found.too, found.full, found.elsewhere];
  };
  assert.deepEqual(counts('one.amal'), [0, 0, 0], 'nobody fits better than who reads the language');
  assert.deepEqual(counts('one.chi'), [1, 0, 1], 'amal reads it too, bea has room for one more');
  assert.deepEqual(counts('three.chi'), [1, 1, 0], 'amal has no room left');
  const linked = { ...round, links: [...round.links, { application: 'three', reader: 'amal', level: 2 }] };
  assert.deepEqual(counts('three.chi', linked), [1, 0, 0], 'who may not read it is no better reader');
  const apart = { ...round, locks: [{ application: 'three', reader: 'amal', keep: false }] };
  assert.deepEqual(counts('three.chi', apart), [1, 0, 0]);
});

test('with thousands of pairs that must not be, the reasons are the same, and the list of them is gone through once', () => {
  const many = Array.from({ length: 60 }, (_, n) => application(`a${n}`, n % 2 === 0 ? 'ti' : 'en'));
  const members = Array.from({ length: 60 }, (_, n) => member(`m${n}`, n % 3 === 0 ? ['ti'] : []));
  const links = many.flatMap(({ id }, a) =>
    members.flatMap(({ id: reader }, m) => ((a + m) % 2 === 0 ? [{ application: id, reader, level: 2 }] : [])),
  );
  const question = questionOf({ ...round, members, applications: many, links });
  const { exclusions = [] } = question;
  const of = many.map(({ id }, a) => ({ application: id, reader: `m${(a + 1) % 60}` }));
  let asked = 0;
  const counted = {
    ...question,
    get exclusions() {
      asked += 1;
      return exclusions;
    },
  };
  const found = whysOf(counted, of);
  assert.equal(exclusions.length, 1800);
  assert.equal(asked, 1);
  const barred = new Set(links.map(key));
  for (const pair of of) {
    const fit = (reader: string) => fitOf(question, { application: pair.application, reader });
    const better = members.filter(
      ({ id: reader }) => fit(reader) > fit(pair.reader) && !barred.has(key({ application: pair.application, reader })),
    );
    const why = found.get(key(pair));
    assert.equal(why && why.too + why.full + why.elsewhere, better.length, pair.application);
  }
  assert.ok([...found.values()].some((why) => why.elsewhere > 0));
});

test('a pair that was kept says so, and one that the question does not know has no reason', () => {
  const kept = { ...round, locks: [{ application: 'one', reader: 'chi', keep: true }] };
  assert.equal(why('one.chi', kept)?.kept, true);
  assert.equal(why('one.amal', kept)?.kept, false);
  assert.equal(why('four.amal', round, [...plan, ...pairs('four.amal')]), undefined);
});

test('the figures at the top are counted from the plan itself', () => {
  const whys = whysOf(questionOf(round), plan);
  const languages = new Map(round.applications.map((each) => [each.id, each.language]));
  const loads = round.members.map(({ id }) => loadOf(id, plan, [], 1));
  assert.deepEqual(loads, [1, 1, 3, 1, 0]);
  assert.deepEqual(figuresOf(plan, whys, loads, languages), {
    applications: 3,
    each: { least: 2, most: 2 },
    loads: { least: 1, most: 3 },
    people: 4,
    everyone: false,
    otherLanguage: 2,
    unread: 0,
    full: 2,
  });
  const without = plan.filter((pair) => key(pair) !== 'three.bea');
  const figures = figuresOf(without, whysOf(questionOf(round), without), loads.slice(0, 4), languages);
  assert.deepEqual([figures.unread, figures.everyone, figures.each], [1, true, { least: 1, most: 2 }]);
});

test('what someone would read with a plan of the second step is what they read already and what is new', () => {
  assert.equal(loadOf('chi', pairs('three.chi'), pairs('one.chi two.chi one.amal'), 2), 3);
  assert.equal(loadOf('chi', pairs('three.chi'), pairs('one.chi two.chi three.chi'), 2), 3);
  assert.equal(loadOf('chi', pairs('three.chi'), pairs('one.chi'), 1), 1);
});
