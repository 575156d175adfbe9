/** Who may not come in: every role at every route, the fund next door, a seat that was taken away, a form from elsewhere. */
import { sql } from 'kysely';
import { demoPeople } from '../../../demo/people.ts';
import { mayKnock } from '../../../src/matrix.ts';
import { addressOf, type Ground, none, type Refusal } from './ground.ts';

const seats = ['M01', 'S1', 'S2', 'S3', 'S4', 'S5', 'S8'] as const;
const roleOf = (code: string) => demoPeople.find((person) => person.code === code)?.role ?? 'member';

async function closedDoors({ routes, as, ...ground }: Ground): Promise<string> {
  const wrong: string[] = [];
  for (const route of routes) {
    const path = await addressOf({ routes, as, ...ground }, route);
    for (const code of [...seats, 'nobody']) {
      const column = code === 'nobody' ? 'nobody' : roleOf(code);
      if (mayKnock(route.policy, column) !== '') continue;
      const browser = await as(code);
      const { status } = route.method === 'GET' ? await browser.get(path) : await browser.post(path, {});
      const away = code === 'nobody' || route.policy.who === 'applicant' ? [303, 404] : [404];
      if (!away.includes(status)) wrong.push(`${code} ${route.method} ${route.path} ${status}`);
    }
  }
  return none(wrong);
}

async function nextDoor(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  const browser = await ground.as('stranger');
  for (const route of ground.routes.filter((each) => each.policy.who === 'roles' && each.path.includes(':'))) {
    const path = await addressOf(ground, route);
    const { status } = route.method === 'GET' ? await browser.get(path) : await browser.post(path, {});
    if (status < 400) wrong.push(`${route.method} ${route.path} ${status}`);
  }
  return none(wrong);
}

async function fromElsewhere(ground: Ground): Promise<string> {
  const wrong: string[] = [];
  const before = await ground.count('from events');
  for (const route of ground.routes.filter((each) => each.method === 'POST')) {
    const path = await addressOf(ground, route);
    for (const code of ['S1', 'M01', 'nobody'])
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
        const { status } = await (await ground.as(code)).post(path, { yes: 'yes' }, headers);
        if (status !== 403) wrong.push(`${code} ${route.path} ${status}`);
      }
    const { status } = await (await ground.as('S1')).post(
      path,
      {},
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    );
    if (status !== 403) wrong.push(`origin ${route.path} ${status}`);
  }
  const wrote = (await ground.count('from events')) - before;
  return none(wrote === 0 ? wrong : [...wrong, `${wrote} events`]);
}

async function readsOnly(ground: Ground): Promise<string> {
  const watched = ['events', 'applications', 'links', 'readings', 'messages', 'sessions', 'fit_looks', 'letters'];
  const rows = () => Promise.all(watched.map((table) => ground.count(`from ${table}`)));
  for (const code of ['M01', 'S1', 'S4', 'nobody']) await ground.as(code);
  const before = await rows();
  for (const route of ground.routes.filter((each) => each.method === 'GET')) {
    const path = await addressOf(ground, route);
    for (const code of ['M01', 'S1', 'S4', 'nobody']) await (await ground.as(code)).get(path);
  }
  const after = await rows();
  return none(watched.filter((_, index) => before[index] !== after[index]));
}

const published = [
  '/',
  '/demo',
  '/demo/letters',
  '/demo/people/:code',
  '/funds/:fund',
  '/funds/:fund/awards',
  '/funds/:fund/fit',
  '/funds/:fund/questions',
  '/funds/:fund/who-decides',
  '/health',
  '/help',
  '/hide',
  '/open',
  '/open-data',
  '/open-data/360giving.csv',
  '/open-data/360giving.xlsx',
  '/open-data/catalogue.json',
  '/open-data/check',
  '/open/code',
  '/open/code/check',
  '/:style{style-.+}',
  '/privacy',
  '/ready',
  '/robots.txt',
  '/sign-in',
  '/sign-in/code',
];

