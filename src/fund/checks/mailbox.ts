/** Where letters to a group go and in which language; null when it gave no e-mail and is rung instead. */
import type { Tx } from '../../platform/db/pool.ts';
import { isLang, type Lang } from '../../words/languages.ts';
import type { ApplicationTables } from '../applications/tables.ts';

export type Mailbox = { readonly to: string; readonly lang: Lang; readonly fundId: string };

export async function mailboxOf(tx: Tx, applicationId: string): Promise<Mailbox | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('applications')
    .innerJoin('contacts', 'contacts.application_id', 'applications.id')
    .select(['contacts.email', 'applications.language', 'applications.fund_id'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirst();
  if (!row?.email) return null;
  return { to: row.email, lang: isLang(row.language) ? row.language : 'en', fundId: row.fund_id };
}
