/** Seals new events every few seconds and publishes the root once a day, whichever process does it. */
import type { Clock } from '../clock.ts';
import type { Db } from '../db/pool.ts';
import { forgetOldLimits } from '../limits.ts';
import { faultOf, type Log } from '../log.ts';
import { publishRoot, sealEvents } from './record.ts';

const everyMs = 3000;

/** Starts sealing; the returned function stops it and seals what is left. */
export function keepSealing(db: Db, clock: Clock, log: Log): () => Promise<void> {
  let stopped = false;
  let published = '';
  let wake: () => void = () => undefined;
  const once = async () => {
    try {
      while ((await sealEvents(db)) === 2000);
      const day = clock.now().toISOString().slice(0, 10);
      if (day !== published) {
        await publishRoot(db, day);
        await forgetOldLimits(db, clock.now());
        published = day;
      }
    } catch (problem) {
      log.error(faultOf(problem), 'sealing waits');
    }
  };
  const running = (async () => {
    while (!stopped) {
      await once();
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
    await once();
  };
}
