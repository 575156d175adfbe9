/** Sends every form that names a hidden application, as the person it is hidden from, and writes down what came back. */
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { routesOf } from '../../src/wings.ts';
import { addressesOf } from './crawl.ts';
import { closePairs } from './needles.ts';
import type { House } from './stage.ts';

export type Knock = { phase: string; person: string; path: string; status: number; wrote: number; asUnknown: number };

async function events(house: House): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from events`.execute(house.db);
  return Number(rows[0]?.n);
}

/** Fields that would make each form do something if it were let in. */
const willing = (id: string): Record<string, string> => ({
  outcome: 'fit',
  yes: 'yes',
  words: 'They fit.',
  reason: 'E1',
  R1: 'clearly',
  sentence: 'Clear next step.',
  do: 'finish',
  worry: 'A worry.',
  answer: 'yes',
  no_link: 'yes',
  ground: 'G1',
  question: 'Who?',
  heard: 'yes',
  application: id,
  instalment: id,
  level: '0',
  [`level-${id}`]: '0',
  [`why-${id}`]: 'none',
});

export async function knockOnHidden(house: House, phase: string): Promise<Knock[]> {
  const knocks: Knock[] = [];
  for (const { person, code } of closePairs()) {
    const id = house.groups.find((group) => group.code === code)?.id ?? '';
    const visitor = await house.person(person);
    const rows = async (query: string) =>
      (await sql.raw<{ id: string }>(query).execute(house.db)).rows.map((r) => r.id);
    const ids = {
      fund: [house.fundId],
      application: [id],
      reading: await rows(`select id from readings where application_id = '${id}'`),
      item: await rows(`select id from table_items where application_id = '${id}'`),
      instalment: await rows(`select id from instalments where application_id = '${id}'`),
      pair: await rows(`select id from likely_duplicates where '${id}' in (one, other)`),
      worry: await rows(`select id from worries where application_id = '${id}'`),
    };
    const routes = routesOf({ mailFolder: undefined }).filter(
      (route) =>
        route.method === 'POST' &&
        (route.path.includes(':application') ||
          /:(reading|item|instalment|pair|worry)/.test(route.path) ||
          /links|table\/items/.test(route.path)),
    );
    for (const path of routes.flatMap((route) => addressesOf(route, ids))) {
      const before = await events(house);
      const fields = Object.entries({ ...willing(id), _key: newId() });
      const values = new Map(fields.map(([name, value]) => [name, [value]]));
      const send = async (action: string): Promise<number> =>
        (await visitor.sendForm({ action, method: 'post', values, offers: new Map(), buttons: [] })).status;
      const status = await send(path);
      const wrote = (await events(house)) - before;
      // The same form about something that never was: hidden and never there must be one and the same.
      const asUnknown = await send(path.replace(/[0-9a-z]{26}/, newId()));
      knocks.push({ phase, person, path, status, wrote, asUnknown });
    }
  }
  return knocks;
}
