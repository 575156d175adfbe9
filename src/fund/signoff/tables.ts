/** Row types of the board's sign-off, and of the few rows of other slices that its page reads. */
export type SignoffTables = {
  signoff_questions: {
    application_id: string;
    fund_id: string;
    /** Written by a trustee and answered by the team, for the board's record; kept with the accounts. */
    question: string;
    asked_by: string;
    asked_at: Date;
    answer: string | null;
    answered_by: string | null;
    answered_at: Date | null;
  };
  signoffs: {
    application_id: string;
    fund_id: string;
    decision: 'approve' | 'refuse';
    ground: string | null;
    words: string;
    person_id: string;
    at: Date;
  };
  awards: {
    application_id: string;
    fund_id: string;
    recommended_pence: number;
    awarded_pence: number;
    fee_pence: number;
    at: Date;
  };
};

export type RoundReads = {
  consent_rounds: { id: string; fund_id: string; place: number; opened_at: Date };
  consent_answers: {
    round_id: string;
    person_id: string;
    answer: 'agree' | 'can-live-with' | 'cannot';
    because: string;
    keep_in_record: boolean;
    at: Date;
  };
  links: { person_id: string; application_id: string; level: number; ended_at: Date | null };
};
