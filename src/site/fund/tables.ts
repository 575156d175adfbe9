/** The one row type that the fund page reads beside those of lower floors: when the round's results came out. */
export type SiteTables = {
  result_days: { fund_id: string; released_by: string; released_at: Date };
};
