/** Every SQL sentence of what a person says about themselves. */
import type { Tx } from '../../../platform/db/pool.ts';
import { isLang } from '../../../words/languages.ts';
import type { AccountTables } from '../../accounts/tables.ts';
import type { Self } from './rules.ts';

function own(tx: Tx, personId: string) {
  return tx
    .withTables<AccountTables>()
    .selectFrom('people')
    .where('id', '=', personId)
    .select(['name', 'email', 'language', 'shown_as as shownAs']);
}

export async function selfOf(tx: Tx, personId: string): Promise<Self & { email: string }> {
  const row = await own(tx, personId).executeTakeFirstOrThrow();
  return { ...row, language: isLang(row.language) ? row.language : 'en' };
}

/** Locked, so that two phones changing it at once both tell what they changed. */
export async function selfToChange(tx: Tx, personId: string): Promise<Self> {
  const row = await own(tx, personId).forUpdate().executeTakeFirstOrThrow();
  return { ...row, language: isLang(row.language) ? row.language : 'en' };
}

export async function setSelf(tx: Tx, personId: string, self: Self): Promise<void> {
  await tx
    .withTables<AccountTables>()
    .updateTable('people')
    .set({ name: self.name, language: self.language, shown_as: self.shownAs })
    .where('id', '=', personId)
    .execute();
}
