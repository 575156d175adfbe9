/** Every SQL sentence about groups that still write when the closing day moves. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { OpeningTables } from '../../calls/opening/tables.ts';
import type { CallTables } from '../../calls/tables.ts';
import type { ApplicationTables } from '../tables.ts';

type Tables = ApplicationTables & CallTables & OpeningTables;

export type MoreTime = {
  readonly fundId: string;
  readonly callId: string;
  readonly closesAt: Date;
  readonly why: string;
};

/** What a move gave; null when it was taken back, or when the day has moved on since. */
export async function moreTimeOf(tx: Tx, moveId: string): Promise<MoreTime | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('closing_moves as m')
    .innerJoin('calls as c', 'c.id', 'm.call_id')
    .where('m.id', '=', moveId)
    .whereRef('m.to_at', '=', 'c.closes_at')
    .select(['c.fund_id as fundId', 'c.id as callId', 'c.closes_at as closesAt', 'm.why'])
    .executeTakeFirst();
  return row ?? null;
}

export type Writing = {
  readonly id: string;
  readonly reference: string;
  readonly language: string;
  readonly email: string | null;
};

/** Groups that have begun and not sent: the next few after `after`. */
export async function writingIn(tx: Tx, callId: string, after: string, limit: number): Promise<Writing[]> {
  return tx
    .withTables<Tables>()
    .selectFrom('applications as a')
    .innerJoin('contacts as k', 'k.application_id', 'a.id')
    .leftJoin('submissions as s', 's.application_id', 'a.id')
    .where('a.call_id', '=', callId)
    .where('a.id', '>', after)
    .where('s.application_id', 'is', null)
    .select(['a.id', 'a.reference', 'a.language', 'k.email'])
    .orderBy('a.id')
    .limit(limit)
    .execute();
}
