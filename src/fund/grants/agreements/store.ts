/** Every SQL sentence of agreements and signatures. */
import { newId } from '../../../kernel/ids.ts';
import type { PayeeTables } from '../../../money/payees/tables.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { CheckTables } from '../../checks/tables.ts';
import type { SignoffTables } from '../../signoff/tables.ts';
import type { GrantTables } from '../tables.ts';
import type { Letter, Part, PublishField } from './rules.ts';

type All = GrantTables & SignoffTables & CheckTables & PayeeTables & ApplicationTables;

/** Awards that are approved and checked and have no letter yet. */
export async function awardsWithoutLetter(tx: Tx, fundId: string) {
  return tx
    .withTables<All>()
    .selectFrom('awards as w')
    .innerJoin('check_outcomes as c', 'c.application_id', 'w.application_id')
    .innerJoin('submissions as s', 's.application_id', 'w.application_id')
    .innerJoin('applications as a', 'a.id', 'w.application_id')
    .leftJoin('agreements as g', 'g.application_id', 'w.application_id')
    .where('w.fund_id', '=', fundId)
    .where('g.application_id', 'is', null)
    .where('c.result', 'in', ['clear', 'clear-with-plan'])
    .select([
      'w.application_id',
      'w.awarded_pence',
      'w.fee_pence',
      'c.plan',
      'c.purpose',
      's.group_name',
      's.sponsor_name',
    ])
    .select(['s.tier', 's.months', 's.snapshot', 'a.language'])
    .orderBy('w.application_id')
    .execute();
}

export async function addAgreement(
  tx: Tx,
  agreement: {
    applicationId: string;
    fundId: string;
    language: string;
    letter: Letter;
    parts: readonly Part[];
    now: Date;
  },
): Promise<void> {
  const { applicationId: application_id, fundId: fund_id } = agreement;
  const tables = tx.withTables<All>();
  await tables
    .insertInto('agreements')
    .values({
      application_id,
      fund_id,
      language: agreement.language,
      body: JSON.stringify(agreement.letter),
      made_at: agreement.now,
    })
    .execute();
  await tables
    .insertInto('instalments')
    .values(
      agreement.parts.map((part) => ({
        id: newId(),
        application_id,
        fund_id,
        place: part.place,
        pence: part.pence,
        fee_pence: part.feePence,
        due_on: part.dueOn,
        contribution_id: null,
        turn: 1,
      })),
    )
    .execute();
}

export type AgreementRow = { body: unknown; made_at: Date; fund_id: string };

