/** Row type of links between people and applications. */
export type LinkTables = {
  links: {
    id: string;
    fund_id: string;
    person_id: string;
    application_id: string;
    level: number;
    /** In the person's own words; shown to the facilitator and programme team, to keep choosing fair; kept with the record. */
    why: string;
    said_by: 'self' | 'applicant' | 'facilitator';
    at: Date;
    ended_at: Date | null;
  };
};
