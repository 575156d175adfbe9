/** Row types of what a group writes and sends, with why each personal column is held. */
export type Stage = 'draft' | 'late-asked' | 'received' | 'standing' | 'not-this-fund' | 'set-aside' | 'withdrawn';
export type FinalOutcome =
  | 'never-sent'
  | 'late-asked'
  | 'received'
  | 'not-this-fund'
  | 'set-aside'
  | 'withdrawn'
  | 'refused-by-board'
  | 'could-not-clear'
  | 'awarded'
  | 'chosen'
  | 'reserve'
  | 'not-this-time'
  | 'standing';

export type ApplicationTables = {
  applications: {
    id: string;
    fund_id: string;
    call_id: string;
    /** Two words to say on the phone; never a key. */
    reference: string;
    language: string;
    channel: string;
    started_at: Date;
  };
  draft_keys: {
    secret_hash: string;
    application_id: string;
    kind: 'link' | 'cookie';
    made_at: Date;
    ended_at: Date | null;
  };
  answers: { application_id: string; question: string; body: unknown; saved_at: Date };
  /** To reach the group as it asked: programme team, and finance to ring back before money moves; never readers, funders or the public; gone when the fund ends. */
  contacts: {
    application_id: string;
    person_name: string | null;
    email: string | null;
    phone: string | null;
    best_way: string | null;
    safe_times: string | null;
    safe_to_leave_message: string | null;
  };
  /** To keep people safe; programme team only; the publish choices decide what others may see. */
  safety_choices: {
    application_id: string;
    publish_name: boolean;
    publish_place: 'town' | 'region' | 'hidden';
    hide_names_of_people: boolean;
    content_note: string | null;
    access_needs: string | null;
    keep_private: string | null;
    knows_someone: string | null;
  };
  submissions: {
    application_id: string;
    fund_id: string;
    sent_at: Date;
    as_is: boolean;
    in_grace: boolean;
    missing: string[];
    question_set_version: string;
    language: string;
    /** Answers frozen at sending, by question, without contacts and safety. */
    snapshot: unknown;
    /** The group's own name: intake, checks and money only. Everyone else sees shown_as. */
    group_name: string;
    shown_as: string;
    shown_place: string | null;
    nation_or_region: string | null;
    legal_form: string | null;
    tier: string | null;
    requested_pence: number;
    sponsor_name: string | null;
    sponsor_fee_pence: number;
    led_by_lived_experience: boolean | null;
    turnover_pence: number | null;
    year_started: number | null;
    months: number | null;
  };
  withdrawals: { application_id: string; at: Date; keep_draft: boolean };
  late_requests: { application_id: string; reason: string; asked_at: Date };
  publish_choices: { application_id: string; field: 'name' | 'place' | 'amount' | 'purpose'; yes: boolean; at: Date };
  /** Views: where each application stands, how members voted on a late one, and its one final outcome. */
  application_stages: { application_id: string; fund_id: string; call_id: string; stage: Stage };
  late_lets_in: { application_id: string; yes_votes: number; no_votes: number };
  application_outcomes: { application_id: string; fund_id: string; outcome: FinalOutcome };
};
