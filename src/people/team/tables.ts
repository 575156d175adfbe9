/** What this room reads of what stands above it, and who waits for a second yes; people and roles are those of accounts. */
export type TeamReads = {
  funds: { id: string; name: string; zone: string; design: unknown };
};

export type AskedTables = {
  asked_roles: {
    id: string;
    fund_id: string;
    /** Who is asked in; seen by the programme team, money and the board, because they decide it together. Points at people. */
    person_id: string;
    role: 'finance' | 'trustee';
    /** Who asked, so that somebody else answers; stays like the roles themselves. Points at people. */
    asked_by: string;
    asked_at: Date;
    /** Who answered; stays for the same reason. Points at people. */
    said_by: string | null;
    ended_at: Date | null;
    outcome: 'yes' | 'no' | 'back' | 'over' | null;
  };
};
