/** One application as its own group sees it: where it stands, and what it may do next. */
import { need } from '../../kernel/outcomes.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Work } from '../../platform/work.ts';
import type { CallTables } from '../calls/tables.ts';
import type { Standing } from './rules.ts';
import type { ApplicationTables, Stage } from './tables.ts';

/** Rows of higher slices that an applicant's page needs to know of. */
type LaterTables = {
  told: { application_id: string };
  agreements: { application_id: string };
  fit_decisions: { application_id: string; outcome: string; after_reply: boolean; told_at: Date | null };
  likely_duplicates: { id: string; one: string; other: string };
  duplicate_settlements: { likely_duplicate_id: string };
  duplicate_asks: { likely_duplicate_id: string };
  signoffs: { application_id: string; decision: string };
};
type Tables = ApplicationTables & CallTables & LaterTables;

export type Application = Standing & {
  readonly id: string;
  readonly fundId: string;
  readonly reference: string;
  readonly language: string;
  readonly version: string;
  readonly sentAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly lateAskedAt: Date | null;
};

/** Waits for anyone else who is changing this application, so that what is decided next is decided once. */
export async function lockOwn(work: Work, applicationId: string): Promise<void> {
  need(work.actor.kind === 'applicant' && work.actor.applicationId === applicationId ? work.actor : null, 'key');
  const row = await work.tx
    .withTables<ApplicationTables>()
    .selectFrom('applications')
    .select('id')
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
  need(row, 'application');
}

export async function applicationById(tx: Tx, id: string): Promise<Application | null> {
  const tables = tx.withTables<Tables>();
  const row = await tables
    .selectFrom('applications as a')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .leftJoin('submissions as s', 's.application_id', 'a.id')
    .leftJoin('withdrawals as w', 'w.application_id', 'a.id')
    .leftJoin('late_requests as l', 'l.application_id', 'a.id')
    .leftJoin('told as t', 't.application_id', 'a.id')
    .where('a.id', '=', id)
    .select(['a.id', 'a.fund_id', 'a.reference', 'a.language'])
    .select(['c.opens_at', 'c.closes_at', 'c.grace_hours', 'c.question_set_version'])
    .select(['s.sent_at', 'w.at as withdrawn_at', 'l.asked_at', 't.application_id as told'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    fundId: row.fund_id,
    reference: row.reference,
    language: row.language,
    version: row.question_set_version,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceHours: row.grace_hours,
    sentAt: row.sent_at,
    sent: row.sent_at !== null,
    withdrawnAt: row.withdrawn_at,
    withdrawn: row.withdrawn_at !== null,
    lateAskedAt: row.asked_at,
    lateAsked: row.asked_at !== null,
    letIn: row.asked_at !== null && (await letIn(tx, id)),
    told: row.told !== null,
  };
}

async function letIn(tx: Tx, id: string): Promise<boolean> {
  const votes = await tx
    .withTables<ApplicationTables>()
    .selectFrom('late_lets_in')
    .selectAll()
    .where('application_id', '=', id)
    .executeTakeFirst();
  return votes !== undefined && votes.yes_votes >= 2 && votes.no_votes === 0;
}

export type NextStep = 'reply' | 'keep' | 'letter' | 'agreement' | 'publishing';

/** The stage as the group may know it (a decision counts once it was told), and the pages that wait for it elsewhere. */
export async function nextStepsOf(tx: Tx, id: string): Promise<{ stage: Stage; steps: NextStep[] }> {
  const tables = tx.withTables<Tables>();
  const row = await tables
    .selectFrom('application_stages as st')
    .where('st.application_id', '=', id)
    .select((at) => [
      'st.stage',
      at
        .exists(
          at
            .selectFrom('fit_decisions as f')
            .select('f.application_id')
            .where('f.application_id', '=', id)
            .where('f.told_at', 'is not', null),
        )
        .as('fit_told'),
      at
        .exists(
          at
            .selectFrom('fit_decisions as f')
            .select('f.application_id')
            .where('f.application_id', '=', id)
            .where('f.after_reply', '=', true),
        )
        .as('replied'),
      at.exists(at.selectFrom('told').select('application_id').where('application_id', '=', id)).as('told'),
      at
        .or([
          at.exists(at.selectFrom('agreements').select('application_id').where('application_id', '=', id)),
          at.exists(
            at
              .selectFrom('signoffs')
              .select('application_id')
              .where('application_id', '=', id)
              .where('decision', '=', 'refuse'),
          ),
        ])
        .as('agreement'),
      at
        .exists(
          at
            .selectFrom('likely_duplicates as d')
            .innerJoin('duplicate_asks as q', 'q.likely_duplicate_id', 'd.id')
            .leftJoin('duplicate_settlements as x', 'x.likely_duplicate_id', 'd.id')
            .select('d.id')
            .where('x.likely_duplicate_id', 'is', null)
            .where((or) => or.or([or('d.one', '=', id), or('d.other', '=', id)])),
        )
        .as('twin'),
    ])
    .executeTakeFirst();
  const { stage, fit_told, replied, told, agreement, twin } = need(row, 'application');
  const steps: NextStep[] = [];
  if (stage === 'not-this-fund' && fit_told && !replied) steps.push('reply');
  if (twin && (stage === 'received' || stage === 'standing')) steps.push('keep');
  if (told && stage !== 'withdrawn') steps.push('letter');
  if (agreement) steps.push('agreement');
  if (told && stage !== 'withdrawn') steps.push('publishing');
  const known = stage === 'not-this-fund' && !fit_told ? 'received' : stage;
  return { stage: known, steps };
}
