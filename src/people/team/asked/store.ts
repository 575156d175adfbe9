/** Every SQL sentence of those who wait for a second yes, and of those who hear of it. */
import { sql } from 'kysely';
import type { Role } from '../../../kernel/actors.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import { goneAddress } from '../../accounts/keeping.ts';
import type { AccountTables } from '../../accounts/tables.ts';
import type { AskedTables } from '../tables.ts';
import type { Asked, GuardedRole } from './rules.ts';

type Tables = AccountTables & AskedTables;

export type Reader = { readonly id: string; readonly name: string; readonly email: string; readonly language: string };

/** Everyone who holds one of the roles in the fund now, each once. */
export async function holding(tx: Tx, fundId: string, roles: readonly Role[]): Promise<Reader[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('people')
    .where('email', 'not like', `%${goneAddress}`)
    .where('id', 'in', (those) =>
      those
        .selectFrom('roles')
        .where('fund_id', '=', fundId)
        .where('role', 'in', [...roles])
        .where('ended_at', 'is', null)
        .select('person_id'),
    )
    .select(['id', 'name', 'email', 'language'])
    .orderBy('id')
    .execute();
}

export type AskedRow = Asked & {
  readonly id: string;
  readonly name: string;
  readonly askedByName: string;
  readonly email: string;
  readonly language: string;
};

function rows(tx: Tx, fundId: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('asked_roles')
    .innerJoin('people', 'people.id', 'asked_roles.person_id')
    .innerJoin('people as asker', 'asker.id', 'asked_roles.asked_by')
    .where('asked_roles.fund_id', '=', fundId)
    .select(['asked_roles.id', 'person_id as personId', 'asked_roles.role', 'asked_by as askedBy'])
    .select(['asked_at as askedAt', 'outcome', 'people.name', 'people.email', 'people.language'])
    .select(['asker.name as askedByName', sql<boolean>`people.email like ${`%${goneAddress}`}`.as('gone')])
    .orderBy('asked_at')
    .orderBy('asked_roles.id');
}

/** Who waits in a fund, the longest first. */
export async function waitingIn(tx: Tx, fundId: string): Promise<AskedRow[]> {
  return rows(tx, fundId).where('outcome', 'is', null).execute();
}

/** One of them, answered or not; the person's row is held, so that they are not forgotten in the same moment. */
export async function askedToAnswer(tx: Tx, fundId: string, id: string): Promise<AskedRow | null> {
  const row = await rows(tx, fundId).where('asked_roles.id', '=', id).forUpdate(['asked_roles', 'people']).execute();
  return row[0] ?? null;
}

export async function waitingFor(
  tx: Tx,
  given: { fundId: string; personId: string; role: GuardedRole },
): Promise<AskedRow | null> {
  const found = rows(tx, given.fundId)
    .where('outcome', 'is', null)
    .where('person_id', '=', given.personId)
    .where('asked_roles.role', '=', given.role);
  return (await found.executeTakeFirst()) ?? null;
}

export async function addAsked(
  tx: Tx,
  given: { id: string; fundId: string; personId: string; role: GuardedRole; askedBy: string; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('asked_roles')
    .values({
      id: given.id,
      fund_id: given.fundId,
      person_id: given.personId,
      role: given.role,
      asked_by: given.askedBy,
      asked_at: given.now,
      said_by: null,
      ended_at: null,
      outcome: null,
    })
    .execute();
}

export async function endAsked(
  tx: Tx,
  id: string,
  how: { outcome: NonNullable<Asked['outcome']>; saidBy: string | null; now: Date },
): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('asked_roles')
    .set({ outcome: how.outcome, said_by: how.saidBy, ended_at: how.now })
    .where('id', '=', id)
    .execute();
}
