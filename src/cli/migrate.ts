/** manyhands migrate: brings the database to today's shape and says what it did. */
import { parseArgs } from 'node:util';
import { done } from './exits.ts';
import { openWorkplace, ready, wantedMode } from './workplace.ts';

export const summary = "bring the database to today's shape";
export const usage = `Usage: manyhands migrate [--production] [--json]

Makes the database when it is missing and applies each new migration in order, one transaction each.
  --production  the fund's own database (DATABASE_URL, or "manyhands" on the local server), not the demo's
  --json        print {"database", "applied"}`;

export async function run(args: string[]): Promise<number> {
  const options = { production: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  const place = await openWorkplace(wantedMode(values.production));
  try {
    const applied = await ready(place);
    const told = applied.length === 0 ? 'was up to date' : `took ${applied.length}: ${applied.join(', ')}`;
    const json = JSON.stringify({ database: place.name, applied });
    process.stdout.write(values.json ? `${json}\n` : `The database ${place.name} ${told}.\n`);
    return done;
  } finally {
    await place.db.stop();
  }
}
