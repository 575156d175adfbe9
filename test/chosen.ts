/** A round whose group has chosen: recommendations laid straight into the database for tests of what comes after. */
import type { ChosenReads } from '../src/fund/checks/tables.ts';
import type { RoundReads } from '../src/fund/signoff/tables.ts';
import { newId } from '../src/kernel/ids.ts';
import { pounds } from '../src/kernel/money.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { layRound, type Round } from './round.ts';

/** Demo code and pounds; a third number is the sponsor's fee on top. */
export type Choice = readonly [code: string, gbp: number, fee?: number];

type Rounds = {
  consent_rounds: RoundReads['consent_rounds'] & {
    laid: string;
    laid_hash: string;
    opened_by: string;
    shown_at: Date | null;
    outcome: string | null;
  };
};

export async function layChosen(
  db: Db,
  choices: readonly Choice[],
  at = new Date('2025-04-26T14:00:00Z'),
): Promise<Round> {
  const round = await layRound(db, 'standing');
  await chooseIn(db, round, choices, at);
  return round;
}

export async function chooseIn(db: Db, round: Round, choices: readonly Choice[], at: Date): Promise<void> {
  const roundId = newId();
  await db.transaction().execute(async (plain) => {
    const tx = plain.withTables<Rounds & ChosenReads & Pick<RoundReads, 'consent_answers'>>();
    await tx
      .insertInto('consent_rounds')
      .values({
        id: roundId,
        fund_id: round.fundId,
        place: 1,
        laid: '[]',
        laid_hash: 'laid',
        opened_by: round.person('S4').personId,
        opened_at: at,
        shown_at: at,
        outcome: 'agreed',
      })
      .execute();
    for (const code of ['M01', 'M02', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09']) {
      await tx
        .insertInto('consent_answers')
        .values({
          round_id: roundId,
          person_id: round.person(code).personId,
          answer: code === 'M09' ? 'can-live-with' : 'agree',
          because: code === 'M09' ? 'I would have liked one more in the north.' : '',
          keep_in_record: code === 'M09',
          at,
        })
        .execute();
    }
    for (const [code, gbp, fee = 0] of choices) {
      await tx
        .insertInto('recommendations')
        .values({
          application_id: round.application(code),
          fund_id: round.fundId,
          round_id: roundId,
          pence: pounds(gbp),
          fee_pence: pounds(fee),
          at,
        })
        .execute();
    }
  });
}
