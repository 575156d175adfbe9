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
  /** Languages a member said they read, to give them answers in those languages. */
  member_languages: { person_id: string; language: string };
  pile_plans: {
    id: string;
    fund_id: string;
    /** Who of the team asked; kept with the record. */
    asked_by: string | null;
    asked_at: Date;
    seed: string;
    turn: Generated<number>;
    status: 'asked' | 'optimal' | 'feasible' | 'infeasible' | 'stopped';
    worked_at: Date | null;
    /** Ids, languages and loads; no names. */
    question: ColumnType<ReadersProblem | null, string | null, string>;
    question_hash: string | null;
    answer: ColumnType<ReadersResult | null, string | null, string>;
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
