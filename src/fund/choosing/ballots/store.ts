/** Every SQL sentence of ballots: opening, casting, the close that takes the voters out, and reading the result. */
import { sql } from 'kysely';
import type { DecisionRecord, Manifest } from '../../../../packages/deciding/src/index.ts';
import type { AccountTables } from '../../../people/accounts/tables.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables } from '../../applications/tables.ts';
import type { Laid } from '../rules.ts';
import type { Paper, Why } from './count.ts';
import type { Locked } from './locked.ts';
import type { Marks } from './rules.ts';
import type { BallotTables } from './tables.ts';

type Tables = BallotTables & ApplicationTables & AccountTables;

export type KnownBallot = {
  id: string;
  fundId: string;
  ruleId: string;
  place: number;
  manifest: Manifest;
  manifestHash: string;
  openedAt: Date;
  endedAt: Date | null;
  ending: 'counted' | 'called-off' | null;
};

function asBallot(row: BallotTables['ballots']): KnownBallot {
  return {
    id: row.id,
    fundId: row.fund_id,
    ruleId: row.rule_id,
    place: row.place,
    manifest: row.manifest,
    manifestHash: row.manifest_hash,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    ending: row.ending,
  };
}

export async function ballotsOf(tx: Tx, fundId: string): Promise<KnownBallot[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballots')
    .selectAll()
    .where('fund_id', '=', fundId)
    .orderBy('place', 'desc')
    .execute();
  return rows.map(asBallot);
}

export async function openBallotIn(tx: Tx, fundId: string): Promise<KnownBallot | null> {
  return (await ballotsOf(tx, fundId)).find((ballot) => ballot.endedAt === null) ?? null;
}

export async function ballotAt(tx: Tx, ballotId: string): Promise<KnownBallot | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('ballots')
    .selectAll()
    .where('id', '=', ballotId)
    .executeTakeFirst();
  return row ? asBallot(row) : null;
}

/** One ballot, locked: papers and the close come one after another. */
export async function holdBallot(tx: Tx, ballotId: string): Promise<KnownBallot | null> {
  const query = tx.withTables<Tables>().selectFrom('ballots').selectAll().where('id', '=', ballotId);
  const row = await query.forUpdate().executeTakeFirst();
  return row ? asBallot(row) : null;
}

/** The count acts as nobody: it reads every ballot and what each voter is away from, and no page is made of what it reads. */
export async function asTheCount<Read>(tx: Tx, read: () => Promise<Read>): Promise<Read> {
  const who = await sql<{ who: string | null }>`select current_setting('manyhands.person', true) as who`.execute(tx);
  await sql`select set_config('manyhands.person', '', true)`.execute(tx);
  const found = await read();
  await sql`select set_config('manyhands.person', ${who.rows[0]?.who ?? ''}, true)`.execute(tx);
  return found;
}

export async function membersOf(tx: Tx, fundId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('roles')
    .where('fund_id', '=', fundId)
    .where('role', '=', 'member')
    .where('ended_at', 'is', null)
    .select('person_id')
    .orderBy('person_id')
    .execute();
  return [...new Set(rows.map((row) => row.person_id))];
}

export async function addBallot(
  tx: Tx,
  given: {
    id: string;
    fundId: string;
    ruleId: string;
    place: number;
    manifest: Manifest;
    manifestHash: string;
    personId: string;
    now: Date;
    options: readonly Laid[];
    roll: readonly string[];
    away: readonly { personId: string; applicationId: string }[];
  },
): Promise<void> {
  const tables = tx.withTables<Tables>();
  await tables
    .insertInto('ballots')
    .values({
      id: given.id,
      fund_id: given.fundId,
      rule_id: given.ruleId,
      place: given.place,
      manifest: JSON.stringify(given.manifest) as unknown as Manifest,
      manifest_hash: given.manifestHash,
      opened_by: given.personId,
      opened_at: given.now,
      ended_at: null,
      ending: null,
    })
    .execute();
  await tables
    .insertInto('ballot_options')
    .values(
      given.options.map((option) => ({
        ballot_id: given.id,
        application_id: option.applicationId,
        pence: option.pence,
        fee_pence: option.feePence,
      })),
    )
    .execute();
  await tables
    .insertInto('ballot_roll')
    .values(given.roll.map((person_id) => ({ ballot_id: given.id, person_id })))
    .execute();
  if (given.away.length === 0) return;
  await tables
    .insertInto('ballot_recusals')
    .values(
      given.away.map((each) => ({
        ballot_id: given.id,
        person_id: each.personId,
        application_id: each.applicationId,
      })),
    )
    .execute();
}

export async function optionsOf(tx: Tx, ballotId: string): Promise<Laid[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_options')
    .selectAll()
    .where('ballot_id', '=', ballotId)
    .orderBy('application_id')
    .execute();
  return rows.map((row) => ({ applicationId: row.application_id, pence: row.pence, feePence: row.fee_pence }));
}

/** What the ballot is about, by the name and place shown to readers, for those this actor may see. */
export async function namedOptions(tx: Tx, ballotId: string): Promise<(Laid & { shownAs: string })[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_options')
    .innerJoin('submissions', 'submissions.application_id', 'ballot_options.application_id')
    .where('ballot_id', '=', ballotId)
    .select(['ballot_options.application_id', 'pence', 'fee_pence', 'shown_as'])
    .orderBy('shown_as')
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    pence: row.pence,
    feePence: row.fee_pence,
    shownAs: row.shown_as,
  }));
}

