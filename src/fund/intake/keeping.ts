/** Words around a look, a reply, a late start or two sends go with the contact; what was decided stays as codes. */
import { sql } from 'kysely';
import { groupRule, heldIn, ofThem, reachUntil, rowsGo } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { IntakeTables } from './tables.ts';

type Column = ColumnOf<IntakeTables>;
const promise = 'site.privacy.notes.is';

type Wordy =
  | 'fit_looks'
  | 'fit_settlements'
  | 'fit_decisions'
  | 'replies'
  | 'reply_looks'
  | 'late_votes'
  | 'keep_choices';

/** Words that stand in a row which says more than they do. */
function wordsOf(table: Wordy, name: string, what: string, why: string): KeepingRule {
  return groupRule({
    name,
    what,
    why,
    promise,
    columns: [`${table}.words`] satisfies Column[],
    held: heldIn(table, sql`h.words not in ('', ${gone})`),
    until: reachUntil,
    forget: async (tx, ids) => {
      await sql`update ${sql.table(table)} set words = ${gone} where ${ofThem(ids)} and words <> ''`.execute(tx);
    },
  });
}

const why = 'To tell the group why, and to look again fairly.';

export const keeping: readonly KeepingRule[] = [
  wordsOf('fit_looks', 'looks.words', 'what was written at a first or second look', why),
  wordsOf('fit_settlements', 'talks.words', 'what was written when a look was talked over', why),
  wordsOf('fit_decisions', 'decisions.words', 'what a group was told about fitting this fund', why),
  wordsOf('replies', 'replies.words', 'what a group wrote back', why),
  wordsOf('reply_looks', 'replies.looks', 'what was written when a reply was looked at', why),
  wordsOf('late_votes', 'late.votes', 'what members wrote about a group that came late', why),
  wordsOf('keep_choices', 'duplicates.choices', 'what a group wrote about two sends', why),
  groupRule({
    name: 'duplicates.settled',
    what: 'what was written when two sends were settled',
    why,
    promise,
    columns: ['duplicate_settlements.words'] satisfies Column[],
    held: sql`exists (select 1 from duplicate_settlements x join likely_duplicates d on d.id = x.likely_duplicate_id
      where k.application_id in (d.one, d.other) and x.words not in ('', ${gone}))`,
    until: reachUntil,
    forget: async (tx, ids) => {
      await sql`update duplicate_settlements x set words = ${gone} from likely_duplicates d
        where d.id = x.likely_duplicate_id and (d.one = any(${[...ids]}) or d.other = any(${[...ids]})) and x.words <> ''`.execute(
        tx,
      );
    },
  }),
  groupRule({
    name: 'calls.notes',
    what: 'what was said on the phone',
    why: 'So that the next person who rings knows.',
    promise,
    columns: ['intake_notes.words'] satisfies Column[],
    held: heldIn('intake_notes'),
    until: reachUntil,
    forget: rowsGo('intake_notes'),
  }),
];

const code = 'a code of the fund’s own list';

export const stays = {
  'fit_looks.reason_code': code,
  'fit_settlements.reason_code': code,
  'fit_decisions.reason_code': code,
  'likely_duplicates.signs': 'codes such as same-name, never the name',
} satisfies Stays<IntakeTables>;
