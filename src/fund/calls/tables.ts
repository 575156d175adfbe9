/** Row types of the open call and the fund's timeline. No personal columns. */
export type CallTables = {
  calls: {
    id: string;
    fund_id: string;
    opens_at: Date;
    closes_at: Date;
    grace_hours: number;
    languages: string[];
    question_set_version: string;
  };
  timeline_steps: {
    fund_id: string;
    code: string;
    place: number;
    phase: string;
    what: string;
    starts_at: Date;
    ends_at: Date;
  };
};
