/** A round whose group has agreed how to count, and the steps of a ballot as its people take them. */
import { cast, openBallot } from '../src/fund/choosing/ballots/actions.ts';
import { answerRule, propose, showRule } from '../src/fund/choosing/ballots/adoption/actions.ts';
import type { RuleChoice } from '../src/fund/choosing/ballots/rules.ts';
import { type Fund, fundById } from '../src/fund/pool/store.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { layRound, type Round } from './round.ts';
import { acting } from './work.ts';

export const members = Array.from({ length: 12 }, (_, n) => `M${String(n + 1).padStart(2, '0')}`);

export type Voting = {
  round: Round;
  fund: Fund;
  /** Opens a ballot about these demo codes and gives its id. */
  open(codes: readonly string[]): Promise<string>;
  /** One member gives their ballot: `mark` says 0 to 5 for each application. */
  vote(member: string, ballot: string, mark: (applicationId: string) => string): Promise<void>;
};

function idOf(came: { done: { id: string } } | object): string {
  if ('done' in came) return came.done.id;
  throw new Error(JSON.stringify(came));
}

/** `links` come before the rule: who is away from what is known when a ballot opens. */
export async function layVoting(
  db: Db,
  now: Date,
  completion: RuleChoice['completion'],
  links: (round: Round) => Promise<void> = async () => undefined,
): Promise<Voting> {
  const round = await layRound(db);
  const fund = (await db.transaction().execute((tx) => fundById(tx, round.fundId))) as Fund;
  await links(round);
  const facilitator = round.person('S4');
  const choice = { rule: 'mes', utility: 'points-cost', completion, ties: 'max-supporters,min-cost,id' } as const;
  const rule = idOf(await acting(db, facilitator, now, (work) => propose(work, fund, choice)));
  for (const code of members)
    await acting(db, round.person(code), now, (work) => answerRule(work, fund, rule, { answer: 'agree', because: '' }));
  await acting(db, facilitator, now, (work) => showRule(work, fund, rule));
  return {
    round,
    fund,
    async open(codes) {
      const about = codes.map((code) => round.application(code));
      return idOf(await acting(db, facilitator, now, (work) => openBallot(work, fund, about)));
    },
    async vote(member, ballot, mark) {
      const came = await acting(db, round.person(member), now, (work) => cast(work, fund, ballot, mark));
      if (!('done' in came)) throw new Error(JSON.stringify(came));
    },
  };
}
