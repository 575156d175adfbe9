/** What was seen at the checks is kept with the accounts, or as long as the answers where no money went. */
import { sql } from 'kysely';
import { answersUntil, groupRule, heldIn, ofThem } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { CheckTables } from './tables.ts';

type Column = ColumnOf<CheckTables>;
const why = 'To show that the check was fair, and what the money was for.';
const promise = 'site.privacy.bank.is';

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'checks.items',
    what: 'what was seen at a check',
    why,
    promise,
    columns: ['check_items.words'] satisfies Column[],
    held: heldIn('check_items', sql`h.words not in ('', ${gone})`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update check_items set words = ${gone} where ${ofThem(ids)} and words <> ''`.execute(tx);
    },
  }),
  groupRule({
    name: 'checks.plans',
    what: 'what was still to do after the checks; for groups without a grant also what it was for',
    why,
    promise,
    columns: ['check_outcomes.plan', 'check_outcomes.purpose'] satisfies Column[],
    held: heldIn(
      'check_outcomes',
      sql`(h.plan not in ('', ${gone}) or (h.purpose not in ('', ${gone}) and k.awarded_at is null))`,
    ),
    until: answersUntil,
    // What a grant is for is public, when the group says so.
    forget: async (tx, ids) => {
      await sql`update check_outcomes set plan = case when plan = '' then '' else ${gone} end where ${ofThem(ids)}`.execute(
        tx,
      );
      await sql`update check_outcomes o set purpose = ${gone} where ${ofThem(ids)} and purpose <> ''
        and not exists (select 1 from awards w where w.application_id = o.application_id)`.execute(tx);
    },
  }),
];

export const stays = { 'check_items.code': 'which check it was' } satisfies Stays<CheckTables>;
