/** The agreement is kept with the accounts; then the group's name, its words and who signed go, and sums and days stay. */
import { sql } from 'kysely';
import { answersUntil, groupRule, heldIn, ofThem } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { GrantTables } from './tables.ts';

type Column = ColumnOf<GrantTables>;
const why = 'To show the accountant what was agreed, and who agreed.';
const promise = 'site.privacy.bank.is';

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'agreements.words',
    what: 'the group’s name and words in the letter of its grant',
    why,
    promise,
    columns: ['agreements.body'] satisfies Column[],
    held: heldIn('agreements', sql`h.body ->> 'group' <> ${gone}`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update agreements set body = body || jsonb_build_object('group', ${gone}::text, 'sponsor', null,
          'purpose', ${gone}::text, 'idea', ${gone}::text, 'plan', '', 'lines',
          (select coalesce(jsonb_agg(line - 'what'), '[]') from jsonb_array_elements(body -> 'lines') line))
        where ${ofThem(ids)}`.execute(tx);
    },
  }),
  groupRule({
    name: 'agreements.signatures',
    what: 'the names of people who signed',
    why,
    promise,
    columns: ['signatures.signed_as'] satisfies Column[],
    held: heldIn('signatures', sql`h.signed_as <> ${gone}`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update signatures set signed_as = ${gone} where ${ofThem(ids)}`.execute(tx);
    },
  }),
];

export const stays = {
  'agreements.language': 'a code',
  'instalments.turn': 'how often a payment began again',
  'landings.said_by': 'that the group or somebody of the team said the money came: a word or an id',
} satisfies Stays<GrantTables>;
