/** Something done again and again in the background, one after the other, until it is stopped. */
import { faultOf, type Log } from './log.ts';

export type Again = {
  /** How long to wait between two. */
  readonly everyMs: number;
  readonly log: Log;
  /** What the log says when one of them fails; the next comes all the same. */
  readonly waits: string;
};

/** Begins at once; the returned function lets the one under way end and starts no other. */
export function again({ everyMs, log, waits }: Again, once: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      await once().catch((problem: unknown) => log.error(faultOf(problem), waits));
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (stopped) resolve();
        else setTimeout(resolve, everyMs).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
