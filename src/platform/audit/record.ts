/** Appends events and seals them into a hash chain that anyone can check without us. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actors.ts';
import type { Db, Tx } from '../db/pool.ts';
import type { EventData } from '../work.ts';
import type { AuditTables } from './tables.ts';

export async function recordEvent(
  tx: Tx,
  event: { at: Date; actor: Actor; kind: string; subject: string; data: EventData; fundId?: string | undefined },
): Promise<void> {
  await tx
    .withTables<AuditTables>()
    .insertInto('events')
    .values({
      fund_id: event.fundId ?? null,
      at: event.at,
      actor: actorRef(event.actor),
      kind: event.kind,
      subject: event.subject,
      data: JSON.stringify(event.data),
    })
    .execute();
}

export type SealedEvent = {
  place: number;
  id: number;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  fund: string | null;
  data: unknown;
  hash: string;
};

/** Canonical JSON: keys in code-point order at every depth, no spaces. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

/** hash = SHA-256(previous hash, newline, canonical JSON of the event); the first previous hash is 64 zeros. */
export function sealHash(previous: string, event: Omit<SealedEvent, 'hash' | 'place'>): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical(event)}`)
    .digest('hex');
}

export const firstHash = '0'.repeat(64);

type EventRow = {
  id: number;
  at: Date;
  actor: string;
  kind: string;
  subject: string;
  fund_id: string | null;
  data: unknown;
};

function sealable(row: EventRow): Omit<SealedEvent, 'hash' | 'place'> {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    kind: row.kind,
    subject: row.subject,
    fund: row.fund_id,
    data: row.data,
  };
}

/** Seals what is not sealed yet, in the order of ids; one sealer at a time. Returns how many it sealed. */
export async function sealEvents(db: Db, most = 2000): Promise<number> {
  return db.transaction().execute(async (plain) => {
    const tx = plain.withTables<AuditTables>();
    await sql`select pg_advisory_xact_lock(77002)`.execute(tx);
    const last = await tx
      .selectFrom('event_seals')
      .select(['place', 'hash'])
      .orderBy('place', 'desc')
      .limit(1)
      .executeTakeFirst();
    const rows = await tx
      .selectFrom('events')
      .leftJoin('event_seals', 'event_seals.event_id', 'events.id')
      .where('event_seals.event_id', 'is', null)
      .select(['events.id', 'at', 'actor', 'kind', 'subject', 'fund_id', 'data'])
      .orderBy('events.id')
      .limit(most)
      .execute();
    let place = last?.place ?? 0;
    let hash = last?.hash ?? firstHash;
    const seals: { place: number; event_id: number; hash: string }[] = [];
    for (const row of rows) {
      hash = sealHash(hash, sealable(row));
      place += 1;
      seals.push({ place, event_id: row.id, hash });
    }
    if (seals.length > 0) await tx.insertInto('event_seals').values(seals).execute();
    return seals.length;
  });
}

/** Publishes the newest hash as the root of a day, once a day. */
export async function publishRoot(db: Db, day: string): Promise<void> {
  const tables = db.withTables<AuditTables>();
  const last = await tables
    .selectFrom('event_seals')
    .select(['place', 'hash'])
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  await tables
    .insertInto('event_roots')
    .values({ day, place: last.place, hash: last.hash })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

/** The sealed record in order, for an export that can be checked offline. */
export async function sealedEvents(db: Db): Promise<SealedEvent[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('event_seals')
    .innerJoin('events', 'events.id', 'event_seals.event_id')
    .select(['place', 'hash', 'events.id', 'at', 'actor', 'kind', 'subject', 'fund_id', 'data'])
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ place: row.place, ...sealable(row), hash: row.hash }));
}
