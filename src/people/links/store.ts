/** Every SQL sentence of links; higher rooms ask it who is free. */
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { AccountTables } from '../accounts/tables.ts';
import type { FundScope } from '../groups/scope.ts';
import type { LinkReads, LinkTables } from './tables.ts';

export type LinkOf = { readonly personId: string; readonly level: number };

/** The links in force of these applications, by application; a person who is not there has no link. */
export async function levelsFor(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, LinkOf[]>> {
  const found = new Map<string, LinkOf[]>();
  if (applicationIds.length === 0) return found;
  const rows = await tx
    .withTables<LinkTables>()
    .selectFrom('links')
    .select(['application_id', 'person_id', 'level'])
    .where('application_id', 'in', [...applicationIds])
    .where('ended_at', 'is', null)
    .execute();
  for (const row of rows) {
    found.set(row.application_id, [
      ...(found.get(row.application_id) ?? []),
      { personId: row.person_id, level: row.level },
    ]);
  }
  return found;
}

/** The level in force between a person and an application; 0 when nothing was said. */
export async function linkBetween(tx: Tx, personId: string, applicationId: string): Promise<number> {
  const row = await tx
    .withTables<LinkTables>()
    .selectFrom('links')
    .select('level')
    .where('person_id', '=', personId)
    .where('application_id', '=', applicationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.level ?? 0;
}

/** Members of the fund who may read and decide on this application. */
export async function freeMembers(tx: Tx, fundId: string, applicationId: string): Promise<string[]> {
  const rows = await tx
    .withTables<LinkTables & AccountTables>()
    .selectFrom('roles')
    .leftJoin('links', (join) =>
      join
        .onRef('links.person_id', '=', 'roles.person_id')
        .on('links.application_id', '=', applicationId)
        .on('links.ended_at', 'is', null),
    )
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', '=', 'member')
    .where('roles.ended_at', 'is', null)
    .where((where) => where.or([where('links.level', 'is', null), where('links.level', '<=', 1)]))
    .select('roles.person_id')
    .orderBy('roles.person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** One declaration at a time for a person, so that two phones cannot write two links for one pair. */
export async function lockLinksOf(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(77003, hashtext(${personId}))`.execute(tx);
}

export type InForce = { readonly id: string; readonly level: number; readonly why: string };

export async function linksInForce(
  tx: Tx,
  personId: string,
  applicationIds: readonly string[],
): Promise<Map<string, InForce>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await tx
    .withTables<LinkTables>()
    .selectFrom('links')
    .select(['id', 'application_id', 'level', 'why'])
    .where('person_id', '=', personId)
    .where('application_id', 'in', [...applicationIds])
    .where('ended_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.application_id, { id: row.id, level: row.level, why: row.why }]));
}

export type NewLink = {
  readonly fundId: string;
  readonly personId: string;
  readonly applicationId: string;
  readonly level: number;
  readonly why: string;
  readonly saidBy: 'self' | 'applicant' | 'facilitator';
};

/** Ends the lines in force and writes the new ones, newest in force. */
export async function writeLinks(tx: Tx, ended: readonly string[], added: readonly NewLink[], at: Date): Promise<void> {
  const links = tx.withTables<LinkTables>();
  if (ended.length > 0) {
    await links
      .updateTable('links')
      .set({ ended_at: at })
      .where('id', 'in', [...ended])
      .execute();
  }
  if (added.length === 0) return;
  await links
    .insertInto('links')
    .values(
      added.map((each) => ({
        id: newId(),
        fund_id: each.fundId,
        person_id: each.personId,
        application_id: each.applicationId,
        level: each.level,
        why: each.why,
        said_by: each.saidBy,
        at,
        ended_at: null,
      })),
    )
    .execute();
}

export type Name = { readonly applicationId: string; readonly shownAs: string; readonly place: string | null };

const asked = ['received', 'standing'];

/** The list of names in alphabetical order, one page of it; what is hidden from the person acting is not there. */
export async function namesIn(
  tx: Tx,
  scope: FundScope,
  page: { after?: { shownAs: string; applicationId: string } | undefined; most: number },
): Promise<Name[]> {
  let query = tx
    .withTables<LinkReads>()
    .selectFrom('submissions as s')
    .innerJoin('application_stages as st', 'st.application_id', 's.application_id')
    .where('s.fund_id', '=', scope.fundId)
    .where('st.stage', 'in', asked);
  const { after } = page;
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('s.shown_as', 's.application_id'), '>', tuple(after.shownAs, after.applicationId)),
    );
  }
  const rows = await query
    .select(['s.application_id', 's.shown_as', 's.shown_place'])
    .orderBy('s.shown_as')
    .orderBy('s.application_id')
    .limit(page.most)
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, shownAs: row.shown_as, place: row.shown_place }));
}

/** Those of the given applications that are in this fund, were sent, and exist for the person acting. */
export async function namesOf(tx: Tx, scope: FundScope, applicationIds: readonly string[]): Promise<Name[]> {
  if (applicationIds.length === 0) return [];
  const rows = await tx
    .withTables<LinkReads>()
    .selectFrom('submissions')
    .select(['application_id', 'shown_as', 'shown_place'])
    .where('fund_id', '=', scope.fundId)
    .where('application_id', 'in', [...applicationIds])
    .orderBy('shown_as')
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, shownAs: row.shown_as, place: row.shown_place }));
}

export async function fundRow(tx: Tx, fundId: string): Promise<{ id: string; name: string; design: unknown } | null> {
  const row = await tx
    .withTables<LinkReads>()
    .selectFrom('funds')
    .select(['id', 'name', 'design'])
    .where('id', '=', fundId)
    .executeTakeFirst();
  return row ?? null;
}

export type SeatHolder = { readonly personId: string; readonly name: string; readonly role: string };

/** Everyone with a seat in the fund, for the facilitator's list. */
export async function seatHolders(tx: Tx, scope: FundScope): Promise<SeatHolder[]> {
  const rows = await tx
    .withTables<AccountTables>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .where('roles.fund_id', '=', scope.fundId)
    .where('roles.ended_at', 'is', null)
    .select(['people.id', 'people.name', 'roles.role'])
    .orderBy('people.name')
    .execute();
  return rows.map((row) => ({ personId: row.id, name: row.name, role: row.role }));
}

export type KnownLink = Name & {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly why: string;
};

/** Links of level 1 and more, with who has them and with which group. */
function linksOf(tx: Tx, scope: FundScope) {
  return tx
    .withTables<LinkTables & LinkReads & AccountTables>()
    .selectFrom('links')
    .innerJoin('people', 'people.id', 'links.person_id')
    .innerJoin('submissions as s', 's.application_id', 'links.application_id')
    .where('links.fund_id', '=', scope.fundId)
    .where('links.ended_at', 'is', null)
    .where('links.level', '>', 0);
}

export async function countLinks(tx: Tx, scope: FundScope): Promise<number> {
  const { n } = await linksOf(tx, scope)
    .select((of) => of.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** One page, strongest first. It goes on after a link by what that link says, even when the link has ended since. */
export async function knownLinks(
  tx: Tx,
  scope: FundScope,
  page: { after?: string | undefined; most: number },
): Promise<KnownLink[]> {
  const last = await tx
    .withTables<LinkTables & AccountTables>()
    .selectFrom('links')
    .innerJoin('people', 'people.id', 'links.person_id')
    .where('links.fund_id', '=', scope.fundId)
    .where('links.id', '=', page.after ?? '')
    .select(['links.id', 'links.level', 'people.name'])
    .executeTakeFirst();
  let query = linksOf(tx, scope);
  if (last) {
    query = query.where(({ eb, or, and, refTuple, tuple }) =>
      or([
        eb('links.level', '<', last.level),
        and([
          eb('links.level', '=', last.level),
          eb(refTuple('people.name', 'links.id'), '>', tuple(last.name, last.id)),
        ]),
      ]),
    );
  }
  const rows = await query
    .select(['links.id', 'links.level', 'links.why', 'people.name', 's.application_id', 's.shown_as', 's.shown_place'])
    .orderBy('links.level', 'desc')
    .orderBy('people.name')
    .orderBy('links.id')
    .limit(page.most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicationId: row.application_id,
    shownAs: row.shown_as,
    place: row.shown_place,
    name: row.name,
    level: row.level,
    why: row.why,
  }));
}
