/** Row types of the agreement and of the money that leaves. */
export type PaymentAct = 'prepared' | 'approved' | 'released';

export type GrantTables = {
  agreements: {
    application_id: string;
    fund_id: string;
    language: string;
    /** The letter as it was made: the group's name, its plan and sums; the group, finance and programme; kept six years. */
    body: unknown;
    made_at: Date;
  };
  signatures: {
    application_id: string;
    side: 'group' | 'host' | 'sponsor';
    /** The name a person likes to be called: to show who agreed; the group, finance and programme; kept six years. */
    signed_as: string;
    at: Date;
  };
  instalments: {
    id: string;
    application_id: string;
    fund_id: string;
    place: number;
    pence: number;
    fee_pence: number;
    due_on: Date;
    contribution_id: string | null;
    /** Goes up when a payment begins again because bank details changed. */
    turn: number;
  };
  payment_acts: { instalment_id: string; turn: number; act: PaymentAct; person_id: string; at: Date };
  landings: { instalment_id: string; at: Date; said_by: string };
};
