/** The intake board: counts by where things stand, one page of applications, and what waits for a person. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/pool.ts';
import type { ApplicationTables, Stage } from '../../applications/tables.ts';
import type { IntakeTables } from '../tables.ts';
import type { Filter, Where } from './rules.ts';

type Tables = IntakeTables & ApplicationTables;

export type Counts = {
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  readonly waits: Record<Where, number>;
};

/**
 * What application_stages says of everything sent, and who has looked, as joins: the view asks row by row, which takes
 * seconds over a hundred thousand. A test holds the two to the same answer.
 */
const sentNow = sql`(
  select s.application_id, s.fund_id, s.sent_at, s.in_grace, s.group_name, s.shown_place, s.language, s.tier,
    s.requested_pence,
    case
      when w.application_id is not null then 'withdrawn'
      when d.set_aside is not null then 'set-aside'
      when again.outcome = 'fit' then 'standing'
      when again.outcome = 'not-this-fund' or first.outcome = 'not-this-fund' then 'not-this-fund'
      when first.outcome = 'fit' then 'standing'
      else 'received'
    end as stage,
    case when one.id is null then 'first-look' when two.id is null then 'second-look' else 'talk' end as looks,
    r.application_id is not null and again.id is null as reply
  from submissions s
  left join withdrawals w on w.application_id = s.application_id
  left join (select distinct set_aside from duplicate_settlements) d on d.set_aside = s.application_id
  left join fit_decisions first on first.application_id = s.application_id and not first.after_reply
  left join fit_decisions again on again.application_id = s.application_id and again.after_reply
  left join fit_looks one on one.application_id = s.application_id and one.place = 1
  left join fit_looks two on two.application_id = s.application_id and two.place = 2
  left join replies r on r.application_id = s.application_id
)`;

/** How many stand where. */
export async function countsIn(tx: Tx, fundId: string): Promise<Counts> {
  const sent = await sql<{ stage: Stage; looks: Exclude<Where, 'reply'>; n: number; replies: number }>`
    select stage, looks, count(*) as n, count(*) filter (where reply) as replies from ${sentNow} as s
    where s.fund_id = ${fundId} group by stage, looks`.execute(tx);
  const unsent = await sql<{ stage: Stage; n: number }>`
    select case when l.application_id is null then 'draft' else 'late-asked' end as stage, count(*) as n
    from applications a left join submissions s on s.application_id = a.id
    left join late_requests l on l.application_id = a.id
    where a.fund_id = ${fundId} and s.application_id is null group by 1`.execute(tx);
  const stages: Partial<Record<Stage, number>> = {};
  for (const row of [...sent.rows, ...unsent.rows]) stages[row.stage] = (stages[row.stage] ?? 0) + row.n;
  const received = (looks: Where) => sent.rows.find((row) => row.stage === 'received' && row.looks === looks)?.n ?? 0;
  return {
    stages,
    waits: {
      'first-look': received('first-look'),
      'second-look': received('second-look'),
      talk: received('talk'),
      reply: sent.rows.reduce((sum, row) => sum + row.replies, 0),
    },
  };
}

export type BoardRow = {
  readonly applicationId: string;
  readonly reference: string;
  readonly groupName: string;
  readonly place: string | null;
  readonly language: string;
  readonly requestedPence: number;
  readonly sentAt: Date;
  readonly inGrace: boolean;
  readonly stage: Stage;
};
type Row = {
  application_id: string;
  reference: string;
  group_name: string;
  shown_place: string | null;
  language: string;
  requested_pence: number;
  sent_at: Date;
  in_grace: boolean;
  stage: Stage;
};

function narrowed(fundId: string, filter: Filter): RawBuilder<unknown> {
  const wanted = [sql`s.fund_id = ${fundId}`];
  if (filter.stage !== null) wanted.push(sql`s.stage = ${filter.stage}`);
  if (filter.waits === 'reply') wanted.push(sql`s.reply`);
  else if (filter.waits !== null) wanted.push(sql`s.stage = 'received' and s.looks = ${filter.waits}`);
  if (filter.language !== '') wanted.push(sql`s.language = ${filter.language}`);
  if (filter.tier === 'none') wanted.push(sql`s.tier is null`);
  else if (filter.tier !== '') wanted.push(sql`s.tier = ${filter.tier}`);
  if (filter.after !== '') {
    wanted.push(sql`(s.sent_at, s.application_id) >
      ((select sent_at from submissions where application_id = ${filter.after}), ${filter.after})`);
  }
  return sql.join(wanted, sql` and `);
}

/** One page, oldest first; one more row than asked for says that there is another page. */
export async function boardPage(tx: Tx, fundId: string, filter: Filter, most: number): Promise<BoardRow[]> {
  const found = await sql<Row>`
    select s.*, a.reference from ${sentNow} as s join applications a on a.id = s.application_id
    where ${narrowed(fundId, filter)} order by s.sent_at, s.application_id limit ${most}`.execute(tx);
  return found.rows.map((row) => ({
    applicationId: row.application_id,
    reference: row.reference,
    groupName: row.group_name,
    place: row.shown_place,
    language: row.language,
    requestedPence: row.requested_pence,
    sentAt: row.sent_at,
    inGrace: row.in_grace,
    stage: row.stage,
  }));
}

export type ToTell = { readonly applicationId: string; readonly groupName: string; readonly decidedAt: Date };

/** Groups that were not told yet and should hear within three days: by phone, where there is no address. */
export async function toTell(tx: Tx, fundId: string): Promise<ToTell[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('fit_decisions as d')
    .innerJoin('submissions as s', 's.application_id', 'd.application_id')
    .where('s.fund_id', '=', fundId)
    .where('d.told_at', 'is', null)
    .where((where) => where.or([where('d.outcome', '=', 'not-this-fund'), where('d.after_reply', '=', true)]))
    .select(['s.application_id', 's.group_name', 'd.decided_at'])
    .orderBy('d.decided_at')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    applicationId: row.application_id,
    groupName: row.group_name,
    decidedAt: row.decided_at,
  }));
}

/** Which of these wait for a person to settle a likely duplicate. */
export async function inWaitingPairs(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('likely_duplicates as p')
    .leftJoin('duplicate_settlements as d', 'd.likely_duplicate_id', 'p.id')
    .where('d.likely_duplicate_id', 'is', null)
    .where((where) => where.or([where('p.one', 'in', [...ids]), where('p.other', 'in', [...ids])]))
    .select(['p.one', 'p.other'])
    .execute();
  return new Set(rows.flatMap((row) => [row.one, row.other]));
}
