/** The walkthrough fills in the forms that are really there, as a browser without scripts would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoApplications, demoTruth } from '../applications.ts';
import { canaryStrings } from './canaries.ts';
import { chanceFrom } from './chance.ts';
import { cast } from './crowd.ts';
import { formsOf, textOf } from './forms.ts';
import { nextPage } from './scene-2-intake.ts';
import { Surprise, Visitor, type Wire } from './visitor.ts';

const html = `<form method="post" action="/x?a=1&amp;b=2"><input type="hidden" name="_key" value="k&quot;1">
<input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked><input type="checkbox" name="c" value="y">
<textarea name="t">a &lt;b&gt;
c</textarea><select name="s"><option value="">-</option><option value="v" selected>V</option></select>
<button name="then" value="next">Go</button></form>`;

test('a form is read with its present values, its choices and its buttons', () => {
  const [form] = formsOf(html, '/here');
  assert.ok(form);
  assert.equal(form.action, '/x?a=1&b=2');
  assert.deepEqual(
    [...form.values],
    [
      ['_key', ['k"1']],
      ['r', ['2']],
      ['t', ['a <b>\nc']],
      ['s', ['v']],
    ],
  );
  assert.deepEqual(form.offers.get('r'), ['1', '2']);
  assert.deepEqual(form.offers.get('c'), ['y']);
  assert.deepEqual(form.buttons, [{ name: 'then', value: 'next' }]);
  assert.equal(textOf('<p>a\u2068b\u2069 <svg><title>no</title></svg>&amp;c</p>'), 'ab &c');
});

test('a field or a choice that is not on the page cannot be sent', async () => {
  const wire: Wire = { origin: 'http://x', send: async () => new Response(html, { status: 200 }) };
  const visitor = new Visitor(wire, 'v');
  await visitor.open('/here');
  await assert.rejects(visitor.send(/^\/x/, { nothere: '1' }), Surprise);
  await assert.rejects(visitor.send(/^\/x/, { r: '3' }), Surprise);
  await assert.rejects(visitor.send(/^\/x/, {}, 'then=back'), Surprise);
  await assert.rejects(visitor.send('/elsewhere'), Surprise);
  assert.equal((await visitor.send(/^\/x/, { r: '1' }, 'then=next')).status, 200);
});

test('the same seed makes the same crowd, every group with a name of its own', () => {
  const make = (seed: number) => cast(demoApplications(), demoTruth(), 400, seed);
  const [one, two, other] = [make(7), make(7), make(8)];
  assert.deepEqual(one, two);
  assert.notDeepEqual(one, other);
  assert.equal(new Set(one.map((each) => each.code)).size, 400);
  const names = one.filter((each) => each.code !== 'DEMO-026').map((each) => each.record.organisation.name);
  assert.equal(new Set(names).size, names.length);
  assert.equal(chanceFrom(3).next(), chanceFrom(3).next());
});

test('no canary stands anywhere in the demo fund itself', () => {
  const words = JSON.stringify(demoApplications());
  for (const { secret } of canaryStrings()) assert.ok(!words.includes(secret), secret);
});

test('a list that goes on is followed to its end, and the language links do not lead round in circles', () => {
  const languages = '<a href="?after=x&amp;lang=ar">ar</a>';
  assert.equal(nextPage(`${languages}<a href="?after=y">More</a>`), '?after=y');
  assert.equal(nextPage(languages), undefined);
});
