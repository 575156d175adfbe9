/** Every SQL sentence of what members bring: the languages they read, what they know, how much of what is hard to read. */
import type { Tx } from '../../../platform/db/pool.ts';
import type { ReadingTables } from '../tables.ts';

export type Brings = {
  readonly languages: readonly string[];
  readonly strengths: readonly string[];
  readonly hardMost: number | null;
};

/** What each of these people said, by person; who has said nothing is left out. */
export async function broughtBy(
  tx: Tx,
  fundId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Brings>> {
  const found = new Map<string, Brings>();
  if (personIds.length === 0) return found;
  const tables = tx.withTables<ReadingTables>();
  const languages = await tables
    .selectFrom('member_languages')
    .selectAll()
    .where('person_id', 'in', [...personIds])
    .orderBy('language')
    .execute();
  const strengths = await tables
    .selectFrom('reading_strengths')
    .select(['person_id', 'strength'])
    .where('fund_id', '=', fundId)
    .where('person_id', 'in', [...personIds])
    .orderBy('strength')
    .execute();
  const caps = await tables
    .selectFrom('reading_brings')
    .select(['person_id', 'hard_most'])
    .where('fund_id', '=', fundId)
    .where('person_id', 'in', [...personIds])
    .execute();
  for (const id of personIds) {
    const own = <Row extends { person_id: string }>(rows: readonly Row[]) => rows.filter((row) => row.person_id === id);
    found.set(id, {
      languages: own(languages).map((row) => row.language),
      strengths: own(strengths).map((row) => row.strength),
      hardMost: own(caps)[0]?.hard_most ?? null,
    });
  }
  return found;
}

export async function keepBrings(
  tx: Tx,
  fundId: string,
  personId: string,
  brings: Brings & { readonly now: Date },
): Promise<void> {
  const tables = tx.withTables<ReadingTables>();
  const kept = { hard_most: brings.hardMost, said_at: brings.now };
  // The row comes first: two sends by one person wait for each other on it.
  await tables
    .insertInto('reading_brings')
    .values({ fund_id: fundId, person_id: personId, ...kept })
    .onConflict((again) => again.columns(['fund_id', 'person_id']).doUpdateSet(kept))
    .execute();
  await tables.deleteFrom('member_languages').where('person_id', '=', personId).execute();
  await tables
    .deleteFrom('reading_strengths')
    .where('fund_id', '=', fundId)
    .where('person_id', '=', personId)
    .execute();
  if (brings.languages.length > 0) {
    await tables
      .insertInto('member_languages')
      .values(brings.languages.map((language) => ({ person_id: personId, language })))
      .onConflict((again) => again.doNothing())
      .execute();
  }
  if (brings.strengths.length > 0) {
    await tables
      .insertInto('reading_strengths')
      .values(brings.strengths.map((strength) => ({ fund_id: fundId, person_id: personId, strength })))
      .onConflict((again) => again.doNothing())
      .execute();
  }
}
