/** Row types of the checks, and of the few rows of other slices that they read. */
export type ItemResult = 'clear' | 'with-plan' | 'not-needed' | 'not-clear';
export type CheckResult = 'clear' | 'clear-with-plan' | 'needs-sponsor' | 'cannot-clear';

export type CheckTables = {
  check_items: {
    application_id: string;
    code: string;
    result: ItemResult;
    /** What was seen, in a few words: finance and programme only, to show the check was fair; kept with the accounts. */
    words: string;
    person_id: string;
    at: Date;
  };
  check_outcomes: {
    application_id: string;
    fund_id: string;
    result: CheckResult;
    plan: string;
    purpose: string;
    sponsor_charity: boolean;
    person_id: string;
    at: Date;
  };
};

export type ChosenReads = {
  recommendations: {
    application_id: string;
    fund_id: string;
    round_id: string;
    pence: number;
    fee_pence: number;
    at: Date;
  };
};

/** Only whether money has left, and who told us of a link. */
export type CheckReads = {
  instalments: { id: string; application_id: string };
  payment_acts: { instalment_id: string; act: string };
  links: { person_id: string; application_id: string; level: number; ended_at: Date | null };
};
