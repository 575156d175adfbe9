/** manyhands 360giving: checks and converts grant files anywhere, and writes a fund's open data. */
import { run as runGiving } from '../../packages/360giving/src/cli.ts';
import type { JsonObject } from '../../packages/360giving/src/json.ts';
import { fundById } from '../fund/pool/store.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { publicAwards } from '../site/awards/store.ts';
import { openDataOf } from '../site/open-data/giving.ts';
import { openWorkplace, wantedMode } from './workplace.ts';

export const summary = 'check or convert a file of grants, or publish a fund as 360Giving data';
export const usage = `Usage: manyhands 360giving check FILE [--json]
       manyhands 360giving convert FILE --to json|xlsx|ods|csv [--out FILE] [--mend] [--json]
       manyhands 360giving publish --fund ID [--to json|xlsx|ods|csv] [--out FILE] [--production]

check    reads JSON, xlsx, ods or CSV, by what the file holds, and says what does not follow the standard and how to
         mend it. 0 when all grants are valid, 1 when not, 2 when the file cannot be read.
convert  writes the same grants in another form and lists what that form cannot carry.
         --mend puts garbled text right; --json lists the differences as data (needs --out).
publish  writes what the public may see of a fund's awards. Web addresses begin with MANYHANDS_ORIGIN.`;

/** Null when there is no such fund. */
async function openData(fundId: string, production: boolean): Promise<JsonObject | null> {
  const place = await openWorkplace(wantedMode(production));
  try {
    if (!(await place.db.hasDatabase(place.name))) return null;
    const db = openDatabase(place.url, 2);
    try {
      return await db.transaction().execute(async (tx) => {
        const fund = await fundById(tx, fundId);
        if (fund === null) return null;
        const origin = process.env.MANYHANDS_ORIGIN ?? 'http://127.0.0.1:3000';
        return openDataOf(await publicAwards(tx, fund.id), [fund], origin).data;
      });
    } finally {
      await db.destroy();
    }
  } finally {
    await place.db.stop();
  }
}

export async function run(args: string[]): Promise<number> {
  const production = args.includes('--production');
  return runGiving(
    args.filter((arg) => arg !== '--production'),
    {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      bytes: (bytes) => void process.stdout.write(bytes),
      publish: (fund) => openData(fund, production),
    },
  );
}
