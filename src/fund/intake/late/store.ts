/** Every SQL sentence of the late log. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { CallTables } from '../../calls/tables.ts';
import type { IntakeTables } from '../tables.ts';
import type { Vote } from './rules.ts';

export type LateCase = {
  readonly applicationId: string;
  readonly reference: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly closedAt: Date;
  readonly sent: boolean;
  readonly votes: readonly (Vote & { readonly words: string })[];
};

/** Every late request of the fund, oldest first, in one shape for all. */
export async function lateLog(tx: Tx, fundId: string): Promise<LateCase[]> {
  const tables = tx.withTables<IntakeTables & ApplicationTables & CallTables>();
  const rows = await tables
    .selectFrom('late_requests as r')
    .innerJoin('applications as a', 'a.id', 'r.application_id')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .leftJoin('submissions as s', 's.application_id', 'a.id')
    .where('a.fund_id', '=', fundId)
    .select(['a.id', 'a.reference', 'r.reason', 'r.asked_at', 'c.closes_at', 's.sent_at'])
    .orderBy('r.asked_at')
    .orderBy('a.id')
    .limit(500)
    .execute();
  const votes =
    rows.length === 0
      ? []
      : await tables
          .selectFrom('late_votes')
          .select(['application_id', 'person_id', 'yes', 'words'])
          .where(
            'application_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('at')
          .execute();
  return rows.map((row) => ({
    applicationId: row.id,
    reference: row.reference,
    reason: row.reason,
    askedAt: row.asked_at,
    closedAt: row.closes_at,
    sent: row.sent_at !== null,
    votes: votes
      .filter((vote) => vote.application_id === row.id)
      .map((vote) => ({ personId: vote.person_id, yes: vote.yes, words: vote.words })),
  }));
}

/** The votes on one request, with the request held so that votes come one after the other; null when there is none. */
export async function lockVotes(tx: Tx, applicationId: string): Promise<{ fundId: string; votes: Vote[] } | null> {
  const tables = tx.withTables<IntakeTables & ApplicationTables>();
  const request = await tables
    .selectFrom('late_requests as r')
    .innerJoin('applications as a', 'a.id', 'r.application_id')
    .where('r.application_id', '=', applicationId)
    .select('a.fund_id')
    .forUpdate('r')
    .executeTakeFirst();
  if (!request) return null;
  const votes = await tables
    .selectFrom('late_votes')
    .select(['person_id', 'yes'])
    .where('application_id', '=', applicationId)
    .execute();
  return { fundId: request.fund_id, votes: votes.map((vote) => ({ personId: vote.person_id, yes: vote.yes })) };
}

export async function addVote(tx: Tx, applicationId: string, vote: Vote & { words: string }, at: Date): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('late_votes')
    .values({ application_id: applicationId, person_id: vote.personId, yes: vote.yes, words: vote.words, at })
    .execute();
}
