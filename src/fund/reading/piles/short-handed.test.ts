/** Where too few people are free, the team learns who and what stands in the way, and the smallest change that would do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { openTestDoor } from '../../../../test/door.ts';
import { tellLink } from '../../../../test/links.ts';
import { layRound } from '../../../../test/round.ts';
import { openDatabase } from '../../../platform/db/pool.ts';
import { jobs } from '../jobs.ts';
import { routes } from '../routes.ts';

const now = new Date('2025-03-06T19:00:00Z');

test('with three members and one link the page names the application and the two who are free, and gives the other 95 readings', async () => {
  const made = await testDatabase();
  const db = openDatabase(made.url);
  try {
    const round = await layRound(db);
    const gone = ['M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12'].map(
      (code) => round.person(code).personId,
    );
    await sql`update roles set ended_at = ${now} where person_id in (${sql.join(gone)})`.execute(db);
    await tellLink(db, round, ['M01', 'DEMO-001', 2], now);
    const door = openTestDoor(db, { routes, jobs, now });
    const team = await door.browser(round.person('S1'));
    const piles = `/funds/${round.fundId}/piles`;
    await team.post(piles, {});
    await door.runJobs();
    const { text } = await team.get(`${piles}/plan`);
    assert.match(text, /What stands in the way/);
    const plain = text.replace(/<[^>]*>|[\u2066-\u2069]/g, '');
    assert.match(
      plain,
      /3 readings are needed for [^.]*\. Free for this: [A-Z][a-z]+ and [A-Z][a-z]+\. Together they can give 2\./,
    );
    assert.match(plain, /One other has a link\./);
    assert.match(plain, /One more person who is free for [^.]* would do: another member, or a reader from outside\./);
    assert.doesNotMatch(text, /exclusion|Lifting|barred/);
    assert.doesNotMatch(text, /name="plan"/, 'there is nothing to say yes to');
    assert.doesNotMatch(text, /then say yes/);
    const seen = (await team.get(piles)).text;
    assert.match(seen, /There is no plan yet that gives every application its readers/);
    assert.doesNotMatch(seen, /A plan waits/);
    const filled = await team.post(`${piles}/filling`, {});
    assert.equal(filled.status, 303);
    const after = (await team.get(filled.location ?? '')).text.replace(/[\u2066-\u2069]/g, '');
    assert.match(after, /95 readings were given just now/);
    assert.match(after, /Something is not as it was when the plan was made/);
    assert.doesNotMatch(after, /A plan waits/);
    const again = await team.post(`${piles}/filling`, {});
    assert.match((await team.get(again.location ?? '')).text, /Nothing could be given now/);
    const given = await sql<{ n: number }>`select count(*) as n from readings`.execute(db);
    assert.equal(Number(given.rows[0]?.n), 95);
  } finally {
    await db.destroy();
    await made.drop();
  }
});

test('where many are in the way they are counted, and a fold has every name', async () => {
  const made = await testDatabase();
  const db = openDatabase(made.url);
  try {
    const round = await layRound(db);
    await sql`insert into reading_offers select fund_id, person_id, 35, ${now} from roles where role = 'member'`.execute(
      db,
    );
    const door = openTestDoor(db, { routes, jobs, now });
    const team = await door.browser(round.person('S1'));
    const piles = `/funds/${round.fundId}/piles`;
    await team.post(piles, {});
    await door.runJobs();
    const text = (await team.get(`${piles}/plan`)).text.replace(/[\u2066-\u2069]/g, '');
    assert.match(
      text,
      /96 readings are needed for 32 applications\. Free for this: 12 people\. Together they can give 12\./,
    );
    const [, folded = ''] = text.split('See all the names');
    const names = await sql<{
      name: string;
    }>`select shown_as as name from application_stages s join submissions using (application_id)
      where s.stage = 'standing' union all select name from people p join roles r on r.person_id = p.id where role = 'member'`.execute(
      db,
    );
    assert.equal(names.rows.length, 44);
    const [fold = ''] = folded.split('</details>');
    for (const { name } of names.rows)
      assert.ok(fold.includes(name.replaceAll('&', '&amp;').replaceAll("'", '&#39;')) || fold.includes(name), name);
    assert.doesNotMatch(text, /\d+ more(?! (reading|place|people who))/);
  } finally {
    await db.destroy();
    await made.drop();
  }
});
