/** A small group is asked for little, and settled checks rest on what was found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile } from '../../../demo/load.ts';
import { readDesign } from '../pool/design.ts';
import { gapsIn, itemsFor, mayCheck, tierOf, wordForMembers } from './rules.ts';
import type { ItemResult } from './tables.ts';

const design = readDesign({ ...readFundFile().raw, words: {} });
const codes = (tier: 'seed' | 'grow' | 'weave', sponsor = false) =>
  itemsFor(design, tier, sponsor).map((item) => item.code);

test('the list grows with the money: the partnership note only for Weave, the sponsor check only with a sponsor', () => {
  assert.equal(codes('seed').length, 12);
  assert.equal(codes('seed', true).length, 13);
  assert.ok(codes('seed', true).includes('D12') && !codes('seed').includes('D12'));
  assert.ok(codes('weave').includes('D11') && !codes('grow').includes('D11'));
});

test('"same" is spelled out, so that nobody has to look it up', () => {
  const enough = (tier: 'grow' | 'weave', code: string) =>
    itemsFor(design, tier, false).find((item) => item.code === code)?.enough;
  assert.equal(enough('weave', 'D2'), 'one paragraph we draft');
  assert.equal(enough('weave', 'D1'), 'public register or governing document, plus who leads the partnership');
  assert.match(
    itemsFor(design, 'seed', false).find((item) => item.code === 'D10')?.note ?? '',
    /a human reads every hit/,
  );
});

test('a grant counts as the size it was asked as, or by its sum', () => {
  assert.equal(tierOf(design, 'weave', 4_000_000), 'weave');
  assert.equal(tierOf(design, null, 1_500_000), 'seed');
  assert.equal(tierOf(design, null, 1_500_100), 'grow');
  assert.equal(tierOf(design, 'something else', 9_900_000), 'weave');
});

const found = (...results: [string, ItemResult][]) => new Map(results);
const settled = { result: 'clear', plan: '', purpose: 'To help leaders.', sponsorCharity: false } as const;

test('checks are clear only when each item was looked at and is clear or not needed', () => {
  const codesAsked = ['D1', 'D2'];
  assert.deepEqual(gapsIn(settled, codesAsked, found(['D1', 'clear'], ['D2', 'not-needed'])), []);
  assert.deepEqual(
    gapsIn(settled, codesAsked, found(['D1', 'with-plan'])).map((each) => each.code),
    ['item-open', 'item-blank'],
  );
});

test('clear with a plan needs the plan in words, and nothing that is not clear', () => {
  const withPlan = { ...settled, result: 'clear-with-plan' } as const;
  assert.deepEqual(
    gapsIn(withPlan, ['D7'], found(['D7', 'with-plan'])).map((each) => each.field),
    ['plan'],
  );
  const all = { ...withPlan, plan: 'Write it by August, with Ife.' };
  assert.deepEqual(gapsIn(all, ['D7'], found(['D7', 'with-plan'])), []);
  assert.deepEqual(
    gapsIn(all, ['D7'], found(['D7', 'not-clear'])).map((each) => each.code),
    ['item-open'],
  );
});

test('a no needs its reason, and no list and no purpose', () => {
  const no = { ...settled, result: 'cannot-clear', purpose: '' } as const;
  assert.deepEqual(
    gapsIn(no, ['D1'], found()).map((each) => each.code),
    ['why'],
  );
  assert.deepEqual(gapsIn({ ...no, plan: 'Two people could not be reached.' }, ['D1'], found()), []);
});

test('the purpose is written down before a grant is clear', () => {
  assert.deepEqual(
    gapsIn({ ...settled, purpose: '' }, [], found()).map((each) => each.code),
    ['purpose'],
  );
});

const finance = { kind: 'person', personId: 'p', name: 'P', roles: [{ role: 'finance', fundId: 'a' }] } as const;

test('someone close to the group leaves its checks to a colleague, and nobody else looks at all', () => {
  const about = { fundId: 'a', linkLevel: 0, paid: false };
  assert.equal(mayCheck(finance, about).yes, true);
  assert.deepEqual(mayCheck(finance, { ...about, linkLevel: 2 }), { yes: false, reason: 'linked' });
  assert.deepEqual(mayCheck(finance, { ...about, paid: true }), { yes: false, reason: 'paid' });
  for (const role of ['member', 'trustee', 'facilitator', 'funder', 'learning'] as const) {
    const actor = { ...finance, roles: [{ role, fundId: 'a' }] };
    assert.deepEqual(mayCheck(actor, about), { yes: false, reason: 'role' });
  }
});

test('members hear three words: clear, with a plan, not able to clear', () => {
  const heard = (['clear', 'clear-with-plan', 'cannot-clear', 'needs-sponsor', null] as const).map(wordForMembers);
  assert.deepEqual(heard, ['clear', 'plan', 'unable', 'looking', 'looking']);
});
