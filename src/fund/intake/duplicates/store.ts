/** Every SQL sentence of likely duplicates. */
import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';
import type { Entry, Pair, Sign } from './likeness.ts';
import type { Keep, PairState } from './rules.ts';

type Tables = IntakeTables & ApplicationTables;
const snapshotShape = z.record(z.string(), z.unknown());
const textShape = z.object({ text: z.string() });

/** What is compared: everything sent that still goes on. */
export async function comparable(tx: Tx, fundId: string): Promise<Entry[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('submissions as s')
    .innerJoin('application_stages as st', 'st.application_id', 's.application_id')
    .where('s.fund_id', '=', fundId)
    .where('st.stage', 'in', ['received', 'standing', 'not-this-fund'])
    .select(['s.application_id', 's.group_name', 's.sponsor_name', 's.snapshot'])
    .execute();
  return rows.map((row) => {
    const snapshot = snapshotShape.safeParse(row.snapshot);
    const answers = Object.values(snapshot.data ?? {}).flatMap((body) => textShape.safeParse(body).data?.text ?? []);
    return { id: row.application_id, name: row.group_name, sponsor: row.sponsor_name, answers };
  });
}

/** Keeps pairs that were not known; returns how many are new. */
export async function addPairs(tx: Tx, fundId: string, pairs: readonly Pair[], at: Date): Promise<number> {
  let added = 0;
  for (let from = 0; from < pairs.length; from += 1000) {
    const result = await tx
      .withTables<Tables>()
      .insertInto('likely_duplicates')
      .values(
        pairs.slice(from, from + 1000).map((pair) => ({
          id: newId(),
          fund_id: fundId,
          one: pair.one,
          other: pair.other,
          signs: [...pair.signs],
          found_at: at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['one', 'other']).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

export type Half = {
  readonly applicationId: string;
  readonly reference: string;
  readonly groupName: string;
  readonly sentAt: Date;
  readonly requestedPence: number;
  readonly sponsor: string | null;
  readonly snapshot: Readonly<Record<string, unknown>>;
  readonly choice: { keep: Keep; words: string } | null;
};
export type PairInFull = PairState & {
  readonly id: string;
  readonly fundId: string;
  readonly signs: readonly Sign[];
  readonly halves: readonly Half[];
  readonly settlement: { kept: string | null; words: string; groupAsked: boolean } | null;
};

/** Holds the pair and both applications, so that settling happens once. */
export async function lockPair(tx: Tx, id: string): Promise<void> {
  const tables = tx.withTables<Tables>();
  const pair = await tables
    .selectFrom('likely_duplicates')
    .select(['one', 'other'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!pair) return;
  await tables
    .selectFrom('applications')
    .select('id')
    .where('id', 'in', [pair.one, pair.other])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function pairById(tx: Tx, id: string): Promise<PairInFull | null> {
  const tables = tx.withTables<Tables>();
  const row = await tables
    .selectFrom('likely_duplicates as p')
    .leftJoin('duplicate_asks as k', 'k.likely_duplicate_id', 'p.id')
    .leftJoin('duplicate_settlements as d', 'd.likely_duplicate_id', 'p.id')
    .where('p.id', '=', id)
    .select(['p.id', 'p.fund_id', 'p.one', 'p.other', 'p.signs', 'k.at as asked_at'])
    .select(['d.at as settled_at', 'd.kept', 'd.words', 'd.group_asked'])
    .executeTakeFirst();
  if (!row) return null;
  const halves = await tables
    .selectFrom('submissions as s')
    .innerJoin('applications as a', 'a.id', 's.application_id')
    .innerJoin('application_outcomes as o', 'o.application_id', 's.application_id')
    .leftJoin('keep_choices as c', (join) =>
      join.onRef('c.application_id', '=', 's.application_id').on('c.likely_duplicate_id', '=', id),
    )
    .where('s.application_id', 'in', [row.one, row.other])
    .select(['s.application_id', 'a.reference', 's.group_name', 's.sent_at', 's.requested_pence', 's.sponsor_name'])
    .select(['s.snapshot', 'o.outcome', 'c.keep', 'c.words'])
    .orderBy('s.sent_at')
    .execute();
  return {
    id: row.id,
    fundId: row.fund_id,
    one: row.one,
    other: row.other,
    signs: row.signs as Sign[],
    asked: row.asked_at !== null,
    settled: row.settled_at !== null,
    outcomes: Object.fromEntries(halves.map((half) => [half.application_id, half.outcome])),
    settlement:
      row.settled_at === null ? null : { kept: row.kept, words: row.words ?? '', groupAsked: row.group_asked === true },
    halves: halves.map((half) => ({
      applicationId: half.application_id,
      reference: half.reference,
      groupName: half.group_name,
      sentAt: half.sent_at,
      requestedPence: half.requested_pence,
      sponsor: half.sponsor_name,
      snapshot: snapshotShape.safeParse(half.snapshot).data ?? {},
      choice: half.keep === null ? null : { keep: half.keep, words: half.words ?? '' },
    })),
  };
}

export type PairLine = {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly names: readonly [string, string];
  readonly signs: readonly Sign[];
  readonly asked: boolean;
  readonly choices: number;
};

/** Pairs that wait for a person: nobody settled them and both still go on. */
export async function waitingPairs(tx: Tx, fundId: string, most: number): Promise<PairLine[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('likely_duplicates as p')
    .innerJoin('submissions as a', 'a.application_id', 'p.one')
    .innerJoin('submissions as b', 'b.application_id', 'p.other')
    .innerJoin('application_stages as sa', 'sa.application_id', 'p.one')
    .innerJoin('application_stages as sb', 'sb.application_id', 'p.other')
    .leftJoin('duplicate_settlements as d', 'd.likely_duplicate_id', 'p.id')
    .leftJoin('duplicate_asks as k', 'k.likely_duplicate_id', 'p.id')
    .where('p.fund_id', '=', fundId)
    .where('d.likely_duplicate_id', 'is', null)
    .where('sa.stage', 'in', ['received', 'standing', 'not-this-fund'])
    .where('sb.stage', 'in', ['received', 'standing', 'not-this-fund'])
    .select(['p.id', 'p.one', 'p.other', 'p.signs', 'a.group_name as a_name', 'b.group_name as b_name', 'k.at'])
    .select(sql<number>`(select count(*) from keep_choices c where c.likely_duplicate_id = p.id)`.as('choices'))
    .orderBy('p.found_at')
    .orderBy('p.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    one: row.one,
    other: row.other,
    names: [row.a_name, row.b_name],
    signs: row.signs as Sign[],
    asked: row.at !== null,
    choices: row.choices,
  }));
}

export async function addAsk(tx: Tx, pairId: string, personId: string, at: Date): Promise<boolean> {
  const result = await tx
    .withTables<Tables>()
    .insertInto('duplicate_asks')
    .values({ likely_duplicate_id: pairId, person_id: personId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function keepChoice(
  tx: Tx,
  choice: { pairId: string; applicationId: string; keep: Keep; words: string },
  at: Date,
): Promise<void> {
  const said = { keep: choice.keep, words: choice.words, at };
  await tx
    .withTables<Tables>()
    .insertInto('keep_choices')
    .values({ likely_duplicate_id: choice.pairId, application_id: choice.applicationId, ...said })
    .onConflict((conflict) => conflict.columns(['likely_duplicate_id', 'application_id']).doUpdateSet(said))
    .execute();
}

export async function addPairSettlement(
  tx: Tx,
  settlement: {
    pairId: string;
    kept: string | null;
    setAside: string | null;
    groupAsked: boolean;
    personId: string;
    words: string;
  },
  at: Date,
): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('duplicate_settlements')
    .values({
      likely_duplicate_id: settlement.pairId,
      kept: settlement.kept,
      set_aside: settlement.setAside,
      group_asked: settlement.groupAsked,
      person_id: settlement.personId,
      words: settlement.words,
      at,
    })
    .execute();
}

/** Pairs of one application that a person asked its group about, oldest first. */
export async function askedPairsOf(tx: Tx, applicationId: string): Promise<PairInFull[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('likely_duplicates as p')
    .innerJoin('duplicate_asks as k', 'k.likely_duplicate_id', 'p.id')
    .where((where) => where.or([where('p.one', '=', applicationId), where('p.other', '=', applicationId)]))
    .select('p.id')
    .orderBy('k.at')
    .limit(20)
    .execute();
  const pairs: PairInFull[] = [];
  for (const { id } of rows) {
    const pair = await pairById(tx, id);
    if (pair) pairs.push(pair);
  }
  return pairs;
}
