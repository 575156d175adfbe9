/** The open call and its dates are public; what each member said about hours goes when the fund ends. */
import { sql } from 'kysely';
import { fundRule } from '../../people/groups/keeping.ts';
import type { ColumnOf, KeepingRule, Stays } from '../../platform/keeping/rules.ts';
import type { HoursTables } from './hours/tables.ts';
import type { OpeningTables } from './opening/tables.ts';
import type { CallTables } from './tables.ts';

export const keeping: readonly KeepingRule[] = [
  fundRule({
    name: 'hours.said',
    what: 'hours that each member offered, and who said yes or no to a way of reading (counted by fund)',
    why: 'To give nobody more than they offered, and to count each voice once.',
    promise: 'site.privacy.team.is',
    columns: ['reading_offers.minutes', 'reading_voices.yes'] satisfies ColumnOf<HoursTables>[],
    held: sql`exists (select 1 from reading_offers o where o.fund_id = f.id)
      or exists (select 1 from reading_voices v join reading_questions q on q.id = v.question_id where q.fund_id = f.id)`,
    forget: async (tx, ids) => {
      await sql`delete from reading_offers where fund_id = any(${[...ids]})`.execute(tx);
      await sql`delete from reading_voices where question_id in
        (select id from reading_questions where fund_id = any(${[...ids]}))`.execute(tx);
    },
  }),
];

const call = 'the open call, as it tells everyone';

export const stays = {
  'calls.languages': call,
  'calls.question_set_version': call,
  'timeline_steps.code': call,
  'timeline_steps.phase': call,
  'timeline_steps.what': call,
  'closing_moves.why': 'why the last day moved, as it tells everyone',
} satisfies Stays<CallTables & OpeningTables>;
