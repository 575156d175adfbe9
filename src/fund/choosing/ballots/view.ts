/** What the ballot page shows one person: built from reads behind their wall. */
import type { Person } from '../../../kernel/actors.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import type { Tx } from '../../../platform/db/pool.ts';
import type { Fund } from '../../pool/store.ts';
import { recommendedIn, type Standing, somethingHidden } from '../store.ts';
import { type Proposed, type RuleAnswer, ruleAnswersOf, rulesOf } from './adoption/store.ts';
import { type Amended, amendmentsOf } from './amendments/store.ts';
import * as store from './store.ts';
import { votableIn } from './votable.ts';

export type BallotView = {
  fund: Fund;
  roles: FundScope['roles'];
  hidden: boolean;
  decided: boolean;
  adopted: Proposed | null;
  asked: Proposed | null;
  /** The newest proposal when the group could not agree on it. */
  declined: Proposed | null;
  myAnswer: RuleAnswer | null;
  ruleAnswers: number;
  shown: readonly RuleAnswer[];
  members: number;
  ballot: store.KnownBallot | null;
  given: number;
  roll: number;
  votable: readonly Standing[];
  result: store.Result | null;
  whys: readonly store.SeenWhy[];
  amended: readonly Amended[];
};

export async function ballotView(tx: Tx, fund: Fund, scope: FundScope, person: Person): Promise<BallotView> {
  const rules = await rulesOf(tx, fund.id);
  const asked = rules.find((each) => each.outcome === null) ?? null;
  const newest = rules[0] ?? null;
  const ballot = (await store.ballotsOf(tx, fund.id))[0] ?? null;
  const answers = newest ? await ruleAnswersOf(tx, newest.id) : [];
  const open = ballot !== null && ballot.endedAt === null;
  return {
    fund,
    roles: scope.roles,
    hidden: await somethingHidden(tx),
    decided: (await recommendedIn(tx, fund.id)).length > 0,
    adopted: rules.find((each) => each.outcome === 'adopted') ?? null,
    asked,
    declined: newest?.outcome === 'not-adopted' ? newest : null,
    myAnswer: answers.find((each) => asked !== null && each.personId === person.personId) ?? null,
    ruleAnswers: answers.length,
    shown: newest?.shownAt ? answers : [],
    members: (await store.membersOf(tx, fund.id)).length,
    ballot,
    given: open ? await store.castIn(tx, ballot.id) : 0,
    roll: ballot ? (await store.rollOf(tx, ballot.id)).length : 0,
    votable: scope.roles.includes('facilitator') ? await votableIn(tx, fund) : [],
    result: ballot ? await store.resultOf(tx, ballot.id) : null,
    whys: ballot ? await store.whysOf(tx, ballot.id) : [],
    amended: ballot ? await amendmentsOf(tx, ballot.id) : [],
  };
}
