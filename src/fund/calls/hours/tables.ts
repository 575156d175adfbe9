/** Row types of the hours of reading: what members offer, what the team expects, what the group was asked. */
import type { Generated } from 'kysely';
import type { Way } from './rules.ts';

export type HoursTables = {
  reading_offers: {
    fund_id: string;
    /** So that nobody is given more than they offered; the group sees the sum, the team that makes the piles each one's. */
    person_id: string;
    minutes: number;
    said_at: Date;
  };
  reading_figures: {
    id: string;
    fund_id: string;
    turn: Generated<number>;
    applications: number;
    minutes_each: number;
    /** Who of the team set it; kept with the record. */
    set_by: string;
    set_at: Date;
  };
  reading_questions: {
    id: string;
    fund_id: string;
    turn: Generated<number>;
    way: Way;
    needed_minutes: number;
    offered_minutes: number;
    /** Who of the team asked; kept with the record. */
    asked_by: string;
    asked_at: Date;
    ended_at: Date | null;
    outcome: 'agreed' | 'not-agreed' | 'taken-back' | null;
  };
  reading_voices: {
    question_id: string;
    /** So that each member says it once; others see counts. */
    person_id: string;
    yes: boolean;
    said_at: Date;
  };
};
