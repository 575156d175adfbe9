/** The real program on a port of its own, with a database of its own and a folder for its letters. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadFund, onDay } from '../demo/load.ts';
import { startServer } from '../src/main.ts';
import { type Db, openDatabase } from '../src/platform/db/pool.ts';

export type House = {
  readonly address: string;
  readonly databaseUrl: string;
  /** Moves the program's clock; it begins in the fourth week of the open call. */
  clock(at: Date): Promise<void>;
  /** Waits for a letter to this address and gives its whole text. */
  letterTo(address: string): Promise<string>;
  close(): Promise<void>;
};

export type OwnDatabase = { readonly url: string; drop(): Promise<void> };
export type Laying = (db: Db) => Promise<unknown>;

const clockSecret = 'the-clock-of-the-journeys';

/** `lay` fills the database before the program starts; left out, the demo fund is loaded and its call is open. */
export async function openHouse(database: OwnDatabase, lay?: Laying): Promise<House> {
  const db = openDatabase(database.url, 2);
  await (lay ?? ((open) => loadFund(open, { shift: 0, now: onDay('2025-01-06', 0), opened: true })))(db);
  await db.destroy();
  const mailFolder = mkdtempSync(join(tmpdir(), 'manyhands-letters-'));
  const server = await startServer({
    databaseUrl: database.url,
    port: 0,
    mode: 'demo',
    logLevel: 'silent',
    mailFolder,
    clockSecret,
  });
  const clock = async (at: Date): Promise<void> => {
    const headers = { authorization: `Bearer ${clockSecret}` };
    const moved = await fetch(`${server.address}/test/clock`, { method: 'POST', headers, body: at.toISOString() });
    if (!moved.ok) throw new Error(`the clock answered ${moved.status}`);
  };
  await clock(onDay('2025-02-10T12:00', 0));
  return {
    address: server.address,
    databaseUrl: database.url,
    clock,
    letterTo: (address) => letterIn(mailFolder, address),
    async close() {
      await server.close();
      await database.drop();
      rmSync(mailFolder, { recursive: true, force: true });
    },
  };
}

async function letterIn(folder: string, address: string): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const letters = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    const texts = letters.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
    const found = texts.reverse().find((text) => new RegExp(`^To:.*${address}`, 'im').test(text));
    if (found) return found;
    await pause(100);
  }
  throw new Error(`no letter came to ${address}`);
}
