/** How long letters are kept after they left: the row stays, so that the same letter is never sent twice. */
import { sql } from 'kysely';
import { agedRule } from '../keeping/aged.ts';
import { type ColumnOf, daysAfter, type KeepingRule, type Stays } from '../keeping/rules.ts';
import type { MailTables } from './tables.ts';

export const letterDays = 30;
const columns = ['messages.recipient', 'messages.body', 'messages.subject'] satisfies ColumnOf<MailTables>[];

export const keeping: readonly KeepingRule[] = [
  agedRule({
    name: 'letters.sent',
    what: 'addresses and words of letters that were sent, or could not be for a month',
    why: 'To see that a letter left, should somebody ask where it is.',
    promise: 'site.privacy.letters.is',
    columns,
    table: 'messages',
    id: 'id',
    at: sql`coalesce(sent_at, made_at)`,
    fund: sql`fund_id`,
    held: sql`recipient <> ''`,
    until: (at) => daysAfter(at, letterDays),
    forget: async (tx, ids) => {
      await sql`update messages set recipient = '', subject = '', body = null where id = any(${[...ids]})`.execute(tx);
    },
  }),
];

export const stays = {
  'messages.effect_key': 'what the letter was about, in codes and ids; with it the same letter is never sent twice',
  'messages.language': 'the language of the letter',
} satisfies Stays<MailTables>;
