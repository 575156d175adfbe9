/** Row types of intake, with why each column of free words is held. */
export type IntakeTables = {
  fit_looks: {
    id: string;
    application_id: string;
    place: number;
    person_id: string;
    outcome: 'fit' | 'talk' | 'not-this-fund';
    reason_code: string | null;
    /** To tell the group why, in our own words; the group and intake see them; goes with the contact. */
    words: string;
    at: Date;
  };
  fit_settlements: {
    application_id: string;
    person_id: string;
    outcome: 'fit' | 'not-this-fund';
    reason_code: string | null;
    /** As above. */
    words: string;
    at: Date;
  };
  fit_decisions: {
    id: string;
    application_id: string;
    outcome: 'fit' | 'not-this-fund';
    reason_code: string | null;
    /** As above. */
    words: string;
    after_reply: boolean;
    decided_at: Date;
    told_at: Date | null;
  };
  /** A group's own words, so that two people look again; programme team and members with no link; goes with the contact. */
  replies: { application_id: string; words: string; at: Date };
  reply_looks: {
    application_id: string;
    seat: 'member' | 'staff';
    person_id: string;
    yes: boolean;
    /** To tell the group why; as above. */
    words: string;
    at: Date;
  };
  late_votes: { application_id: string; person_id: string; yes: boolean; words: string; at: Date };
  late_lets_in: { application_id: string; yes_votes: number; no_votes: number };
  likely_duplicates: { id: string; fund_id: string; one: string; other: string; signs: string[]; found_at: Date };
  duplicate_asks: { likely_duplicate_id: string; person_id: string; at: Date };
  keep_choices: {
    likely_duplicate_id: string;
    application_id: string;
    keep: 'this' | 'other' | 'both' | 'talk';
    /** A group's own words about two sends; programme team only; gone when the fund ends. */
    words: string;
    at: Date;
  };
  duplicate_settlements: {
    likely_duplicate_id: string;
    kept: string | null;
    set_aside: string | null;
    group_asked: boolean;
    person_id: string;
    words: string;
    at: Date;
  };
  /** What was said on the phone; programme team and facilitator; never readers; gone when the fund ends. */
  intake_notes: { id: string; application_id: string; person_id: string; words: string; at: Date };
};
