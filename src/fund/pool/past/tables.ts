/** Row type of past grants. No personal columns: grants to individuals are left out before anything is kept. */
export type PastTables = {
  past_grants: {
    fund_id: string;
    grant_id: string;
    title: string;
    funder: string;
    recipient_id: string;
    recipient: string;
    pence: number;
    currency: string;
    awarded_on: string;
    /** Who brought the file: to ask about it. Seen by nobody on a page; kept as long as the fund. */
    brought_by: string;
    brought_at: Date;
  };
};
