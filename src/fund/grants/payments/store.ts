/** Every SQL sentence of payments: the lines with all that a payment needs, the three acts, and landing. */
import { sql } from 'kysely';
import type { PayeeTables } from '../../../money/payees/tables.ts';
import type { Line } from '../../../money/run/rules.ts';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { CheckTables } from '../../checks/tables.ts';
import type { PoolTables } from '../../pool/tables.ts';
import type { SignoffTables } from '../../signoff/tables.ts';
import type { GrantTables, PaymentAct } from '../tables.ts';

type All = GrantTables & SignoffTables & CheckTables & PayeeTables & ApplicationTables & PoolTables & AccountTables;

export type PaymentLine = Line & {
  readonly id: string;
  readonly applicationId: string;
  readonly fundId: string;
  readonly turn: number;
  readonly place: number;
  readonly parts: number;
  readonly pence: number;
  readonly feePence: number;
  readonly groupName: string;
  readonly reference: string;
  readonly sponsorName: string | null;
  readonly sponsorCharity: boolean;
  readonly legalForm: string | null;
  readonly holder: 'own' | 'sponsor' | null;
  readonly rungAt: Date | null;
  readonly sourceCode: string | null;
  readonly funder: string | null;
  readonly preparedAt: Date | null;
  readonly preparedName: string | null;
  readonly approvedAt: Date | null;
  readonly approvedName: string | null;
  readonly releasedAt: Date | null;
  readonly releasedName: string | null;
  readonly landedAt: Date | null;
};

function acts(tx: Tx) {
  const tables = tx.withTables<All>();
  const act = (name: PaymentAct) =>
    tables
      .selectFrom('payment_acts')
      .innerJoin('people', 'people.id', 'payment_acts.person_id')
      .select(['instalment_id', 'turn', 'person_id', 'payment_acts.at', 'people.name'])
      .where('act', '=', name);
  return { tables, act };
}

function lineRows(tx: Tx) {
  const { tables, act } = acts(tx);
  return tables
    .selectFrom('instalments as i')
    .innerJoin('applications as a', 'a.id', 'i.application_id')
    .innerJoin('submissions as s', 's.application_id', 'i.application_id')
    .leftJoin('check_outcomes as c', 'c.application_id', 'i.application_id')
    .leftJoin('signoffs as b', 'b.application_id', 'i.application_id')
    .leftJoin('signatures as g', (on) =>
      on.onRef('g.application_id', '=', 'i.application_id').on('g.side', '=', 'group'),
    )
    .leftJoin('payees as p', 'p.application_id', 'i.application_id')
    .leftJoin('contributions as f', 'f.id', 'i.contribution_id')
    .leftJoin(act('prepared').as('p1'), (on) =>
      on.onRef('p1.instalment_id', '=', 'i.id').onRef('p1.turn', '=', 'i.turn'),
    )
    .leftJoin(act('approved').as('p2'), (on) =>
      on.onRef('p2.instalment_id', '=', 'i.id').onRef('p2.turn', '=', 'i.turn'),
    )
    .leftJoin(act('released').as('p3'), (on) => on.onRef('p3.instalment_id', '=', 'i.id'))
    .leftJoin('landings as l', 'l.instalment_id', 'i.id')
    .select(['i.id', 'i.application_id', 'i.fund_id', 'i.turn', 'i.place', 'i.pence', 'i.fee_pence', 'i.due_on'])
    .select(['s.group_name', 's.sponsor_name', 's.legal_form', 'a.reference', 'c.result', 'c.sponsor_charity'])
    .select(['b.decision', 'g.at as signed_at', 'p.holder', 'p.rung_at', 'f.code', 'f.funder', 'l.at as landed_at'])
    .select(['p1.person_id as by1', 'p1.at as at1', 'p1.name as name1'])
    .select(['p2.person_id as by2', 'p2.at as at2', 'p2.name as name2'])
    .select(['p3.person_id as by3', 'p3.at as at3', 'p3.name as name3'])
    .select(sql<number>`count(*) over (partition by i.application_id)`.as('parts'));
}

type Row = Awaited<ReturnType<ReturnType<typeof lineRows>['execute']>>[number];