export async function isOnRoll(tx: Tx, ballotId: string, personId: string): Promise<boolean> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('ballot_roll')
    .select('person_id')
    .where('ballot_id', '=', ballotId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function rollOf(tx: Tx, ballotId: string): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_roll')
    .select('person_id')
    .where('ballot_id', '=', ballotId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** By application: who stepped out when the ballot opened. */
export async function awayOn(tx: Tx, ballotId: string): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_recusals')
    .select(['application_id', 'person_id'])
    .where('ballot_id', '=', ballotId)
    .orderBy('application_id')
    .execute();
  const found = new Map<string, Set<string>>();
  for (const row of rows)
    found.set(row.application_id, (found.get(row.application_id) ?? new Set()).add(row.person_id));
  return found;
}

export type OpenPaper = Paper & { personId: string; code: string };

/** Open ballots this actor may see: their own, or all of them for the count. */
export async function openPapers(tx: Tx, ballotId: string): Promise<OpenPaper[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('open_ballots')
    .selectAll()
    .where('ballot_id', '=', ballotId)
    .orderBy('pseudonym')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    pseudonym: row.pseudonym,
    salt: row.salt,
    marks: row.marks as Marks,
    code: row.commitment,
  }));
}

export async function keepPaper(tx: Tx, ballotId: string, paper: OpenPaper): Promise<void> {
  const said = { salt: paper.salt, marks: JSON.stringify(paper.marks), commitment: paper.code };
  await tx
    .withTables<Tables>()
    .insertInto('open_ballots')
    .values({ ballot_id: ballotId, person_id: paper.personId, pseudonym: paper.pseudonym, ...said })
    .onConflict((conflict) => conflict.columns(['ballot_id', 'person_id']).doUpdateSet(said))
    .execute();
}

/** How many have given a ballot: a count and nothing else, for everyone. */
export async function castIn(tx: Tx, ballotId: string): Promise<number> {
  return (await asTheCount(tx, () => openPapers(tx, ballotId))).length;
}

/**
 * Takes this ballot's papers out of the file for good. Truncate gives the table a new file, so no dead row with a
 * voter's name stays behind; ballots of other funds that are still open are written into the new file again.
 */
export async function emptyPapers(tx: Tx, ballotId: string): Promise<void> {
  const tables = tx.withTables<Tables>();
  await sql`lock table open_ballots in access exclusive mode`.execute(tx);
  const others = await tables.selectFrom('open_ballots').selectAll().where('ballot_id', '<>', ballotId).execute();
  await sql`truncate table open_ballots`.execute(tx);
  if (others.length === 0) return;
  await tables
    .insertInto('open_ballots')
    .values(others.map((row) => ({ ...row, marks: JSON.stringify(row.marks) })))
    .execute();
}

/** The keys under which ballots were sent, whose rows stand beside the voters' other traces. */
export async function forgetSends(tx: Tx, ballotId: string): Promise<void> {
  await sql`delete from idempotency_keys where location = ${`/ballots/${ballotId}/mine`}`.execute(tx);
}

export async function endBallot(tx: Tx, ballotId: string, ending: 'counted' | 'called-off', now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('ballots')
    .set({ ended_at: now, ending })
    .where('id', '=', ballotId)
    .execute();
}

export type Result = { edition: DecisionRecord; locked: Locked; laidAt: Date | null };

export async function resultOf(tx: Tx, ballotId: string): Promise<Result | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('ballot_results')
    .selectAll()
    .where('ballot_id', '=', ballotId)
    .executeTakeFirst();
  return row ? { edition: row.edition as DecisionRecord, locked: row.locked as Locked, laidAt: row.laid_at } : null;
}

export async function markLaid(tx: Tx, ballotId: string, now: Date): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('ballot_results')
    .set({ laid_at: now })
    .where('ballot_id', '=', ballotId)
    .execute();
}

export type SeenWhy = Why & { shownAs: string; shownPlace: string | null };

/** Why each was or was not chosen, for those this actor may see. */
export async function whysOf(tx: Tx, ballotId: string): Promise<SeenWhy[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('ballot_reasons')
    .innerJoin('submissions', 'submissions.application_id', 'ballot_reasons.application_id')
    .where('ballot_id', '=', ballotId)
    .select(['ballot_reasons.application_id', 'chosen', 'figures', 'shown_as', 'shown_place'])
    .orderBy('shown_as')
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    chosen: row.chosen,
    figures: row.figures as Why['figures'],
    shownAs: row.shown_as,
    shownPlace: row.shown_place,
  }));
}

/** Why the newest count came out as it did for one application: for its own letter. */
export async function whyOf(tx: Tx, applicationId: string): Promise<Pick<Why, 'chosen' | 'figures'> | null> {
  const row = await tx
    .withTables<BallotTables>()
    .selectFrom('ballot_reasons')
    .innerJoin('ballots', 'ballots.id', 'ballot_reasons.ballot_id')
    .where('ballot_reasons.application_id', '=', applicationId)
    .where('ballots.ending', '=', 'counted')
    .orderBy('ballots.place', 'desc')
    .select(['chosen', 'figures'])
    .limit(1)
    .executeTakeFirst();
  return row ? { chosen: row.chosen, figures: row.figures as Why['figures'] } : null;
}