export async function agreementOf(tx: Tx, applicationId: string): Promise<AgreementRow | null> {
  const row = await tx
    .withTables<All>()
    .selectFrom('agreements')
    .select(['body', 'made_at', 'fund_id'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Held still while someone signs, so that a second signature finds the first. */
export async function lockAgreement(tx: Tx, applicationId: string): Promise<AgreementRow | null> {
  const row = await tx
    .withTables<All>()
    .selectFrom('agreements')
    .select(['body', 'made_at', 'fund_id'])
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export type Signature = GrantTables['signatures'];

export async function signaturesOf(tx: Tx, applicationId: string): Promise<Signature[]> {
  return tx
    .withTables<All>()
    .selectFrom('signatures')
    .selectAll()
    .where('application_id', '=', applicationId)
    .execute();
}

export async function addSignature(tx: Tx, signature: Signature): Promise<void> {
  await tx.withTables<All>().insertInto('signatures').values(signature).execute();
}

export async function keptPrivate(tx: Tx, applicationId: string): Promise<{ name: boolean; place: boolean }> {
  const row = await tx
    .withTables<All>()
    .selectFrom('safety_choices')
    .select(['publish_name', 'publish_place'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return { name: row?.publish_name === false, place: row?.publish_place === 'hidden' };
}

export async function keepPublishChoices(
  tx: Tx,
  applicationId: string,
  choices: ReadonlyMap<PublishField, boolean>,
  now: Date,
): Promise<void> {
  await tx
    .withTables<All>()
    .insertInto('publish_choices')
    .values([...choices].map(([field, yes]) => ({ application_id: applicationId, field, yes, at: now })))
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'field']).doUpdateSet((of) => ({ yes: of.ref('excluded.yes'), at: now })),
    )
    .execute();
}

export type Money = {
  readonly id: string;
  readonly place: number;
  readonly pence: number;
  readonly feePence: number;
  readonly dueOn: Date;
  readonly releasedAt: Date | null;
  readonly landedAt: Date | null;
};

/** The parts of a grant with what became of each. */
export async function moneyOf(tx: Tx, applicationId: string): Promise<Money[]> {
  return tx
    .withTables<All>()
    .selectFrom('instalments as i')
    .leftJoin('payment_acts as r', (join) => join.onRef('r.instalment_id', '=', 'i.id').on('r.act', '=', 'released'))
    .leftJoin('landings as l', 'l.instalment_id', 'i.id')
    .select(['i.id', 'i.place', 'i.pence', 'i.fee_pence as feePence', 'i.due_on as dueOn'])
    .select(['r.at as releasedAt', 'l.at as landedAt'])
    .where('i.application_id', '=', applicationId)
    .orderBy('i.place')
    .execute();
}

export type Payee = PayeeTables['payees'];

export async function payeeOf(tx: Tx, applicationId: string): Promise<Payee | null> {
  const row = await tx
    .withTables<All>()
    .selectFrom('payees')
    .selectAll()
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}

/** What the board said no to, for the group itself. */
export async function boardNoOf(tx: Tx, applicationId: string): Promise<{ ground: string; words: string } | null> {
  const row = await tx
    .withTables<All>()
    .selectFrom('signoffs')
    .select(['ground', 'words'])
    .where('application_id', '=', applicationId)
    .where('decision', '=', 'refuse')
    .executeTakeFirst();
  return row ? { ground: row.ground ?? '', words: row.words } : null;
}

export type Listed = {
  readonly applicationId: string;
  readonly reference: string;
  readonly groupName: string;
  readonly awardedPence: number;
  readonly feePence: number;
  readonly result: string | null;
  readonly madeAt: Date | null;
  readonly groupSigned: Date | null;
  readonly hostSigned: Date | null;
};

export async function grantsIn(tx: Tx, scope: FundScope): Promise<Listed[]> {
  return tx
    .withTables<All>()
    .selectFrom('awards as w')
    .innerJoin('applications as a', 'a.id', 'w.application_id')
    .innerJoin('submissions as s', 's.application_id', 'w.application_id')
    .leftJoin('check_outcomes as c', 'c.application_id', 'w.application_id')
    .leftJoin('agreements as g', 'g.application_id', 'w.application_id')
    .leftJoin('signatures as sg', (join) =>
      join.onRef('sg.application_id', '=', 'w.application_id').on('sg.side', '=', 'group'),
    )
    .leftJoin('signatures as sh', (join) =>
      join.onRef('sh.application_id', '=', 'w.application_id').on('sh.side', '=', 'host'),
    )
    .where('w.fund_id', '=', scope.fundId)
    .select(['w.application_id as applicationId', 'a.reference', 's.group_name as groupName', 'c.result'])
    .select(['w.awarded_pence as awardedPence', 'w.fee_pence as feePence', 'g.made_at as madeAt'])
    .select(['sg.at as groupSigned', 'sh.at as hostSigned'])
    .orderBy('s.group_name')
    .orderBy('a.id')
    .execute();
}

/** Marks all that left as landed, once; returns the parts that were new. */
export async function landAll(tx: Tx, applicationId: string, saidBy: string, now: Date): Promise<string[]> {
  const left = (await moneyOf(tx, applicationId)).filter((each) => each.releasedAt !== null && each.landedAt === null);
  if (left.length === 0) return [];
  const rows = await tx
    .withTables<All>()
    .insertInto('landings')
    .values(left.map(({ id }) => ({ instalment_id: id, at: now, said_by: saidBy })))
    .onConflict((conflict) => conflict.column('instalment_id').doNothing())
    .returning('instalment_id')
    .execute();
  return rows.map((row) => row.instalment_id);
}
