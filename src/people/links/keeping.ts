/** Why somebody is close to a group goes when the group's own words go; that there was a link stays with the choosing. */
import { sql } from 'kysely';
import type { ColumnOf, KeepingRule } from '../../platform/keeping/rules.ts';
import { groupRule, heldIn, ofThem, reachUntil } from '../groups/keeping.ts';
import type { LinkTables } from './tables.ts';

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'links.why',
    what: 'why somebody is close to a group, in their words',
    why: 'To keep the choosing fair.',
    promise: 'site.privacy.notes.is',
    columns: ['links.why'] satisfies ColumnOf<LinkTables>[],
    held: heldIn('links', sql`h.why <> ''`),
    until: reachUntil,
    forget: async (tx, ids) => {
      await sql`update links set why = '' where ${ofThem(ids)}`.execute(tx);
    },
  }),
];
