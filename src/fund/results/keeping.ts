/** The reasons in a group's letter go with the answers they were about. */
import { sql } from 'kysely';
import { answersUntil, groupRule, heldIn, ofThem } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule } from '../../platform/keeping/rules.ts';
import type { ResultTables } from './tables.ts';

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'letters.reasons',
    what: 'the strength and the reasons in a group’s letter',
    why: 'So that a group can ask about them.',
    promise: 'site.privacy.answers.is',
    columns: ['letters.strength', 'letters.reason_one', 'letters.reason_two'] satisfies ColumnOf<ResultTables>[],
    held: heldIn('letters', sql`h.reason_one <> ${gone}`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update letters set strength = ${gone}, reason_one = ${gone}, reason_two = ${gone}
        where ${ofThem(ids)}`.execute(tx);
    },
  }),
];
