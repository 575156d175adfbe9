/** manyhands audit: checks the sealed record, from the database or from an export, and can write that export. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type SealedEvent, sealEvents, sealedEvents } from '../platform/audit/record.ts';
import { verifyChain } from '../platform/audit/verify.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { couldNot, done, notApplicable } from './exits.ts';
import { openWorkplace, wantedMode } from './workplace.ts';

export const summary = 'check that what was recorded still stands as it was written';
export const usage = `Usage: manyhands audit verify [FILE] [--production] [--json]
       manyhands audit export FILE [--production]

verify   checks the chain of sealed events: each hash is SHA-256 of the one before and the event's canonical JSON.
         With FILE it needs no database: one event as JSON on each line, as export writes them.
export   seals what is not sealed yet and writes the chain to FILE.`;

async function fromDatabase(production: boolean | undefined): Promise<SealedEvent[]> {
  const place = await openWorkplace(wantedMode(production));
  const db = openDatabase(place.url, 2);
  try {
    while ((await sealEvents(db)) > 0);
    return await sealedEvents(db);
  } finally {
    await db.destroy();
    await place.db.stop();
  }
}

function fromFile(file: string): SealedEvent[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as SealedEvent);
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { production: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [deed, file] = positionals;
  if (deed === 'export' && file) {
    const events = await fromDatabase(values.production);
    writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    process.stdout.write(`${events.length} events written.\n`);
    return done;
  }
  if (deed !== 'verify') {
    process.stderr.write(`${usage}\n`);
    return notApplicable;
  }
  const verified = verifyChain(file ? fromFile(file) : await fromDatabase(values.production));
  if (values.json) process.stdout.write(`${JSON.stringify(verified)}\n`);
  else if (verified.ok)
    process.stdout.write(`${verified.events} events stand as they were written. Root: ${verified.root}\n`);
  else process.stdout.write(`The chain breaks at place ${verified.place}: ${verified.why}.\n`);
  return verified.ok ? done : couldNot;
}
