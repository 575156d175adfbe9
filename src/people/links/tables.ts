/** Row type of links between people and applications, and the little this room reads of what stands above it. */
export type LinkTables = {
  links: {
    id: string;
    fund_id: string;
    person_id: string;
    application_id: string;
    level: number;
    /** In the person's own words; shown to the facilitator, to keep choosing fair; goes with the contact. */
    why: string;
    said_by: 'self' | 'applicant' | 'facilitator';
    at: Date;
    ended_at: Date | null;
  };
};

/** Read only: names as the groups chose to be shown, never their own names. */
export type LinkReads = {
  funds: { id: string; name: string; design: unknown };
  submissions: {
    application_id: string;
    fund_id: string;
    shown_as: string;
    shown_place: string | null;
  };
  application_stages: { application_id: string; stage: string };
};
