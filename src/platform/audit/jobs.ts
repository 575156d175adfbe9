/** Seals new events every few seconds and publishes the root once a day, whichever process does it. */
import { again } from '../again.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/pool.ts';
import { forgetOldLimits } from '../limits.ts';
import { faultOf, type Log } from '../log.ts';
import { publishRoot, sealEvents } from './record.ts';

const everyMs = 3000;
const waits = 'sealing waits';

/** Starts sealing; the returned function stops it and seals what is left. */
export function keepSealing(db: Db, clock: Clock, log: Log): () => Promise<void> {
  let published = '';
  const once = async () => {
    while ((await sealEvents(db)) === 2000);
    const day = clock.now().toISOString().slice(0, 10);
    if (day === published) return;
    await publishRoot(db, day);
    await forgetOldLimits(db, clock.now());
    published = day;
  };
  const stop = again({ everyMs, log, waits }, once);
  return async () => {
    await stop();
    await once().catch((problem: unknown) => log.error(faultOf(problem), waits));
  };
}
