/** Every SQL sentence of replies and of the second looks they ask for. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';
import type { AgainLook, Reply, Seat } from './rules.ts';

export async function replyOf(tx: Tx, applicationId: string): Promise<Reply | null> {
  const row = await tx
    .withTables<IntakeTables>()
    .selectFrom('replies')
    .select(['words', 'at'])
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row ?? null;
}

export async function addReply(tx: Tx, applicationId: string, words: string, at: Date): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('replies')
    .values({ application_id: applicationId, words, at })
    .execute();
}

export async function looksAgainAt(tx: Tx, applicationId: string): Promise<AgainLook[]> {
  const rows = await tx
    .withTables<IntakeTables>()
    .selectFrom('reply_looks')
    .select(['seat', 'person_id', 'yes', 'words'])
    .where('application_id', '=', applicationId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ seat: row.seat, personId: row.person_id, yes: row.yes, words: row.words }));
}

export async function addLookAgain(tx: Tx, applicationId: string, look: AgainLook, at: Date): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('reply_looks')
    .values({
      application_id: applicationId,
      seat: look.seat,
      person_id: look.personId,
      yes: look.yes,
      words: look.words,
      at,
    })
    .execute();
}

export type WaitingReply = { readonly applicationId: string; readonly shownAs: string; readonly at: Date };

/** Groups that wrote back and wait for this seat, longest waiting first. */
export async function repliesWaiting(tx: Tx, fundId: string, seat: Seat): Promise<WaitingReply[]> {
  const rows = await tx
    .withTables<IntakeTables & ApplicationTables>()
    .selectFrom('replies as r')
    .innerJoin('submissions as s', 's.application_id', 'r.application_id')
    .where('s.fund_id', '=', fundId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fit_decisions as d')
            .select('d.id')
            .whereRef('d.application_id', '=', 'r.application_id')
            .where('d.after_reply', '=', true),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reply_looks as l')
            .select('l.seat')
            .whereRef('l.application_id', '=', 'r.application_id')
            .where('l.seat', '=', seat),
        ),
      ),
    )
    .select(['r.application_id', 's.shown_as', 'r.at'])
    .orderBy('r.at')
    .limit(100)
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, shownAs: row.shown_as, at: row.at }));
}
