/** How long we know who signed in, and who worked here. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/pool.ts';
import { agedRule } from '../../platform/keeping/aged.ts';
import {
  type Asked,
  type ColumnOf,
  daysAfter,
  gone,
  type KeepingRule,
  keepingRule,
  latest,
  yearsAfter,
} from '../../platform/keeping/rules.ts';
import { accountsUntil } from '../groups/keeping.ts';
import type { AccountTables } from './tables.ts';

export type PersonDates = {
  readonly madeAt: Date;
  /** The last day of the last role, a fund's own end ending its roles; null while one goes on with no end known. */
  readonly rolesEndAt: Date | null;
  /** When they last prepared, approved or released money, or signed it off. */
  readonly lastMoneyAt: Date | null;
};

export function personUntil({ madeAt, rolesEndAt, lastMoneyAt }: PersonDates): Date | null {
  if (rolesEndAt === null) return null;
  const year = yearsAfter(latest(madeAt, rolesEndAt), 1);
  return lastMoneyAt === null ? year : latest(year, accountsUntil(lastMoneyAt));
}

/** How the e-mail of somebody who is forgotten ends: no letter gets there, and nobody signs in with it. */
export const goneAddress = '@gone.invalid';

type Row = { id: string; made_at: Date; open: boolean; roles_end_at: Date | null; last_money_at: Date | null };

/**
 * A role ends with the fund's last day, or when it was given if that was later; where nobody knows the last day it goes
 * on. Somebody who never had a role counts from the day they were added.
 */
async function peopleKnown(tx: Tx, asked: Asked) {
  const which = 'only' in asked ? sql`p.id = any(${[...asked.only]})` : sql`p.id > ${asked.after}`;
  if ('only' in asked) {
    // First where changes of a team wait, then the people: the same order as asking somebody in.
    await sql`select pg_advisory_xact_lock(77064, hashtext(fund_id)) from (select distinct fund_id from roles
      where person_id = any(${[...asked.only]}) and ended_at is null order by fund_id) funds`.execute(tx);
    await sql`select id from people p where ${which} order by id for update`.execute(tx);
  }
  const most = 'only' in asked ? asked.only.length : asked.most;
  const { rows } = await sql<Row>`
    with held as (
      select r.person_id, coalesce(r.ended_at, (select greatest(max(t.ends_at), r.granted_at) from timeline_steps t
        where t.fund_id = r.fund_id having count(*) > 0)) as ends_at
      from roles r
    )
    select p.id, p.made_at,
      exists (select 1 from held h where h.person_id = p.id and h.ends_at is null) as open,
      (select max(h.ends_at) from held h where h.person_id = p.id) as roles_end_at,
      greatest(
        (select max(a.at) from payment_acts a where a.person_id = p.id),
        (select max(y.rung_at) from payees y where y.rung_by = p.id),
        (select max(s.at) from signoffs s where s.person_id = p.id)
      ) as last_money_at
    from people p where ${which} and p.email not like ${`%${goneAddress}`} order by p.id limit ${most}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    fundId: null,
    dates: {
      madeAt: row.made_at,
      rolesEndAt: row.open ? null : (row.roles_end_at ?? row.made_at),
      lastMoneyAt: row.last_money_at,
    },
  }));
}

const who = ['people.name', 'people.email', 'people.language', 'people.demo_code', 'member_languages.language'];

export const keeping: readonly KeepingRule[] = [
  agedRule({
    name: 'sessions.ended',
    what: 'notes of who was signed in, a month after they left',
    why: 'To see what happened, should somebody else have used them.',
    promise: 'site.privacy.team.is',
    columns: ['sessions.secret_hash'] satisfies ColumnOf<AccountTables>[],
    table: 'sessions',
    id: 'id',
    at: sql`least(ends_at, ended_at)`,
    held: sql`true`,
    until: (at) => daysAfter(at, 30),
    forget: async (tx, ids) => {
      await sql`delete from sessions where id = any(${[...ids]})`.execute(tx);
    },
  }),
  agedRule({
    name: 'codes.old',
    what: 'codes sent by e-mail that open nothing any more',
    why: 'A code lives for minutes.',
    promise: 'site.privacy.letters.is',
    columns: [
      'sign_in_codes.address_hash',
      'sign_in_codes.code_hash',
      'sign_in_codes.browser_hash',
    ] satisfies ColumnOf<AccountTables>[],
    table: 'sign_in_codes',
    id: 'id',
    at: sql`expires_at`,
    held: sql`true`,
    until: (at) => daysAfter(at, 1),
    forget: async (tx, ids) => {
      await sql`delete from sign_in_codes where id = any(${[...ids]})`.execute(tx);
    },
  }),
  keepingRule<PersonDates>({
    name: 'people.left',
    what: 'names and e-mail addresses of people whose last role ended a year ago',
    why: 'To ask them about what they did; whoever moved money, as long as the accounts.',
    promise: 'site.privacy.team.is',
    columns: who,
    known: peopleKnown,
    until: personUntil,
    // What they did stays under their id, so that the number of those who decided still adds up; their places become free.
    // The last place in a programme team stays taken, by nobody: the next one is asked in by whoever runs the program.
    forget: async (tx, ids, now) => {
      const them = [...ids];
      await sql`delete from sessions where person_id = any(${them})`.execute(tx);
      await sql`delete from member_languages where person_id = any(${them})`.execute(tx);
      await sql`update people set name = ${gone}, email = id || ${goneAddress}, language = 'en', shown_as = 'not listed',
        demo_code = null where id = any(${them})`.execute(tx);
      await sql`update roles r set ended_at = ${now} where person_id = any(${them}) and ended_at is null
        and (role <> 'programme' or exists (select 1 from roles o join people p on p.id = o.person_id
          where o.fund_id = r.fund_id and o.role = 'programme' and o.ended_at is null
            and p.email not like ${`%${goneAddress}`}))`.execute(tx);
    },
  }),
];