async function toTheStreet(ground: Ground): Promise<string> {
  const open: string[] = [];
  for (const route of ground.routes.filter((each) => each.method === 'GET')) {
    const { status } = await (await ground.as('nobody')).get(await addressOf(ground, route));
    if (status === 200 && !published.includes(route.path)) open.push(route.path);
  }
  return none(open);
}

async function seatTaken(ground: Ground): Promise<string> {
  const browser = await ground.as('M12');
  const path = `/funds/${ground.round.fundId}/pile`;
  const before = (await browser.get(path)).status;
  await sql`update roles set ended_at = ${ground.now} where person_id = ${ground.round.person('M12').personId}`.execute(
    ground.db,
  );
  const after = (await browser.get(path)).status;
  await sql`update roles set ended_at = null where person_id = ${ground.round.person('M12').personId}`.execute(
    ground.db,
  );
  return `${before} then ${after}`;
}

async function othersReading(ground: Ground): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from readings where person_id =
    ${ground.round.person('M02').personId} limit 1`.execute(ground.db);
  const browser = await ground.as('M01');
  const [own] = rows;
  if (!own) return 'there is no reading';
  const theirs = await browser.get(`/readings/${own.id}`);
  const never = await browser.get('/readings/00000000000000000000000000');
  return `${theirs.status} ${theirs.text.length === never.text.length ? 'and reads the same' : 'and differs'}`;
}

async function unreadYet(ground: Ground): Promise<string> {
  const said = 'A sentence for whoever has read it too.';
  const { rows } = await sql<{ id: string; code: string }>`select readings.id, demo_code as code from readings
    join people on people.id = person_id where application_id = ${ground.round.application('DEMO-014')}`.execute(
    ground.db,
  );
  const [one, other] = rows;
  await sql`update readings set sentence = ${said}, finished_at = ${ground.now} where id = ${one?.id}`.execute(
    ground.db,
  );
  await sql`insert into reading_words (reading_id, criterion, anchor) values (${one?.id}, 'R1', 3)`.execute(ground.db);
  const outside = Array.from({ length: 9 }, (_, n) => `M0${n + 1}`).find(
    (code) => !rows.some((row) => row.code === code),
  );
  const sees = async (code = '') => {
    const texts = await Promise.all(
      ['table?all=1', 'spread'].map(
        async (room) => (await (await ground.as(code)).get(`/funds/${ground.round.fundId}/${room}`)).text,
      ),
    );
    return texts.some((text) => text.includes(said)) ? 'sees it' : 'does not';
  };
  return `a reader who is not done ${await sees(other?.code)}, someone who reads others ${await sees(outside)}`;
}

async function bentIds(ground: Ground): Promise<string> {
  const id = ground.round.application('DEMO-001');
  const bent = [`0${id}`, id.toUpperCase(), `${id}%00`, `${id}0`, `%20${id}`, '1e3', '[]', '..%2f', "'%20or%20'1'='1"];
  const statuses = new Set<number>();
  for (const each of bent) statuses.add((await (await ground.as('S1')).get(`/intake/${each}`)).status);
  return [...statuses].join(' ');
}

export const doors: readonly Refusal[] = [
  { id: 'N01', what: 'every role at every route that is not theirs', expected: 'none', run: closedDoors },
  { id: 'N03', what: 'a reader opens the reading of another', expected: '404 and reads the same', run: othersReading },
  {
    id: 'N18',
    what: 'what others chose, before one’s own reading is done',
    expected: 'a reader who is not done does not, someone who reads others sees it',
    run: unreadYet,
  },
  { id: 'N10', what: 'staff of another fund at every route with an id', expected: 'none', run: nextDoor },
  { id: 'N14', what: 'ids that look like a real one', expected: '404', run: bentIds },
  { id: 'N19', what: 'a seat is taken away between two requests', expected: '200 then 404', run: seatTaken },
  { id: 'N20', what: 'pages open to the street beside the published list', expected: 'none', run: toTheStreet },
  { id: 'N36a', what: 'forms sent from another site', expected: 'none', run: fromElsewhere },
  { id: 'N36b', what: 'reading pages changes a table', expected: 'none', run: readsOnly },
];
