/** One process at a time: the kernel frees a turn when its holder dies, however it dies. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { DatabaseTrouble } from './trouble.ts';

// A name in the kernel, not a file: nothing is left behind by kill -9, so there is nothing to judge stale.
function nameOf(folder: string): string {
  return `\0manyhands-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
}

function tryTurn(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'EADDRINUSE') resolve(null);
      else reject(problem);
    });
    server.listen(name, () => resolve(server));
  });
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Runs the work while no other process works on the same folder. */
export async function inTurn<T>(folder: string, work: () => Promise<T>, patience = 90_000): Promise<T> {
  const name = nameOf(folder);
  let waited = 0;
  for (;;) {
    const turn = await tryTurn(name);
    if (turn) {
      try {
        return await work();
      } finally {
        await new Promise((done) => turn.close(done));
      }
    }
    if (waited >= patience) {
      throw new DatabaseTrouble(`Another start of Manyhands has been busy with ${folder} for too long. Is it stuck?`);
    }
    await pause(25);
    waited += 25;
  }
}
