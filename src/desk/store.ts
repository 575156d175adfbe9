/** What waits for one person, counted across the slices in one query behind their own wall. */
import { sql } from 'kysely';
import type { Person, Role } from '../kernel/actors.ts';
import type { Tx } from '../platform/db/pool.ts';

export type Kind =
  | 'first-look'
  | 'second-look'
  | 'late'
  | 'read'
  | 'answer'
  | 'letters'
  | 'checks'
  | 'signoff'
  | 'prepare'
  | 'approve'
  | 'release'
  | 'worries'
  | 'hours'
  | 'say-hours'
  | 'readers'
  | 'opening'
  | 'asked';
export type Waiting = { kind: Kind; count: number; href: string };

const counts: Record<
  Kind,
  {
    roles: readonly Role[];
    path: string;
    from: (fundId: string, personId: string, now: Date) => ReturnType<typeof sql<{ n: number }>>;
  }
> = {
  'first-look': {
    roles: ['programme'],
    path: 'intake?stage=first-look',
    from: (
      fund,
    ) => sql`select count(*) as n from application_stages s where s.fund_id = ${fund} and s.stage = 'received'
      and not exists (select 1 from fit_looks l where l.application_id = s.application_id)`,
  },
  'second-look': {
    roles: ['programme', 'facilitator'],
    path: 'intake?stage=second-look',
    from: (
      fund,
      me,
    ) => sql`select count(*) as n from application_stages s join fit_looks l on l.application_id = s.application_id and l.place = 1 and l.person_id <> ${me}
      where s.fund_id = ${fund} and s.stage = 'received' and not exists (select 1 from fit_looks x where x.application_id = s.application_id and x.place = 2)`,
  },
  late: {
    roles: ['member'],
    path: 'late',
    from: (fund, me) => sql`select count(*) as n from late_requests r join applications a on a.id = r.application_id
      where a.fund_id = ${fund} and (select count(*) from late_votes v where v.application_id = r.application_id) < 2
      and not exists (select 1 from late_votes v where v.application_id = r.application_id and v.person_id = ${me})`,
  },
  read: {
    roles: ['member'],
    path: 'pile',
    from: (fund, me) =>
      sql`select count(*) as n from readings r where r.fund_id = ${fund} and r.person_id = ${me} and r.finished_at is null
      and r.stepped_back_at is null`,
  },
  answer: {
    roles: ['member'],
    path: 'table',
    from: (fund, me) => sql`select count(*) as n from consent_rounds r where r.fund_id = ${fund} and r.outcome is null
      and not exists (select 1 from consent_answers a where a.round_id = r.id and a.person_id = ${me})`,
  },
  hours: {
    roles: ['member'],
    path: 'hours',
    from: (
      fund,
      me,
    ) => sql`select count(*) as n from reading_questions q where q.fund_id = ${fund} and q.ended_at is null
      and not exists (select 1 from reading_voices v where v.question_id = q.id and v.person_id = ${me})`,
  },
  'say-hours': {
    roles: ['member'],
    path: 'hours',
    from: (fund, me, now) => sql`select count(*) as n where not exists (
        select 1 from reading_offers o where o.fund_id = ${fund} and o.person_id = ${me})
      and not exists (select 1 from calls c where c.fund_id = ${fund} and c.closes_at <= ${now})`,
  },
  readers: {
    roles: ['programme', 'facilitator'],
    path: 'piles',
    // Once the group looks at a set, nobody is given anything new.
    from: (
      fund,
    ) => sql`select count(*) as n from application_stages s where s.fund_id = ${fund} and s.stage = 'standing'
      and not exists (select 1 from readings r where r.application_id = s.application_id and r.stepped_back_at is null)
      and not exists (select 1 from consent_rounds c where c.fund_id = ${fund})`,
  },
  asked: {
    roles: ['finance', 'trustee'],
    path: 'people/asked',
    from: (fund, me) => sql`select count(*) as n from asked_roles a where a.fund_id = ${fund} and a.outcome is null
      and a.asked_by <> ${me} and a.person_id <> ${me}`,
  },
  opening: {
    roles: ['programme'],
    path: 'call',
    from: (fund) => sql`select count(*) as n from calls c where c.fund_id = ${fund}
      and not exists (select 1 from call_openings o where o.call_id = c.id)`,
  },
  worries: {
    roles: ['facilitator'],
    path: 'worries',
    from: (fund) =>
      sql`select count(*) as n from worries w join applications a on a.id = w.application_id where a.fund_id = ${fund} and w.heard_at is null`,
  },
  letters: {
    roles: ['programme', 'facilitator'],
    path: 'results',
    from: (fund) => sql`select count(*) as n from letters where fund_id = ${fund} and checked_at is null`,
  },
  checks: {
    roles: ['finance', 'programme'],
    path: 'checks',
    from: (fund) => sql`select count(*) as n from recommendations r where r.fund_id = ${fund}
      and not exists (select 1 from check_outcomes c where c.application_id = r.application_id)`,
  },
  signoff: {
    roles: ['trustee'],
    path: 'signoff',
    from: (fund) => sql`select count(*) as n from recommendations r where r.fund_id = ${fund}
      and not exists (select 1 from signoffs s where s.application_id = r.application_id)`,
  },
  prepare: {
    roles: ['finance'],
    path: 'payments',
    from: (fund) => sql`select count(*) as n from instalments i where i.fund_id = ${fund} and i.place = 1
      and not exists (select 1 from payment_acts p where p.instalment_id = i.id)`,
  },
  approve: {
    roles: ['finance'],
    path: 'payments',
    from: (
      fund,
      me,
    ) => sql`select count(*) as n from instalments i join payment_acts p on p.instalment_id = i.id and p.act = 'prepared' and p.person_id <> ${me}
      where i.fund_id = ${fund} and not exists (select 1 from payment_acts x where x.instalment_id = i.id and x.act = 'approved')`,
  },
  release: {
    roles: ['finance'],
    path: 'payments',
    from: (
      fund,
    ) => sql`select count(*) as n from instalments i join payment_acts p on p.instalment_id = i.id and p.act = 'approved'
      where i.fund_id = ${fund} and not exists (select 1 from payment_acts x where x.instalment_id = i.id and x.act = 'released')`,
  },
};

/** Only what is not nothing, in the order of the round; once each, also for who holds two roles that it waits for. */
export async function waitingFor(tx: Tx, person: Person, now: Date): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const looked = new Set<string>();
  for (const { role, fundId } of person.roles) {
    for (const [kind, each] of Object.entries(counts) as [Kind, (typeof counts)[Kind]][]) {
      if (!each.roles.includes(role) || looked.has(`${fundId} ${kind}`)) continue;
      looked.add(`${fundId} ${kind}`);
      const found = await each.from(fundId, person.personId, now).execute(tx);
      const count = Number(found.rows[0]?.n ?? 0);
      if (count > 0) waiting.push({ kind, count, href: `/funds/${fundId}/${each.path}` });
    }
  }
  return waiting;
}
