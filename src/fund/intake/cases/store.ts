/** One sent application as intake sees it, its call notes, and the fund it is in. */
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables, Stage } from '../../applications/tables.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import type { IntakeTables } from '../tables.ts';

type Tables = IntakeTables & ApplicationTables & AccountTables;
const snapshotShape = z.record(z.string(), z.unknown());

/** The fund an application is in; null when the application is not there for the person acting. */
export async function fundOf(tx: Tx, applicationId: string): Promise<Fund | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('applications')
    .select('fund_id')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row ? fundById(tx, row.fund_id) : null;
}

export type Sent = {
  readonly applicationId: string;
  readonly reference: string;
  readonly language: string;
  readonly stage: Stage;
  readonly sentAt: Date;
  readonly inGrace: boolean;
  readonly asIs: boolean;
  readonly missing: readonly string[];
  /** For intake only; members see shownAs. */
  readonly groupName: string;
  readonly shownAs: string;
  readonly shownPlace: string | null;
  readonly region: string | null;
  readonly legalForm: string | null;
  readonly tier: string | null;
  readonly requestedPence: number;
  readonly turnoverPence: number | null;
  readonly sponsor: string | null;
  readonly snapshot: Readonly<Record<string, unknown>>;
};

export async function sentApplication(tx: Tx, applicationId: string): Promise<Sent | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('submissions as s')
    .innerJoin('applications as a', 'a.id', 's.application_id')
    .innerJoin('application_stages as st', 'st.application_id', 's.application_id')
    .where('s.application_id', '=', applicationId)
    .selectAll('s')
    .select(['a.reference', 'st.stage'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    applicationId,
    reference: row.reference,
    language: row.language,
    stage: row.stage,
    sentAt: row.sent_at,
    inGrace: row.in_grace,
    asIs: row.as_is,
    missing: row.missing,
    groupName: row.group_name,
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
    region: row.nation_or_region,
    legalForm: row.legal_form,
    tier: row.tier,
    requestedPence: row.requested_pence,
    turnoverPence: row.turnover_pence,
    sponsor: row.sponsor_name,
    snapshot: snapshotShape.safeParse(row.snapshot).data ?? {},
  };
}

export type Reach = {
  readonly person: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly bestWay: string | null;
  readonly safeTimes: string | null;
  readonly safeToLeaveMessage: string | null;
};

/** How a group asked to be reached: for the programme team only. */
export async function reachOf(tx: Tx, applicationId: string): Promise<Reach | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('contacts')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    person: row.person_name,
    email: row.email,
    phone: row.phone,
    bestWay: row.best_way,
    safeTimes: row.safe_times,
    safeToLeaveMessage: row.safe_to_leave_message,
  };
}

/** What the group wrote when asked whether it knows someone here. */
export async function knowsSomeone(tx: Tx, applicationId: string): Promise<string> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('safety_choices')
    .select('knows_someone')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row?.knows_someone?.trim() ?? '';
}

export type CallNote = { readonly by: string; readonly words: string; readonly at: Date };

export async function notesOn(tx: Tx, applicationId: string): Promise<CallNote[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('intake_notes as n')
    .innerJoin('people as p', 'p.id', 'n.person_id')
    .where('n.application_id', '=', applicationId)
    .select(['p.name', 'n.words', 'n.at'])
    .orderBy('n.at')
    .limit(100)
    .execute();
  return rows.map((row) => ({ by: row.name, words: row.words, at: row.at }));
}

export async function addNote(tx: Tx, applicationId: string, personId: string, words: string, at: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('intake_notes')
    .values({ id: newId(), application_id: applicationId, person_id: personId, words, at })
    .execute();
}

/** The names of people by id, for the record of who looked. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
