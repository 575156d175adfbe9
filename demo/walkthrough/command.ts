/** The walkthrough as a command: its own server process, database and clock; plays, checks, and leaves nothing behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, newSecret } from '../../src/kernel/ids.ts';
import { startDatabase } from '../../src/platform/db/launcher/launcher.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { type Db, openDatabase } from '../../src/platform/db/pool.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { loadFund, onDay, readFundFile } from '../load.ts';
import { chanceFrom } from './chance.ts';
import { jobsSettled } from './in-process.ts';
import { type Acknowledged, type Ended, endOf } from './invariants.ts';
import { type Killable, startKillable } from './killable.ts';
import { openPlay, type Played, playRound, type Stage } from './round.ts';
import { type Count, overHttp } from './wire.ts';

export type Wished = { applications: number; seed: number; kills: number; tell: Stage['tell'] };
export type Walked = Played & Ended & Count & { kills: number; seconds: number };

/** Kills the program while random requests are under way, never twice within a few seconds of each other's return. */
function killer(server: Killable, wished: Wished, expected: number): () => Promise<void> {
  const chance = chanceFrom(wished.seed + 1);
  const at = new Set<number>();
  while (at.size < Math.min(wished.kills, expected)) at.add(5 + chance.whole(expected));
  let request = 0;
  return async () => {
    request += 1;
    if (at.has(request)) setTimeout(() => server.kill(), chance.whole(25));
  };
}

async function play(db: Db, server: Killable, wished: Wished, clockSecret: string, letters: string): Promise<Walked> {
  const began = performance.now();
  const count: Count = { requests: 0, retries: 0, http5xx: 0 };
  const acknowledged: Acknowledged[] = [];
  const { file } = readFundFile();
  const { fundId } = await loadFund(db, { shift: 0, now: onDay('2025-01-06', 0) });
  const plain = overHttp(server.origin, count, server.back, killer(server, wished, wished.applications * 45));
  const wire: Stage['wire'] = {
    origin: plain.origin,
    async send(path, init) {
      const response = await plain.send(path, init);
      if (init.method === 'POST' && response.status === 303) acknowledged.push({ path, body: init.body ?? '' });
      return response;
    },
  };
  const stage: Stage = {
    wire,
    fundId,
    seed: wished.seed,
    applications: wished.applications,
    potGbp: file.sample_slice.envelope_gbp,
    tell: (what, counts) =>
      wished.tell(what, { ...counts, seconds: Math.round((performance.now() - began) / 100) / 10 }),
    settled: () => jobsSettled(db),
    async moveClock(wall) {
      const moved = await plain.send('/test/clock', {
        method: 'POST',
        headers: { authorization: `Bearer ${clockSecret}` },
        body: onDay(wall, 0).toISOString(),
      });
      if (moved.status !== 200) throw new Error(`the clock answered ${moved.status}`);
    },
  };
  const played = await playRound(openPlay(stage), stage, 'paid');
  await jobsSettled(db);
  const ended = await endOf(db, fundId, acknowledged, letters);
  return {
    ...played,
    ...ended,
    ...count,
    kills: server.kills,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

/** Everything it makes is gone when it returns, also when it throws. */
export async function walkthrough(wished: Wished): Promise<Walked> {
  const place = await startDatabase({ root: projectRoot });
  const name = `manyhands_walk_${newId().slice(0, 10)}`;
  const letters = mkdtempSync(join(tmpdir(), 'manyhands-letters-'));
  const clockSecret = newSecret();
  let server: Killable | null = null;
  let db: Db | null = null;
  try {
    await place.createDatabase(name);
    await migrate(place.urlFor(name));
    db = openDatabase(place.urlFor(name), 3);
    server = await startKillable({ databaseUrl: place.urlFor(name), clockSecret, letters });
    return await play(db, server, wished, clockSecret, letters);
  } finally {
    await server?.close();
    await db?.destroy();
    await place.dropDatabase(name);
    await place.stop();
    rmSync(letters, { recursive: true, force: true });
  }
}

export type Row = { id: string; expected: number | boolean | string; got: number | boolean | string; ok: boolean };

/** What the round must come to; with more than the forty, the rest simply stand. */
export function rowsOf(walked: Walked, applications: number, kills: number): Row[] {
  const extra = applications - 40;
  const sum = Object.values(walked.outcomes).reduce((total, each) => total + each, 0);
  const finals = ['awarded', 'reserve', 'not-this-time', 'not-this-fund', 'set-aside', 'withdrawn', 'never-sent'];
  const unfinished = Object.keys(walked.outcomes).filter((outcome) => !finals.includes(outcome));
  const exact: readonly (readonly [string, number | boolean | string, number | boolean | string])[] = [
    ['openings refused above the hours offered', 1, walked.openingsRefused],
    ['members who said yes before it opened', 7, walked.saidYes],
    ['begun', applications, walked.begun],
    ['received', 39 + extra, walked.received],
    ['received, as the database has it', 39 + extra, walked.submissions],
    ['late route offered to the draft that never arrived', 1, walked.lateOffered],
    ['withdrawn', 1, walked.withdrawn],
    ['not this fund, with reasons', 4, walked.turnedAway],
    ['not this fund, as the database has it', 4, walked.outcomes['not-this-fund'] ?? 0],
    ['through a right of reply', 1, walked.rightOfReply],
    ['likely duplicates settled by a person', 2, walked.duplicatesResolved],
    ['standing on decision day', 32 + extra, walked.standing],
    ['told', 32 + extra, walked.told],
    ['days on which they were told', 1, walked.toldDays],
    ['letters of chosen groups that say how the ballots came out', walked.outcomes.awarded ?? 0, walked.letterWhys],
    ['applications with one final outcome', applications, sum],
    ['outcomes that are not final', '', unfinished.join(' ')],
    ['record of the count holds for anyone', true, walked.recordHolds],
    ['ballots counted again by the checker alone', true, walked.countedAgain],
    ['traces that join a ballot to its voter', 0, walked.ballotTraces],
    ['awards within the pot', true, walked.awardedPence > 0 && walked.awardedPence <= walked.potPence],
    ['first payments released', walked.outcomes.awarded ?? 0, walked.paidInstalments],
    ['ledger sums to', 0, walked.ledgerSumPence],
    ['audit chain verified', true, walked.auditVerified],
    ['answers of 500 and more', 0, walked.http5xx],
    ['acknowledged steps that were lost', 0, walked.lostSteps],
    ['times the program was killed', kills, walked.kills],
    [
      'published file: grants of groups that show their name',
      walked.published?.expected ?? -1,
      walked.published?.grants ?? 0,
    ],
    ['published file: forms with the same grants (JSON, xlsx, csv)', 3, walked.published?.alike ?? 0],
    ['published file: errors by our own check', 0, walked.published?.errors ?? -1],
    ['published file: findings on accuracy', 0, walked.published?.accuracy ?? -1],
    ['published file: hidden facts that stand in it', '', walked.published?.leaks.join(', ') ?? 'no file'],
    ['letters not sent', 0, walked.unsentLetters],
    ['letters on disk', walked.letters, walked.lettersOnDisk],
  ];
  return exact.map(([id, expected, got]) => ({ id, expected, got, ok: expected === got }));
}
