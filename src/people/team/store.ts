/** Every SQL sentence of a fund's people: who holds which role, who is asked in, whose role ends. */
import { sql } from 'kysely';
import type { Role } from '../../kernel/actors.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { goneAddress } from '../accounts/keeping.ts';
import type { AccountTables } from '../accounts/tables.ts';
import type { TeamReads } from './tables.ts';

type Tables = AccountTables & TeamReads;

/** One change of a fund's people at a time; the triggers on roles wait at the same place. */
export async function lockTeam(tx: Tx, fundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(77064, hashtext(${fundId}))`.execute(tx);
}

export async function fundRow(tx: Tx, id: string): Promise<TeamReads['funds'] | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('funds')
    .where('id', '=', id)
    .select(['id', 'name', 'zone', 'design'])
    .executeTakeFirst();
  return row ?? null;
}

export type Seat = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
};

/** Every role in force in a fund, with who holds it; or one of them. */
export async function seatsIn(tx: Tx, fundId: string, only?: string): Promise<Seat[]> {
  const all = tx
    .withTables<Tables>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .where('roles.fund_id', '=', fundId)
    .where('roles.ended_at', 'is', null)
    .select(['roles.id', 'people.id as personId', 'people.name', 'people.email', 'roles.role'])
    .select('roles.granted_at as since')
    .orderBy('people.name')
    .orderBy('roles.id');
  return (only === undefined ? all : all.where('roles.id', '=', only)).execute();
}

/** The person of an e-mail, made when nobody has it yet: at the same moment twice is one person. */
export async function personFor(
  tx: Tx,
  given: { id: string; name: string; email: string; language: string; now: Date },
): Promise<{ id: string; name: string; language: string; fresh: boolean }> {
  const people = tx.withTables<Tables>();
  const made = await people
    .insertInto('people')
    .values({
      id: given.id,
      name: given.name,
      email: given.email,
      language: given.language,
      // Nobody is shown before they say so themselves.
      shown_as: 'not listed',
      demo_code: null,
      made_at: given.now,
    })
    .onConflict((same) => same.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  const row = await people
    .selectFrom('people')
    .where((where) =>
      where(where.fn<string>('lower', ['email']), '=', where.fn<string>('lower', [where.val(given.email)])),
    )
    .select(['id', 'name', 'language'])
    .executeTakeFirstOrThrow();
  return { ...row, fresh: made.numInsertedOrUpdatedRows === 1n };
}

export async function rolesOf(tx: Tx, fundId: string, personId: string): Promise<Role[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .select('role')
    .execute();
  return rows.map((row) => row.role);
}

export async function addRole(
  tx: Tx,
  given: { id: string; fundId: string; personId: string; role: Role; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('roles')
    .values({
      id: given.id,
      fund_id: given.fundId,
      person_id: given.personId,
      role: given.role,
      granted_at: given.now,
      ended_at: null,
    })
    .execute();
}

/** A role of this fund, in force or ended. */
export async function roleById(
  tx: Tx,
  fundId: string,
  id: string,
): Promise<{ id: string; personId: string; role: Role; endedAt: Date | null } | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('id', '=', id)
    .select(['id', 'person_id as personId', 'role', 'ended_at as endedAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** How many hold a role; somebody who was forgotten holds none. */
export async function holdersOf(tx: Tx, fundId: string, role: Role): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .where('people.email', 'not like', `%${goneAddress}`)
    .where('fund_id', '=', fundId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function endRole(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('roles')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
