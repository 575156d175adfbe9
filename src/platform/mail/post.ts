/** Letters leave through a queue: written once per effect in the deed's transaction, sent later, marked as sent. */
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../work.ts';
import type { MailTables } from './tables.ts';

export type Letter = {
  /** The same key is the same letter: posting it again does nothing. */
  readonly effectKey: string;
  readonly to: string;
  readonly language: string;
  /** Neutral: no group's name, no subject matter. */
  readonly subject: string;
  readonly body: string;
  readonly fundId?: string;
  /** Sign-in codes: the body is forgotten once it is sent. */
  readonly secret?: boolean;
};

/** A mail program that makes a link of an address would take the mark that ends its direction into it. */
function bareAddresses(body: string): string {
  return body.replace(/[\u2066-\u2068](https?:\/\/[^\s\u2069]+)\u2069/g, '$1');
}

export async function post(work: Work, letter: Letter): Promise<void> {
  const id = newId();
  const kept = await work.tx
    .withTables<MailTables>()
    .insertInto('messages')
    .values({
      id,
      fund_id: letter.fundId ?? null,
      effect_key: letter.effectKey,
      recipient: letter.to,
      language: letter.language,
      subject: letter.subject,
      body: bareAddresses(letter.body),
      secret: letter.secret ?? false,
      made_at: work.now,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.column('effect_key').doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 1n) await work.enqueue('mail.send', { id }, id);
}
