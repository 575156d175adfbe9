/** Row types of the double-entry ledger. No personal columns: accounts are contributions and promises, never people. */
export type LedgerTables = {
  ledger_transfers: { id: string; fund_id: string; effect_key: string; kind: string; at: Date };
  ledger_entries: {
    id: string;
    transfer_id: string;
    fund_id: string;
    account: string;
    pence: number;
    currency: 'GBP';
  };
};
