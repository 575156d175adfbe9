/** Every SQL sentence about what may come after the draft: withdrawing, coming late, and what may be published. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../tables.ts';

export const publishFields = ['name', 'place', 'amount', 'purpose'] as const;
export type PublishField = (typeof publishFields)[number];
export type PublishChoices = Readonly<Record<PublishField, boolean>>;

export async function addWithdrawal(tx: Tx, applicationId: string, now: Date): Promise<void> {
  await tx
    .withTables<ApplicationTables>()
    .insertInto('withdrawals')
    .values({ application_id: applicationId, at: now, keep_draft: true })
    .execute();
}

export async function addLateRequest(tx: Tx, applicationId: string, reason: string, now: Date): Promise<void> {
  await tx
    .withTables<ApplicationTables>()
    .insertInto('late_requests')
    .values({ application_id: applicationId, reason, asked_at: now })
    .execute();
}

export async function publishChoicesOf(tx: Tx, applicationId: string): Promise<Map<PublishField, boolean>> {
  const rows = await tx
    .withTables<ApplicationTables>()
    .selectFrom('publish_choices')
    .select(['field', 'yes'])
    .where('application_id', '=', applicationId)
    .execute();
  return new Map(rows.map((row) => [row.field, row.yes]));
}

export async function keepPublishChoices(
  tx: Tx,
  applicationId: string,
  choices: PublishChoices,
  now: Date,
): Promise<void> {
  const rows = publishFields.map((field) => ({ application_id: applicationId, field, yes: choices[field], at: now }));
  await tx
    .withTables<ApplicationTables>()
    .insertInto('publish_choices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'field']).doUpdateSet((at) => ({
        yes: at.ref('excluded.yes'),
        at: at.ref('excluded.at'),
      })),
    )
    .execute();
}