function asLine(row: Row): PaymentLine {
  return {
    id: row.id,
    applicationId: row.application_id,
    fundId: row.fund_id,
    turn: row.turn,
    place: row.place,
    parts: row.parts,
    pence: row.pence,
    feePence: row.fee_pence,
    dueOn: row.due_on,
    groupName: row.group_name,
    reference: row.reference,
    sponsorName: row.sponsor_name,
    sponsorCharity: row.sponsor_charity ?? false,
    legalForm: row.legal_form,
    holder: row.holder,
    rungAt: row.rung_at,
    sourceCode: row.code,
    funder: row.funder,
    checked: row.result === 'clear' || row.result === 'clear-with-plan',
    approved: row.decision === 'approve',
    signed: row.signed_at !== null,
    rung: row.rung_at !== null,
    preparedBy: row.by1,
    preparedAt: row.at1,
    preparedName: row.name1,
    approvedBy: row.by2,
    approvedAt: row.at2,
    approvedName: row.name2,
    releasedBy: row.by3,
    releasedAt: row.at3,
    releasedName: row.name3,
    landedAt: row.landed_at,
  };
}

export async function linesIn(tx: Tx, fundId: string): Promise<PaymentLine[]> {
  const rows = await lineRows(tx)
    .where('i.fund_id', '=', fundId)
    .orderBy('i.due_on')
    .orderBy('s.group_name')
    .orderBy('i.place')
    .execute();
  return rows.map(asLine);
}

export async function linesById(tx: Tx, fundId: string, ids: readonly string[]): Promise<PaymentLine[]> {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  return (await linesIn(tx, fundId)).filter((line) => wanted.has(line.id));
}

export async function oneLine(tx: Tx, id: string): Promise<{ applicationId: string; fundId: string } | null> {
  const row = await tx
    .withTables<All>()
    .selectFrom('instalments')
    .select(['application_id as applicationId', 'fund_id as fundId'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function applicationsOf(tx: Tx, instalmentIds: readonly string[]): Promise<string[]> {
  if (instalmentIds.length === 0) return [];
  const rows = await tx
    .withTables<All>()
    .selectFrom('instalments')
    .select('application_id')
    .where('id', 'in', [...instalmentIds])
    .distinct()
    .execute();
  return rows.map((row) => row.application_id);
}

export async function lockInstalments(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const of = tx
    .withTables<All>()
    .selectFrom('instalments')
    .select('id')
    .where('id', 'in', [...ids]);
  await of.orderBy('id').forUpdate().execute();
}

export async function chooseContribution(tx: Tx, instalmentId: string, contributionId: string): Promise<void> {
  await tx
    .withTables<All>()
    .updateTable('instalments')
    .set({ contribution_id: contributionId })
    .where('id', '=', instalmentId)
    .execute();
}

export async function addAct(tx: Tx, line: PaymentLine, act: PaymentAct, personId: string, now: Date): Promise<void> {
  await tx
    .withTables<All>()
    .insertInto('payment_acts')
    .values({ instalment_id: line.id, turn: line.turn, act, person_id: personId, at: now })
    .execute();
}

export async function addLanding(tx: Tx, instalmentId: string, saidBy: string, now: Date): Promise<boolean> {
  const added = await tx
    .withTables<All>()
    .insertInto('landings')
    .values({ instalment_id: instalmentId, at: now, said_by: saidBy })
    .onConflict((conflict) => conflict.column('instalment_id').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export type ToRing = {
  readonly applicationId: string;
  readonly groupName: string;
  readonly reference: string;
  readonly phone: string | null;
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly holder: 'own' | 'sponsor';
  readonly givenAt: Date;
};

/** Bank details that nobody has rung back, with the number held since the application: for finance officers only. */
export async function toRing(tx: Tx, fundId: string): Promise<ToRing[]> {
  return tx
    .withTables<All>()
    .selectFrom('payees as p')
    .innerJoin('applications as a', 'a.id', 'p.application_id')
    .innerJoin('submissions as s', 's.application_id', 'p.application_id')
    .leftJoin('contacts as c', 'c.application_id', 'p.application_id')
    .select(['p.application_id as applicationId', 's.group_name as groupName', 'a.reference', 'c.phone', 'p.holder'])
    .select(['p.account_name as accountName', 'p.sort_code as sortCode', 'p.account_number as accountNumber'])
    .select('p.given_at as givenAt')
    .where('p.fund_id', '=', fundId)
    .where('p.rung_at', 'is', null)
    .orderBy('p.given_at')
    .orderBy('p.application_id')
    .execute();
}

/** Names of those who may act on this fund's payments, without one person. */
export async function othersWhoMay(tx: Tx, fundId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .withTables<All>()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .select('people.name')
    .where('roles.fund_id', '=', fundId)
    .where('roles.role', 'in', ['finance', 'programme'])
    .where('roles.ended_at', 'is', null)
    .where('people.id', '<>', personId)
    .distinct()
    .orderBy('people.name')
    .execute();
  return rows.map((row) => row.name);
}
