/** What the board asked and wrote about a group is kept with the accounts, or as long as the answers where no money went. */
import { sql } from 'kysely';
import { answersUntil, groupRule, heldIn, ofThem } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { SignoffTables } from './tables.ts';

type Column = ColumnOf<SignoffTables>;
const why = 'For the board’s own record.';
const promise = 'site.privacy.bank.is';

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'board.questions',
    what: 'what the board asked about a group, and the answer',
    why,
    promise,
    columns: ['signoff_questions.question', 'signoff_questions.answer'] satisfies Column[],
    held: heldIn('signoff_questions', sql`h.question <> ${gone}`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update signoff_questions set question = ${gone}, answer = case when answer is null then null else ${gone} end
        where ${ofThem(ids)}`.execute(tx);
    },
  }),
  groupRule({
    name: 'board.words',
    what: 'what the board wrote when it signed off or said no',
    why,
    promise,
    columns: ['signoffs.words'] satisfies Column[],
    held: heldIn('signoffs', sql`h.words not in ('', ${gone})`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update signoffs set words = ${gone} where ${ofThem(ids)} and words <> ''`.execute(tx);
    },
  }),
];

export const stays = { 'signoffs.ground': 'which of the five grounds' } satisfies Stays<SignoffTables>;
