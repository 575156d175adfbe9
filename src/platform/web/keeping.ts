/** How long the door remembers a form that was sent: where it led, and the sealed cookies for a second tap. */
import { sql } from 'kysely';
import { agedRule } from '../keeping/aged.ts';
import { daysAfter, type KeepingRule } from '../keeping/rules.ts';

const promise = 'site.privacy.letters.is';

export const keeping: readonly KeepingRule[] = [
  agedRule({
    name: 'forms.cookies',
    what: 'cookies kept, sealed, for a second tap on the same button',
    why: 'A second tap comes within minutes.',
    promise,
    columns: ['idempotency_keys.sealed'],
    table: 'idempotency_keys',
    id: 'key_hash',
    at: sql`made_at`,
    held: sql`sealed is not null`,
    // A thing goes at the beginning of its day: one day would leave a form of just before midnight only seconds.
    until: (at) => daysAfter(at, 2),
    forget: async (tx, ids) => {
      await sql`update idempotency_keys set sealed = null where key_hash = any(${[...ids]})`.execute(tx);
    },
  }),
  agedRule({
    name: 'forms.answers',
    what: 'notes that a form was sent and where it led',
    why: 'A page may stay open for months; sent again, it must not count twice.',
    promise,
    columns: ['idempotency_keys.key_hash', 'idempotency_keys.location'],
    table: 'idempotency_keys',
    id: 'key_hash',
    at: sql`made_at`,
    held: sql`true`,
    until: (at) => daysAfter(at, 400),
    forget: async (tx, ids) => {
      await sql`delete from idempotency_keys where key_hash = any(${[...ids]})`.execute(tx);
    },
  }),
];

export const stays = {
  'rate_limits.bucket': 'a hash of who tried too often; the limits themselves throw it away after a day',
  'migrations.name': 'the name of a file of ours',
  'migrations.hash': 'what that file was when it was applied',
};
