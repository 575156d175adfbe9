/** Row types of the pooled fund. No personal columns: a contribution names an organisation. */
export type PoolTables = {
  funds: {
    id: string;
    name: string;
    host_name: string;
    currency: 'GBP';
    zone: string;
    total_pence: number;
    grants_pence: number;
    pot_pence: number;
    synthetic: boolean;
    design: unknown;
    made_at: Date;
    /** When the design was read last; it stays once the call was opened. */
    designed_at: Date;
  };
  contributions: {
    id: string;
    fund_id: string;
    code: string;
    funder: string;
    pence: number;
    restriction: 'none' | 'charities-only' | 'learning-only';
    restriction_words: string | null;
    hope: string | null;
  };
};
