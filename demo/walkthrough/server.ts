/** The program under the walkthrough, in a process of its own so that it can be killed: real port, real queue, movable clock. */
import { startServer } from '../../src/main.ts';

const { WALK_DATABASE: databaseUrl, WALK_PORT: port, WALK_CLOCK: clockSecret, WALK_LETTERS: mailFolder } = process.env;
if (!databaseUrl || !clockSecret || !mailFolder)
  throw new Error('the walkthrough names a database, a clock and a folder for letters');

const server = await startServer({
  databaseUrl,
  port: Number(port ?? 0),
  host: '127.0.0.1',
  mode: 'walkthrough',
  clockSecret,
  mailFolder,
  logLevel: 'error',
});
process.send?.({ address: server.address });
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
  process.once(signal as 'SIGTERM', () => {
    void server.close().then(() => process.exit(0));
  });
}
