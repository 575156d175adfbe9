/** The funds this server speaks for, kept at hand so that each page can say whose it is and who to ring without a query. */
import { sql } from 'kysely';
import type { Db } from '../platform/db/pool.ts';

export type House = { readonly id: string; readonly name: string; readonly person: string; readonly phone: string };

const keptMs = 30_000;

export type Houses = () => readonly House[];

async function load(db: Db): Promise<House[]> {
  const found = await sql<House>`select id, name, coalesce(design #>> '{help,person}', '') as person,
    coalesce(design #>> '{help,phone}', '') as phone from funds order by made_at, id limit 50`.execute(db);
  return found.rows;
}

/** Loads them now; later calls answer at once with what is known and look again when that is older than half a minute. */
export async function openHouses(db: Db): Promise<Houses> {
  let known = await load(db);
  let asked = Date.now();
  return () => {
    if (known.length === 0 || Date.now() - asked > keptMs) {
      asked = Date.now();
      load(db).then(
        (fresh) => {
          known = fresh;
        },
        () => undefined,
      );
    }
    return known;
  };
}
