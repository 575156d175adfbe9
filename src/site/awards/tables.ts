/** Row type of the view that holds what the public may see of an award; no personal columns come through it. */
export type AwardTables = {
  public_awards: {
    application_id: string;
    fund_id: string;
    awarded_pence: number;
    approved_at: Date;
    signed_at: Date;
    shown_as: string;
    shown_place: string | null;
    nation_or_region: string | null;
    legal_form: string | null;
    tier: string | null;
    months: number | null;
    name_is_safe: boolean;
    safe_place: 'town' | 'region' | 'hidden';
    name_yes: boolean;
    place_yes: boolean;
    amount_yes: boolean;
    purpose_yes: boolean;
    chosen_at: Date | null;
    purpose: string | null;
  };
};
