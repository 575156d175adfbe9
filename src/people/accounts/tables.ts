/** Row types of accounts, with why each personal column is held. */
export type AccountTables = {
  people: {
    id: string;
    /** To greet and to show to colleagues as the person chose; contract or consent; kept while the fund runs. */
    name: string;
    /** To send sign-in codes and letters; never published. */
    email: string;
    language: string;
    shown_as: 'own name' | 'first name' | 'pseudonym' | 'not listed';
    demo_code: string | null;
    made_at: Date;
  };
  roles: {
    id: string;
    fund_id: string;
    person_id: string;
    role: 'programme' | 'facilitator' | 'member' | 'trustee' | 'finance' | 'funder' | 'learning';
    granted_at: Date;
    ended_at: Date | null;
  };
  sessions: {
    id: string;
    secret_hash: string;
    person_id: string;
    made_at: Date;
    seen_at: Date;
    ends_at: Date;
    ended_at: Date | null;
  };
  sign_in_codes: {
    id: string;
    purpose: 'sign-in' | 'draft';
    /** A hash, so that a list of codes is not a list of people. */
    address_hash: string;
    person_id: string | null;
    application_id: string | null;
    code_hash: string;
    browser_hash: string;
    made_at: Date;
    expires_at: Date;
    tries: number;
    used_at: Date | null;
  };
};
