/** What flows down to every deed: one transaction, who acts, what time it is, and two ways to leave a trace. */
import type { Actor } from '../kernel/actors.ts';
import type { Db, Tx } from './db/pool.ts';

export type EventData = { readonly [key: string]: string | number | boolean | null | readonly string[] };

export type Work = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** Appends an event (`noun.pastTense`) about a subject id to the audit record, in the same transaction. Ids and codes only. */
  record(kind: string, subject: string, data?: EventData, fundId?: string): Promise<void>;
  /** Puts a job in the queue, in the same transaction; with a key, the same job is queued once. */
  enqueue(job: string, data: { readonly [key: string]: string | number }, key?: string): Promise<void>;
};

/** One later thing: its name (`slice.noun`) and what it does, as work of its own. */
export type Job = {
  readonly name: string;
  /** What PostgreSQL does not do inside a transaction, such as vacuum; done before `run`, and again when that fails. */
  outside?(db: Db, data: { readonly [key: string]: string | number }): Promise<void>;
  run(work: Work, data: { readonly [key: string]: string | number }): Promise<void>;
};
