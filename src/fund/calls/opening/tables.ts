/** Row types of the opening of a call, and of a closing day that moved. */
export type OpeningTables = {
  call_openings: {
    call_id: string;
    /** Who of the team opened it; kept with the record. Null only for calls older than this table. */
    opened_by?: string | null;
    opened_at: Date;
    needed_minutes?: number | null;
    offered_minutes?: number | null;
    question_id?: string | null;
  };
  closing_moves: {
    id: string;
    call_id: string;
    from_at: Date;
    to_at: Date;
    /** Public: why the day moved, with no name in it. */
    why: string;
    /** Who of the team moved it; kept with the record. */
    moved_by: string;
    moved_at: Date;
  };
};
