/** Row types of reading. Words of readers are about applications, never about readers. */
import type { ColumnType, Generated } from 'kysely';
import type { ReadersProblem, ReadersResult } from '../../../packages/matching/src/index.ts';

export type ReadingTables = {
  translations: {
    application_id: string;
    question: string;
    english: string;
    made_by: 'person' | 'machine';
    checked_by: string | null;
    checked_at: Date | null;
  };
  readings: {
    id: string;
    fund_id: string;
    application_id: string;
    /** To keep each reader's own words theirs until all are in; kept with the record. */
    person_id: string;
    sitting: number;
    given_at: Date;
    /** Could be read by the group: no name with it. */
    sentence: string;
    need_to_know: string;
    saved_at: Date | null;
    finished_at: Date | null;
    /** No reason is asked or kept. */
    stepped_back_at: Date | null;
  };
  reading_words: { reading_id: string; criterion: string; anchor: number | null; ask: boolean };
  worries: {
    id: string;
    application_id: string;
    person_id: string;
    /** For the facilitator alone; gone when the fund ends. */
    words: string;
    at: Date;
    heard_by: string | null;
    heard_at: Date | null;
    outcome: string | null;
  };
  /** Languages a member said they read, to give them answers in those languages; seen by the team that makes the piles. */
  member_languages: { person_id: string; language: string };
  reading_brings: {
    fund_id: string;
    /** So that nobody reads more of what is hard to read than they want; the member and the team that makes the piles see it. */
    person_id: string;
    /** Null is the fund's own cap; no reason is asked or kept. */
    hard_most: number | null;
    said_at: Date;
  };
  /** What a member ticked, so that someone who knows a kind of work reads it; the member and the team that makes the piles see it. */
  reading_strengths: { fund_id: string; person_id: string; strength: string };
  further_readings: { plan_id: string; application_id: string; why: 'disagree' | 'near the line' };
  pile_plans: {
    id: string;
    fund_id: string;
    /** Who of the team asked, and let rules go where there are any; kept with the record. */
    asked_by: string | null;
    asked_at: Date;
    seed: string;
    turn: Generated<number>;
    step: 1 | 2;
    let_go: string[];
    goal: string | null;
    worker: string | null;
    beat_at: Date | null;
    /** Who of the team pressed stop; kept with the record. */
    stopped_by: string | null;
    left_without: number;
    status: Generated<'asked' | 'optimal' | 'feasible' | 'infeasible' | 'stopped'>;
    worked_at: Date | null;
    /** Ids, loads and who may cover what; no names and no words of groups. */
    question: ColumnType<ReadersProblem | null, string | null, string>;
    question_hash: string | null;
    answer: ColumnType<ReadersResult | null, string | null, string | null>;
    /** Who of the team accepted; kept with the record. */
    accepted_by: string | null;
    accepted_at: Date | null;
  };
  pile_plan_pairs: {
    plan_id: string;
    application_id: string;
    /** Who would read; seen by the team that makes the piles. */
    person_id: string;
    reason: string;
    by_hand: Generated<boolean>;
  };
  pile_locks: {
    id: string;
    fund_id: string;
    application_id: string;
    /** Kept with or from an application by hand; seen by the team that makes the piles. */
    person_id: string;
    keep: boolean;
    /** Who of the team set it; kept with the record. */
    set_by: string;
    set_at: Date;
    ended_at: Date | null;
  };
};
