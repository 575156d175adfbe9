/** Forty awards of £10,000 against £100,000 left, all at the same moment. */

import type { ApplicationTables } from '../src/fund/applications/tables.ts';
import { type Fund, fundById } from '../src/fund/pool/store.ts';
import type { PoolTables } from '../src/fund/pool/tables.ts';
import { approve } from '../src/fund/signoff/actions.ts';
import { awardedIn } from '../src/fund/signoff/store.ts';
import { newId } from '../src/kernel/ids.ts';
import { ledgerSum } from '../src/money/ledger/store.ts';
import { openDatabase } from '../src/platform/db/pool.ts';
import { chooseIn } from './chosen.ts';
import { testDatabase } from './database.ts';
import { layRound } from './round.ts';
import { acting } from './work.ts';

export type Race = { made: number; refused: number; awardedPence: number; sum: number };

/** Lays a round in a database of its own with forty chosen applications, and approves them over forty connections. */
export async function raceForThePot(now: Date): Promise<Race> {
  const place = await testDatabase();
  const db = openDatabase(place.url, 40);
  try {
    const round = await layRound(db, 'open');
    const codes = Array.from({ length: 40 }, (_, index) => `RACE-${index}`);
    const ids = new Map<string, string>();
    await db.transaction().execute(async (plain) => {
      const tx = plain.withTables<ApplicationTables & PoolTables>();
      await tx.updateTable('funds').set({ pot_pence: 10_000_000 }).where('id', '=', round.fundId).execute();
      for (const code of codes) {
        const id = newId();
        ids.set(code, id);
        await tx
          .insertInto('applications')
          .values({
            id,
            fund_id: round.fundId,
            call_id: round.callId,
            reference: code,
            language: 'en',
            channel: 'web',
            started_at: now,
          })
          .execute();
        await tx
          .insertInto('submissions')
          .values({
            application_id: id,
            fund_id: round.fundId,
            sent_at: now,
            as_is: false,
            in_grace: false,
            missing: [],
            question_set_version: '1',
            language: 'en',
            snapshot: '{}',
            group_name: code,
            shown_as: code,
            shown_place: null,
            nation_or_region: null,
            legal_form: null,
            tier: 'seed',
            requested_pence: 1_000_000,
            sponsor_name: null,
            sponsor_fee_pence: 0,
            led_by_lived_experience: null,
            turnover_pence: null,
            year_started: null,
            months: 12,
          })
          .execute();
      }
    });
    const laid = { ...round, application: (code: string) => ids.get(code) ?? '' };
    await chooseIn(
      db,
      laid,
      codes.map((code) => [code, 10_000] as const),
      now,
    );
    const fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
    const trustee = round.person('S3');
    const came = await Promise.all(
      [...ids.values()].map((id) => acting(db, trustee, now, (work) => approve(work, { fund, applicationIds: [id] }))),
    );
    return {
      made: came.filter((each) => 'done' in each && each.done.approved === 1).length,
      refused: came.filter((each) => 'refused' in each && each.refused === 'pot-full').length,
      awardedPence: await acting(db, trustee, now, (work) => awardedIn(work.tx, fund.id)),
      sum: await acting(db, trustee, now, (work) => ledgerSum(work.tx, fund.id)),
    };
  } finally {
    await db.destroy();
    await place.drop();
  }
}
