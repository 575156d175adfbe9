/** Row type of payees: where a group's money goes. */
export type PayeeTables = {
  payees: {
    application_id: string;
    fund_id: string;
    /** To pay the grant (contract); finance officers only; never published; kept six years with the accounts. */
    account_name: string;
    sort_code: string;
    account_number: string;
    holder: 'own' | 'sponsor';
    given_at: Date;
    rung_by: string | null;
    rung_at: Date | null;
  };
};
