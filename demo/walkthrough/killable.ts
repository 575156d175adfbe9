/** Starts the program under the walkthrough, kills it when told, and brings it back on the same port. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export type Killable = {
  readonly origin: string;
  /** kill -9, now. */
  kill(): void;
  /** Resolves when the program answers again. */
  back(): Promise<void>;
  readonly kills: number;
  close(): Promise<void>;
};

export async function startKillable(env: {
  databaseUrl: string;
  clockSecret: string;
  letters: string;
}): Promise<Killable> {
  let port = '0';
  let kills = 0;
  let closing = false;
  let child: ChildProcess;
  let ready: Promise<string>;
  const start = (): void => {
    child = fork(join(import.meta.dirname, 'server.js'), {
      env: {
        ...process.env,
        WALK_DATABASE: env.databaseUrl,
        WALK_PORT: port,
        WALK_CLOCK: env.clockSecret,
        WALK_LETTERS: env.letters,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const mine = child;
    ready = new Promise<string>((resolve, reject) => {
      mine.once('message', (message) => resolve((message as { address: string }).address));
      mine.once('error', reject);
    });
    ready.catch(() => undefined);
    mine.once('exit', () => {
      if (!closing) start();
    });
  };
  start();
  const address = new URL(await ready!);
  port = address.port;
  return {
    origin: `http://127.0.0.1:${port}`,
    get kills() {
      return kills;
    },
    kill() {
      kills += 1;
      child.kill('SIGKILL');
    },
    async back() {
      // A killed child may not have been seen to end yet: wait until a living one has said where it is.
      for (let tries = 0; tries < 300; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (child.exitCode !== null || child.signalCode !== null) continue;
        await ready;
        return;
      }
      throw new Error('the program did not come back within 15 seconds');
    },
    async close() {
      closing = true;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 8000);
      await ended;
      clearTimeout(impatient);
    },
  };
}
