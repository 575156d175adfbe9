/** Row types of telling everyone. */
export type ResultTables = {
  letters: {
    application_id: string;
    fund_id: string;
    outcome: 'chosen' | 'reserve' | 'not-this-time';
    strength: string;
    reason_one: string;
    reason_two: string;
    drafted_at: Date;
    checked_by: string | null;
    checked_at: Date | null;
  };
  result_days: { fund_id: string; released_by: string; released_at: Date };
  told: { application_id: string; fund_id: string; at: Date; way: 'email' | 'page' | 'call' };
};
