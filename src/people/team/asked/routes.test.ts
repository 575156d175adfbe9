/** Money and the board see who waits, and say yes or no; the programme team sees what became of what it asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../../../test/database.ts';
import { type Browser, type Door, openTestDoor } from '../../../../test/door.ts';
import { layRound, type Round } from '../../../../test/round.ts';
import type { Db } from '../../../platform/db/pool.ts';
import { routes as accountRoutes } from '../../accounts/routes.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-02-10T12:00:00Z');
let db: Db;
let drop: () => Promise<void>;
let door: Door;
let round: Round;
let people: string;
before(async () => {
  ({ db, drop } = await openTestDatabase());
  round = await layRound(db, 'open');
  people = `/funds/${round.fundId}/people`;
  door = openTestDoor(db, { routes: [...routes, ...accountRoutes], now });
});
after(() => drop());

const as = (code: string): Promise<Browser> => door.browser(round.person(code));
const plain = (html: string) => html.replace(/[\u2066-\u2069]/g, '').replace(/<[^>]*>/g, '');
async function ask(name: string, role: string, code = 'S1') {
  const form = { name, email: `${name.toLowerCase()}@place.org`, role, language: 'en' };
  const sent = await (await as(code)).post(people, form);
  const { rows } = await sql<{ id: string }>`select a.id from asked_roles a join people p on p.id = a.person_id
    where p.email = ${form.email} and a.outcome is null`.execute(db);
  return { sent, path: `${people}/asked/${rows[0]?.id}` };
}

test('the page of people says that it waits, and the role is not in the list', async () => {
  const { sent } = await ask('Olwen', 'trustee');
  assert.equal(sent.location, `${people}?told=waits`);
  const { text } = await (await as('S7')).get(`${people}?told=waits`);
  assert.match(plain(text), /Nothing begins yet\. Somebody who looks after money or sits on the board says yes first/);
  assert.match(plain(text), /Olwen: Board of the host\s*Ife asked on 10 February 2025\./);
  assert.ok(!text.includes('olwen@place.org'));
  assert.equal((await ask('Olwen', 'trustee')).sent.location, `${people}?told=waiting`);
  assert.match(plain((await (await as('S1')).get(`${people}?told=waiting`)).text), /still waits for a yes/);
});

test('money and the board see name, role, who asked and since when, and no more of anyone', async () => {
  for (const code of ['S2', 'S3', 'S6']) {
    const { status, text } = await (await as(code)).get(`${people}/asked`);
    assert.equal(status, 200);
    assert.match(plain(text), /Olwen: Board of the host\s*Ife asked on 10 February 2025\./);
    assert.ok(!text.includes('@') && !text.includes('Samira'), code);
  }
  for (const code of ['S1', 'S4', 'S5', 'S8', 'M01'])
    assert.equal((await (await as(code)).get(`${people}/asked`)).status, 404, code);
});

test('a yes begins the role and leaves the list; said again it changes nothing', async () => {
  const { path } = await ask('Olwen', 'trustee');
  const moira = await as('S3');
  assert.equal((await moira.post(path, { answer: 'yes' })).location, `${people}/asked?did=yes`);
  const after = plain((await moira.get(`${people}/asked?did=yes`)).text);
  assert.match(after, /The role begins now/);
  assert.match(after, /Nobody waits\./);
  assert.equal((await moira.post(path, { answer: 'yes' })).location, `${people}/asked?did=already`);
  assert.match((await (await as('S1')).get(people)).text, /olwen@place\.org/);
  const refused = await (await as('S6')).post(path, { answer: 'no' });
  assert.equal(refused.status, 409);
  assert.match(plain(refused.text), /Somebody said yes already, and the role began/);
  assert.equal((await moira.post(path, { answer: 'perhaps' })).status, 404);
});

test('each no is a sentence: said no, taken back, too old, kept apart', async () => {
  const nia = await as('S6');
  const refused = async (path: string, sentence: RegExp) => {
    const came = await nia.post(path, { answer: 'yes' });
    assert.equal(came.status, 409);
    assert.match(plain(came.text), sentence);
  };
  const one = (await ask('Aled', 'finance')).path;
  assert.equal((await (await as('S2')).post(one, { answer: 'no' })).location, `${people}/asked?did=no`);
  await refused(one, /Somebody said no already/);
  const two = (await ask('Betsan', 'finance')).path;
  const ife = await as('S1');
  assert.equal((await ife.post(`${two}/back`, {})).location, `${people}?told=back`);
  await refused(two, /The programme team took this back/);
  assert.equal((await ife.post(`${one}/back`, {})).location, `${people}?told=answered`);
  assert.match(plain((await ife.get(`${people}?told=answered`)).text), /answered already/);
  const three = (await ask('Ceri', 'finance')).path;
  await ask('Ceri', 'programme');
  await refused(three, /Whoever runs the round does not pay/);
  door.at(new Date(now.getTime() + 31 * 86_400_000));
  await refused(three, /more than 30 days ago/);
  const late = (await nia.get(`${people}/asked`)).text;
  assert.match(late, /value="no"/);
  assert.doesNotMatch(late, /value="yes"/);
  door.at(now);
});

test('a fund with nobody for money or the board says who brings in the first, and keeps nothing of what was typed', async () => {
  await sql`update roles set ended_at = ${now} where role in ('finance', 'trustee')`.execute(db);
  const { sent } = await ask('Dilys', 'finance');
  assert.equal(sent.status, 409);
  assert.match(
    plain(sent.text),
    /Whoever runs the machine brings them in, with the command “bin\/manyhands person add”/,
  );
  assert.match(sent.text, /value="Dilys"/);
  assert.equal((await sql`select 1 from people where email = 'dilys@place.org'`.execute(db)).rows.length, 0);
  assert.match((await (await as('S1')).get(people)).text, /person add/);
});
