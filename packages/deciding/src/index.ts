/** The public door of @manyhands/deciding: everything a program outside needs, by name. */

export { allOutcomes } from './all-ties.ts';
export { formatAmount, jsonAmount, parseDecimal } from './amounts.ts';
export { smallestChange } from './changes.ts';
export {
  type Answer,
  type ConsentEvent,
  type ConsentResult,
  type ConsentRound,
  consentStep,
  objections,
  proposeConsent,
  quorumOf,
} from './consent.ts';
export {
  type Decision,
  decide,
  decideAllTies,
  type OrderRule,
  type Rule,
  type StvRule,
  type Winner,
} from './decide.ts';
export {
  type Ballot,
  type BallotType,
  byCodePoint,
  type Election,
  InputError,
  type Option,
  supporterCounts,
} from './election.ts';
export { type FundingRule, fund, type Outcome } from './funding.ts';
export { type Calibrated, type Calibration, calibrate } from './noise/calibrate.ts';
export type { Mark, Variances } from './noise/model.ts';
export { connectedParts } from './noise/parts.ts';
export { condorcetWinner, pairwise } from './ranked/levels.ts';
export { schulze } from './ranked/schulze.ts';
export { type ScoreSummary, scoreSummaries } from './ranked/scores.ts';
export { scottishStv } from './ranked/stv.ts';
export { pointTotals, quadraticTotals } from './ranked/tally.ts';
export { add, approximate, compare, type Rational, reduce, subtract, text } from './rational.ts';
export { readElection } from './read/file.ts';
export { readPabulib } from './read/pabulib.ts';
export { type Profile, ProfileError, readProfile } from './read/profile.ts';
export { readRanked } from './read/ranked.ts';
export { writePabulib } from './read/write-pabulib.ts';
export { writeProfile } from './read/write-profile.ts';
export { type Change, myShare, type Reason, reasons } from './reasons.ts';
export { amend, finalAwards, finalTotal } from './record/amendments.ts';
export { type CountShown, countShown } from './record/disclosure.ts';
export { commitSecret, fromDice, fromReveals } from './record/draw.ts';
export { publicEdition, type Receipt, receiptFor, receiptHolds } from './record/publish.ts';
export { makeRecord, manifestOf } from './record/record.ts';
export type { DecisionRecord, Manifest, RecordedRule } from './record/shape.ts';
export { canonical, drawOrder, hash, merkleRoot, type Report, sha256 } from './record/verifier.ts';
export { verifyRecord } from './record/verify.ts';
export { type OptionSensitivity, sensitivity } from './sensitivity.ts';
export type { TieKey, TieRecord } from './ties.ts';
export type { Utility } from './utility.ts';
export { neighbours, type Variation, variations } from './variations.ts';
export { whySentences } from './why.ts';
