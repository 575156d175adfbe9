/** Intake from the first look to the last letter: through the real door, as the team, members and groups do it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, intakeAt, now } from '../../../test/intake.ts';

import type { AuditTables } from '../../platform/audit/tables.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import { routes } from './routes.ts';

const laid = intakeAt(routes, ['S1', 'S4', 'S7']);
const { app, stageOf, letters, group, link } = laid;
const ife = () => laid.as('S1');
const deqo = () => laid.as('S4');
const anneke = () => laid.as('S7');
const intake = () => `/funds/${laid.round.fundId}/intake`;
const no = { outcome: 'not-this-fund', reason: 'E7', words: 'The most we can give is 80,000 pounds.' };

test('two people tick many that fit, each on their own, and no one can tick twice', async () => {
  const fit = ['002', '003', '004'].map(app);
  done(await ife().post(`${intake()}/looks`, { fit }), `${intake()}?done=3&left=0`);
  assert.equal(await stageOf('002'), 'received');
  done(await ife().post(`${intake()}/looks`, { fit: [...fit, 'nowhere'] }), `${intake()}?done=0&left=4`);
  const half = await anneke().get(`/intake/${app('002')}`);
  assert.match(half.text, /One person has looked/);
  done(
    await anneke().post(`${intake()}/looks`, { fit, back: '?stage=second-look' }),
    `${intake()}?stage=second-look&done=3&left=0`,
  );
  assert.deepEqual(await Promise.all(['002', '003', '004'].map(stageOf)), ['standing', 'standing', 'standing']);
});

test('one person cannot turn a group away, and the second does not see what the first said', async () => {
  done(await ife().post(`/intake/${app('025')}/looks`, no), `/intake/${app('025')}`);
  assert.equal(await stageOf('025'), 'received');
  const again = await ife().post(`/intake/${app('025')}/looks`, no);
  assert.equal(again.status, 409);
  assert.match(again.text, /takes another person/);
  const second = await anneke().get(`/intake/${app('025')}`);
  assert.doesNotMatch(second.text, /The most we can give is 80,000 pounds\./);
  const bare = await anneke().post(`/intake/${app('025')}/looks`, {
    outcome: 'not-this-fund',
    reason: '',
    words: 'our words',
  });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /Please choose the reason/);
  assert.match(bare.text, /our words/);
  done(await anneke().post(`/intake/${app('025')}/looks`, no), `/intake/${app('025')}`);
  assert.equal(await stageOf('025'), 'not-this-fund');
});

test('a group that is not for this fund hears why, where else to look and how to write back, in a neutral letter', async () => {
  await laid.door.runJobs();
  const [letter] = await letters('025');
  assert.equal(letter?.subject, 'News about what you sent us');
  const body = letter?.body ?? '';
  for (const part of [
    '80,000 pounds over two years',
    'In our own words',
    'GrantNav',
    'voluntary service',
    'Write back',
    'http://fund.test/open',
    '01632 960 114',
  ]) {
    assert.ok(body.includes(part), part);
  }
  assert.ok(!body.includes('Beacon Steps'));
  await laid.door.runJobs();
  assert.equal((await letters('025')).length, 1);
});

test('a group reads the decision in Arabic, right to left', async () => {
  const held = await group('025');
  const { text, status } = await held.get(`/applications/${app('025')}/reply?lang=ar`);
  assert.equal(status, 200);
  assert.match(text, /<html[^>]*dir="rtl"/);
  assert.doesNotMatch(text, /We are sorry|Write back|Two other places/);
});

test('two looks that differ wait for someone else, and doubt goes to the group', async () => {
  const at = `/intake/${app('023')}`;
  await ife().post(`${at}/looks`, { outcome: 'talk', words: 'Is it a football club?' });
  await anneke().post(`${at}/looks`, { ...no, reason: 'E1', words: 'It is mainly sport.' });
  assert.equal(await stageOf('023'), 'received');
  assert.equal((await ife().post(`${at}/settlement`, { outcome: 'fit', words: 'x' })).status, 409);
  const member = await laid.door.browser(laid.round.person('M05'));
  const page = await member.get(at);
  assert.match(page.text, /It is mainly sport/);
  assert.equal((await deqo().post(`${at}/settlement`, { outcome: 'fit', words: '' })).status, 422);
  done(await deqo().post(`${at}/settlement`, { ...no, reason: 'E1', words: 'Sport is the main thing, we think.' }), at);
  assert.equal(await stageOf('023'), 'not-this-fund');
  const late = await member.post(`${at}/settlement`, { outcome: 'fit', words: 'late' });
  assert.equal(late.status, 409);
  assert.doesNotMatch(late.text, /Wharfside/);
});

test('a group writes back, a member and one of the team look again, and it goes on', async () => {
  await laid.door.runJobs();
  const at = `/intake/${app('023')}`;
  const held = await group('023');
  const own = `/applications/${app('023')}/reply`;
  assert.equal((await held.post(own, { words: '  ' })).status, 422);
  done(await held.post(own, { words: 'Half our players live in the asylum hotel.' }), own);
  const twice = await held.post(own, { words: 'And more' });
  assert.equal(twice.status, 409);
  assert.match((await held.get(own)).text, /You will hear by[^<]*(<[^>]*>)*3 March/);
  assert.match((await ife().get(intake())).text, /wrote back/);
  const member = await laid.door.browser(laid.round.person('M11'));
  assert.match((await member.get(`/funds/${laid.round.fundId}/late`)).text, /Wharfside/);
  done(await member.post(`${at}/reply-looks`, { yes: 'yes', words: '' }), at);
  const other = await laid.door.browser(laid.round.person('M12'));
  assert.equal((await other.post(`${at}/reply-looks`, { yes: 'yes' })).status, 409);
  assert.equal(await stageOf('023'), 'not-this-fund');
  assert.equal((await ife().post(`${at}/reply-looks`, { yes: 'no', words: '' })).status, 422);
  done(await ife().post(`${at}/reply-looks`, { yes: 'yes', words: '' }), at);
  assert.equal(await stageOf('023'), 'standing');
  await laid.door.runJobs();
  assert.match((await letters('023')).at(-1)?.body ?? '', /your idea fits this fund/);
});

test('one no after a reply keeps it as it was, with words the group can read', async () => {
  const at = `/intake/${app('024')}`;
  await ife().post(`${at}/looks`, { ...no, reason: 'E3', words: 'It is a council.' });
  await anneke().post(`${at}/looks`, { ...no, reason: 'E3', words: 'A council runs it.' });
  const held = await group('024');
  assert.equal((await held.get(`/applications/${app('024')}/reply`)).status, 404);
  await laid.door.runJobs();
  await held.post(`/applications/${app('024')}/reply`, { words: 'Please look again.' });
  const member = await laid.door.browser(laid.round.person('M06'));
  await member.post(`${at}/reply-looks`, { yes: 'no', words: 'The council would hold the power.' });
  const hidden = await deqo().get(at);
  assert.doesNotMatch(hidden.text, /would hold the power/);
  await deqo().post(`${at}/reply-looks`, { yes: 'yes', words: '' });
  assert.equal(await stageOf('024'), 'not-this-fund');
  await laid.door.runJobs();
  assert.match((await held.get(`/applications/${app('024')}/reply`)).text, /would hold the power/);
});

test('a group without e-mail is rung, and the board says by when', async () => {
  const at = `/intake/${app('021')}`;
  await laid.db
    .withTables<ApplicationTables>()
    .updateTable('contacts')
    .set({ email: null, phone: '01632 960 000' })
    .where('application_id', '=', app('021'))
    .execute();
  await ife().post(`${at}/looks`, { ...no, reason: 'E3', words: 'It is run for profit.' });
  await anneke().post(`${at}/looks`, { ...no, reason: 'E3', words: 'It sells courses.' });
  await laid.door.runJobs();
  assert.deepEqual(await letters('021'), []);
  laid.door.at(new Date('2025-02-26T12:00:00Z'));
  assert.match((await ife().get(intake())).text, /has not heard yet\. Please ring by/);
  assert.match((await ife().get(at)).text, /01632 960 000/);
  assert.doesNotMatch((await deqo().get(at)).text, /01632 960 000/);
  done(await ife().post(`${at}/told`, {}), at);
  assert.doesNotMatch((await ife().get(intake())).text, /has not heard yet/);
  laid.door.at(now);
});

test('the team keeps call notes that no member sees', async () => {
  const at = `/intake/${app('029')}`;
  assert.equal((await ife().post(`${at}/notes`, { note: '' })).status, 422);
  done(await ife().post(`${at}/notes`, { note: 'They send the budget on Friday.' }), at);
  assert.match((await deqo().get(at)).text, /budget on Friday/);
  assert.equal((await deqo().post(`${at}/notes`, { note: 'x' })).status, 404);
  const member = await laid.door.browser(laid.round.person('M05'));
  assert.equal((await member.get(at)).status, 404);
});

test('a member who could gain from a group meets 404 or nothing on every page of intake', async () => {
  const at = `/intake/${app('005')}`;
  await ife().post(`${at}/looks`, { outcome: 'talk', words: 'a talk about five' });
  await anneke().post(`${at}/looks`, { ...no, words: 'another thought' });
  const member = await laid.door.browser(laid.round.person('M03'));
  const free = await laid.door.browser(laid.round.person('M04'));
  const late = `/funds/${laid.round.fundId}/late`;
  assert.equal((await member.get(at)).status, 200);
  assert.match((await member.get(late)).text, /Svitlo/);
  await link('M03', '005', 3);
  assert.match((await free.get(late)).text, /Svitlo/);
  for (const visit of [
    await member.get(at),
    await member.post(`${at}/settlement`, { outcome: 'fit', words: 'mine' }),
    await member.post(`${at}/reply-looks`, { yes: 'yes' }),
    await member.post(`${at}/late-votes`, { yes: 'yes' }),
  ]) {
    assert.equal(visit.status, 404);
    assert.doesNotMatch(visit.text, /Svitlo/);
  }
  assert.doesNotMatch((await member.get(late)).text, new RegExp(`Svitlo|${app('005')}`));
});

test('members and others never see the board, a group’s own name or how to reach it', async () => {
  for (const code of ['M01', 'S2', 'S3', 'S8']) {
    const browser = await laid.door.browser(laid.round.person(code));
    assert.equal((await browser.get(intake())).status, 404, code);
    assert.equal((await browser.get(`/funds/${laid.round.fundId}/duplicates`)).status, 404, code);
    assert.equal((await browser.post(`/intake/${app('006')}/looks`, { outcome: 'fit' })).status, 404, code);
    assert.equal((await browser.post(`${intake()}/looks`, { fit: app('006') })).status, 404, code);
  }
  const at = `/intake/${app('010')}`;
  await ife().post(`${at}/looks`, { outcome: 'talk', words: 'ten' });
  await anneke().post(`${at}/looks`, { outcome: 'talk', words: 'ten too' });
  const member = await laid.door.browser(laid.round.person('M05'));
  const page = await member.get(at);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /Quiet Harbour|Leader of DEMO-010|demo-010@|keeps this private/);
  assert.match((await ife().get(at)).text, /Quiet Harbour/);
  assert.doesNotMatch((await ife().get(at)).text, /<title>[^<]*Quiet/);
});

test('another group’s key opens neither reply nor choice', async () => {
  const stranger = await group('006');
  assert.equal((await stranger.get(`/applications/${app('025')}/reply`)).location, '/open');
  assert.equal((await stranger.post(`/applications/${app('025')}/reply`, { words: 'x' })).status, 404);
  assert.equal((await stranger.get(`/applications/${app('006')}/reply`)).status, 404);
  assert.equal((await stranger.post(`/applications/${app('001')}/keep`, { pair: 'x', keep: 'this' })).status, 404);
});

test('a group that wrote in Arabic is told in Arabic', async () => {
  await laid.door.runJobs();
  const [letter] = await letters('002');
  assert.equal(letter?.language, 'ar');
  assert.match(letter?.body ?? '', /فكرتكم تناسب هذا الصندوق/);
  assert.doesNotMatch(letter?.body ?? '', /your idea|Nile/i);
});

test('what is recorded holds codes and ids, and nobody’s words', async () => {
  const events = await laid.db.withTables<AuditTables>().selectFrom('events').select(['kind', 'data']).execute();
  const kinds = new Set(events.map((event) => event.kind));
  for (const kind of [
    'look.given',
    'fit.decided',
    'fit.settled',
    'fit.told',
    'reply.received',
    'reply.looked',
    'callNote.written',
  ]) {
    assert.ok(kinds.has(kind), kind);
  }
  const all = JSON.stringify(events);
  for (const words of ['80,000', 'asylum hotel', 'budget on Friday', 'Tamarind']) {
    assert.ok(!all.includes(words), words);
  }
});

test('no page of intake breaks', () => assert.deepEqual(laid.door.faults, []));
