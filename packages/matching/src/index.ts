/** @manyhands/matching: readers, mentors and circles matched to a proven optimum, and explained. */
export { type Certificate, provenBy } from './certificate.ts';
export type * from './circles/problem.ts';
export type { Circle, CirclesResult, CirclesStage, NotPlaced } from './circles/result.ts';
export type * from './mentors/problem.ts';
export type { MentorPair, MentorsResult, MentorsStage, Unmatched } from './mentors/result.ts';
export { MOST_OPEN_REQUESTS, mayAsk, mentorsFor } from './mentors/self-choice.ts';
export { checkReaders, type PlanCheck } from './readers/check.ts';
export { type Forecast, type ForecastQuestion, forecast } from './readers/forecast.ts';
export { summary } from './readers/match.ts';
export {
  type Application,
  BadQuestion,
  type Coverage,
  type Exclusion,
  type Exposure,
  type FitPart,
  type Lock,
  type Reader,
  type ReadersObjective,
  type ReadersOptions,
  type ReadersProblem,
  setAside,
} from './readers/problem.ts';
export type {
  Mend,
  Obstacle,
  ReadersPlan,
  ReadersResult,
  ReadersStage,
  ReadingLoad,
  ReadingPair,
  RuleCost,
} from './readers/result.ts';
export { type Further, type FurtherRule, furtherReadings, type Reading, secondStage } from './readers/second-stage.ts';
export { matchCircles, matchMentors, matchReaders, type RunOptions } from './run.ts';
export { Cancelled } from './solver/watch.ts';
