/** The record is never forgotten: it holds codes and ids, which lead to nothing once the rows they name are empty. */
import type { Stays } from '../keeping/rules.ts';
import type { AuditTables } from './tables.ts';

const sealed = 'the record of what happened, in codes and ids; sealed, so that it cannot be changed';

export const stays = {
  'events.actor': sealed,
  'events.kind': sealed,
  'events.subject': sealed,
  'events.data': sealed,
  'event_seals.hash': sealed,
  'event_roots.hash': sealed,
} satisfies Stays<AuditTables>;
