/** Where letters to a group go, in which language, and who at the fund signs them; null when it gave no e-mail and is rung instead. */
import { need } from '../../kernel/outcomes.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { isLang, type Lang } from '../../words/languages.ts';
import type { ApplicationTables } from '../applications/tables.ts';
import { fundById } from '../pool/store.ts';

export type Mailbox = {
  readonly to: string;
  readonly lang: Lang;
  readonly fundId: string;
  readonly help: { readonly person: string; readonly phone: string };
};

export async function mailboxOf(tx: Tx, applicationId: string): Promise<Mailbox | null> {
  const row = await tx
    .withTables<ApplicationTables>()
    .selectFrom('applications')
    .innerJoin('contacts', 'contacts.application_id', 'applications.id')
    .select(['contacts.email', 'applications.language', 'applications.fund_id'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirst();
  if (!row?.email) return null;
  const fund = need(await fundById(tx, row.fund_id), 'fund');
  return {
    to: row.email,
    lang: isLang(row.language) ? row.language : 'en',
    fundId: row.fund_id,
    help: fund.design.help,
  };
}
