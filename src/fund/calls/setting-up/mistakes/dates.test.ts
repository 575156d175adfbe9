/** Nobody sets up a fund that is over, and forgets its groups, on the day they hear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledExample } from '../../../../../test/filled.ts';
import { readFund } from '../file.ts';

const now = new Date('2026-11-24T12:00:00Z');
const whole = filledExample(now);
const hears = /"Everyone hears, with reasons", start: "([\d-]+)"/.exec(whole)?.[1] ?? '';
const day = (after: number) => new Date(Date.parse(hears) + after * 86_400_000).toISOString().slice(0, 10);

/** The example, with nothing after everyone hears but one step that ends so many days later; or not even that. */
function said(after: number | null): { mistakes: string[]; advice: string[] } {
  const kept = whole.replace(/ {2}- \{\s+id: T8,[\s\S]*?\}\n/, '').replace(/ {2}- \{ id: T9,.*\n/, '');
  const last = `  - { id: T9, phase: 5 Grants run, what: The work happens, start: "${day(0)}", end: "${day(after ?? 0)}" }\n`;
  const read = readFund(after === null ? kept : kept.replace(/(.*"Everyone hears.*\n)/, `$1${last}`), now);
  const says = (found: readonly { place: string; says: string }[]) =>
    found.map((each) => `${each.place}: ${each.says}`);
  return { mistakes: says(read.mistakes), advice: says(read.advice) };
}

test('a fund with nothing after everyone hears is told so', () => {
  const wanted = /^timeline: Nothing comes after everyone hears/;
  for (const { mistakes, advice } of [said(null), said(0)]) {
    assert.equal(mistakes.length, 1, mistakes.join('\n'));
    assert.match(mistakes[0] ?? '', wanted);
    assert.deepEqual(advice, []);
  }
});

test('a fund that ends soon after everyone hears is asked whether that is meant', () => {
  const soon = said(30);
  assert.deepEqual(soon.mistakes, []);
  assert.equal(soon.advice.length, 1);
  assert.match(soon.advice[0] ?? '', /^timeline > T9: The fund would end 30 days after everyone hears/);
  assert.equal(said(89).advice.length, 1);
  assert.deepEqual(said(90), { mistakes: [], advice: [] });
});

test('a day that is not clear is told, and its distance is not guessed', () => {
  const broken = readFund(whole.replaceAll(`"${hears}"`, '"2027-02-30"'), now);
  assert.match(broken.mistakes[0]?.says ?? '', /There is no 2027-02-30/);
  assert.deepEqual(broken.advice, []);
});
