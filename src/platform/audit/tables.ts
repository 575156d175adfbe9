/** Row types of the audit record. */
import type { Generated } from 'kysely';

export type AuditTables = {
  events: {
    id: Generated<number>;
    fund_id: string | null;
    at: Date;
    actor: string;
    kind: string;
    subject: string;
    data: unknown;
  };
  event_seals: { place: number; event_id: number; hash: string };
  event_roots: { day: string; place: number; hash: string };
};
