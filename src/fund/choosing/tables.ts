/** Row types of decision day. */
export type ChoosingTables = {
  table_items: {
    id: string;
    fund_id: string;
    application_id: string;
    pence: number;
    fee_pence: number;
    put_by: string;
    put_at: Date;
    taken_by: string | null;
    taken_at: Date | null;
  };
  consent_rounds: {
    id: string;
    fund_id: string;
    place: number;
    /** [applicationId, pence, feePence] sorted by id. */
    laid: unknown;
    laid_hash: string;
    opened_by: string;
    opened_at: Date;
    shown_at: Date | null;
    outcome: 'agreed' | 'not-agreed' | null;
  };
  consent_answers: {
    round_id: string;
    /** A named answer, open to the group once all are shown; said aloud in the meeting it belongs to. */
    person_id: string;
    answer: 'agree' | 'can-live-with' | 'cannot';
    because: string;
    /** Whether the member wants the reason kept in the record. */
    keep_in_record: boolean;
    heard_at: Date | null;
    at: Date;
  };
  recommendations: {
    application_id: string;
    fund_id: string;
    round_id: string;
    pence: number;
    fee_pence: number;
    at: Date;
  };
  reserves: { application_id: string; fund_id: string; place: number; at: Date };
};
