/** Row types of ballots and of the rules they are counted by. */
import type { Manifest } from '../../../../packages/deciding/src/index.ts';

export type BallotTables = {
  deciding_rules: {
    id: string;
    fund_id: string;
    place: number;
    rule: unknown;
    rule_hash: string;
    proposed_by: string;
    proposed_at: Date;
    shown_at: Date | null;
    outcome: 'adopted' | 'not-adopted' | null;
  };
  rule_answers: {
    rule_id: string;
    /** A named answer about a rule, open to the group once all are shown. */
    person_id: string;
    answer: 'agree' | 'can-live-with' | 'cannot';
    because: string;
    at: Date;
  };
  ballots: {
    id: string;
    fund_id: string;
    rule_id: string;
    place: number;
    manifest: Manifest;
    manifest_hash: string;
    opened_by: string;
    opened_at: Date;
    ended_at: Date | null;
    ending: 'counted' | 'called-off' | null;
  };
  ballot_options: { ballot_id: string; application_id: string; pence: number; fee_pence: number };
  ballot_roll: {
    ballot_id: string;
    /** Who may give a ballot; known to the group. */
    person_id: string;
  };
  ballot_recusals: {
    ballot_id: string;
    /** Who steps out for an application, as their links were when the ballot opened; never joined to a counted ballot. */
    person_id: string;
    application_id: string;
  };
  open_ballots: {
    ballot_id: string;
    /** Whose ballot it is: only while it is open, seen by that member alone, gone at the close. */
    person_id: string;
    pseudonym: string;
    salt: string;
    /** What the member says: only while it is open. */
    marks: unknown;
    commitment: string;
  };
  closed_ballots: { ballot_id: string; commitment: string };
  ballot_results: { ballot_id: string; fund_id: string; edition: unknown; locked: unknown; laid_at: Date | null };
  ballot_amendments: {
    ballot_id: string;
    number: number;
    application_id: string;
    change: 'added' | 'taken-off';
    because: string;
    /** Who changed the set; known to the group, not in the record that may leave it. */
    person_id: string;
    at: Date;
  };
  ballot_reasons: { ballot_id: string; application_id: string; chosen: boolean; figures: unknown };
};
