/** A group agrees on a rule with nobody left behind, and a ballot says no more than its member may say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { verifyRecord } from '../../../../packages/deciding/src/index.ts';
import { codeOf, countBallots, manifestFor, type Paper } from './count.ts';
import { isLocked, lock, unlock } from './locked.ts';
import {
  adoptedBy,
  agreedRule,
  mayOpenBallot,
  mayPropose,
  mostOptions,
  readMarks,
  ruleHash,
  sameAway,
  shortOf,
} from './rules.ts';

const choice = {
  rule: 'mes',
  utility: 'points-cost',
  completion: 'add1u',
  ties: 'max-supporters,min-cost,id',
} as const;
const rule = agreedRule(choice, 7);
const says = (n: number, answer: 'agree' | 'cannot' = 'agree') => Array.from({ length: n }, () => ({ answer }));

test('seven answers adopt a rule, six do not, and one “I cannot” among many is heard', () => {
  assert.equal(adoptedBy(says(6), 7), 'short');
  assert.equal(adoptedBy(says(7), 7), 'adopted');
  assert.equal(adoptedBy([...says(11), ...says(1, 'cannot')], 7), 'not-adopted');
});

test('any figure of a rule that changes makes it another rule', () => {
  const others = [
    agreedRule({ ...choice, utility: 'points' }, 7),
    agreedRule({ ...choice, completion: 'none' }, 7),
    agreedRule({ ...choice, ties: 'min-cost,max-supporters,id' }, 7),
    agreedRule(choice, 6),
  ];
  assert.equal(new Set([rule, ...others].map(ruleHash)).size, 5);
  assert.equal(ruleHash(agreedRule(choice, 7)), ruleHash(rule));
});

const ready = { decided: false, ruleOpen: false, ballotOpen: false };
for (const [why, now, reason] of [
  ['the group has decided', { decided: true }, 'decided'],
  ['a rule is being asked about', { ruleOpen: true }, 'rule-open'],
  ['a ballot is open', { ballotOpen: true }, 'ballot-open'],
] as const) {
  test(`no rule is proposed and no ballot opens while ${why}`, () => {
    const options = { adopted: true, linked: false, chosen: ['a'], votable: new Set(['a']) };
    for (const verdict of [mayPropose({ ...ready, ...now }), mayOpenBallot({ ...ready, ...now, ...options })])
      assert.deepEqual(verdict, { yes: false, reason });
  });
}

for (const [why, change, reason] of [
  ['without a rule', { adopted: false }, 'no-rule'],
  ['by someone who may not see all of it', { linked: true }, 'linked'],
  ['about nothing', { chosen: [] }, 'none'],
  ['about what too few are free for', { chosen: ['a', 'b'] }, 'not-free'],
  [
    'about more than anyone can hold in mind',
    { chosen: Array.from({ length: mostOptions + 1 }, (_, n) => `${n}`) },
    'too-many',
  ],
] as const) {
  test(`a ballot does not open ${why}`, () => {
    const options = { adopted: true, linked: false, chosen: ['a'], votable: new Set(['a']) };
    assert.deepEqual(mayOpenBallot({ ...ready, ...options, ...change }), { yes: false, reason });
  });
}

test('whoever steps out for an application is not counted as having voted on it', () => {
  const voters = Array.from({ length: 8 }, (_, n) => `m${n}`);
  const away = new Map([['a', new Set(['m0', 'm1'])]]);
  assert.deepEqual(shortOf([{ applicationId: 'a' }, { applicationId: 'b' }], voters, away, 7), ['a']);
  assert.ok(
    sameAway(
      away,
      new Map([
        ['a', new Set(['m1', 'm0'])],
        ['b', new Set<string>()],
      ]),
    ),
  );
  assert.ok(!sameAway(away, new Map([['a', new Set(['m0'])]])));
});

test('a mark is 0 to 5; anything else is saying nothing; stepping out is neither', () => {
  const said: Record<string, string> = { a: '5', b: '0', c: '', d: '9', e: '3' };
  assert.deepEqual(
    readMarks((id) => said[id] ?? '', ['a', 'b', 'c', 'd', 'e'], new Set(['e'])),
    {
      scores: { a: 5, b: 0 },
      abstain: ['c', 'd'],
      recused: ['e'],
    },
  );
});

const options = ['a', 'b', 'c', 'd'].map((applicationId, n) => ({
  applicationId,
  pence: 100_000 * (n + 1),
  feePence: n,
}));
const papers: Paper[] = Array.from({ length: 9 }, (_, voter) => ({
  pseudonym: `voter 0${voter + 1}`,
  salt: `a salt that is long enough ${voter}`,
  marks: readMarks(
    (id) => String((id.charCodeAt(0) + voter * 2) % 6),
    ['a', 'b', 'c', 'd'],
    new Set(voter === 4 ? ['b'] : []),
  ),
}));
const { manifest } = manifestFor(
  options,
  500_000,
  rule,
  papers.map((paper) => ({ pseudonym: paper.pseudonym, recused: paper.marks.recused })),
);

test('the count stays within the pot, fees included, says why for each, and its record holds', () => {
  const { record, edition, whys } = countBallots(options, 500_000, rule, manifest, papers);
  assert.deepEqual(verifyRecord(JSON.stringify(record)), { ok: true, faults: [], level: 'sealed' });
  assert.deepEqual(verifyRecord(JSON.stringify(edition)), { ok: true, faults: [], level: 'public' });
  const spent = options.filter((each) => whys.some((why) => why.chosen && why.applicationId === each.applicationId));
  assert.ok(spent.length > 0 && spent.length < 4);
  assert.ok(spent.reduce((sum, each) => sum + each.pence + each.feePence, 0) <= 500_000);
  assert.equal(whys.find((why) => why.applicationId === 'b')?.figures.couldVote, 8);
  assert.ok(papers.every((paper) => record.commitments.includes(codeOf(options, paper))));
});

test('the order in which members voted changes nothing of what is kept', () => {
  const kept = (list: readonly Paper[]) => JSON.stringify(countBallots(options, 500_000, rule, manifest, list));
  const first = kept(papers);
  fc.assert(
    fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (list) => kept(list) === first),
    { seed: 42, numRuns: 10 },
  );
});

test('only the phrase opens the ballots, and the length of what is locked tells nothing', () => {
  const locked = lock('{"a":1}', 'four green doors in a row');
  assert.ok(isLocked(JSON.parse(JSON.stringify(locked))));
  assert.equal(unlock(locked, 'Four  green doors in a row '), '{"a":1}');
  assert.equal(unlock(locked, 'five green doors in a row'), null);
  const other = locked.text.startsWith('A') ? 'B' : 'A';
  assert.equal(unlock({ ...locked, text: `${other}${locked.text.slice(1)}` }, 'four green doors in a row'), null);
  assert.equal(locked.text.length, lock(`{"a":${'1'.repeat(900)}}`, 'four green doors in a row').text.length);
});
