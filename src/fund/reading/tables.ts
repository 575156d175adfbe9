/** Row types of reading. Words of readers are about applications, never about readers. */
export type ReadingTables = {
  translations: {
    application_id: string;
    question: string;
    english: string;
    made_by: 'person' | 'machine';
    checked_by: string | null;
    checked_at: Date | null;
  };
  readings: {
    id: string;
    fund_id: string;
    application_id: string;
    /** To keep each reader's own words theirs until all are in; kept with the record. */
    person_id: string;
    sitting: number;
    given_at: Date;
    /** Could be read by the group: no name with it. */
    sentence: string;
    need_to_know: string;
    saved_at: Date | null;
    finished_at: Date | null;
    /** No reason is asked or kept. */
    stepped_back_at: Date | null;
  };
  reading_words: { reading_id: string; criterion: string; anchor: number | null; ask: boolean };
  worries: {
    id: string;
    application_id: string;
    person_id: string;
    /** For the facilitator alone; gone when the fund ends. */
    words: string;
    at: Date;
    heard_by: string | null;
    heard_at: Date | null;
    outcome: string | null;
  };
  /** Languages a member said they read, to give them answers in those languages. */
  member_languages: { person_id: string; language: string };
};
