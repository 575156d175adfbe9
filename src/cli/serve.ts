/** manyhands serve: the whole program on one address, with the database it needs; closes in order when asked. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RunningServer, startServer } from '../main.ts';
import { configFromEnvironment } from '../platform/config.ts';
import { pause } from '../platform/db/launcher/talk.ts';
import { DatabaseTrouble } from '../platform/db/launcher/trouble.ts';
import { projectRoot } from '../platform/root.ts';
import { done, notApplicable } from './exits.ts';
import { demoState, demoTable, loadDemo } from './first-time.ts';
import { freePort, readPort } from './port.ts';
import { noteServing, whoIsServing } from './serving.ts';
import { openWorkplace, ready, type Workplace, wantedMode } from './workplace.ts';

export const summary = 'serve Manyhands; without --production the demo fund';
export const usage = `Usage: manyhands serve [--port N] [--host ADDRESS] [--fresh] [--production]

Finds or starts PostgreSQL, brings the database to today's shape and serves until Ctrl-C.
  --port N        3000, or the environment's PORT; a taken port means the next free one
  --host ADDRESS  127.0.0.1, or the environment's HOST; 0.0.0.0 lets other machines in
  --fresh         forget the demo's database and begin again
  --production    the fund's own database and settings; the demo's people cannot sign in

DATABASE_URL names a PostgreSQL server to use; without it the machine's is used, else the one that came with the
packages. MANYHANDS_POSTGRES=url|path|embedded forces one.`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  fresh: { type: 'boolean' },
  production: { type: 'boolean' },
} as const;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function startOver(place: Workplace): Promise<void> {
  if (!(await place.db.hasDatabase(place.name))) return;
  const busy = async () => whoIsServing(projectRoot).length > 0 || (await place.db.visitors(place.name)) > 0;
  // One that is just closing is waited for.
  for (let waited = 0; waited < 3_000 && (await busy()); waited += 100) await pause(100);
  if (await busy()) {
    throw new DatabaseTrouble('The demo is being used by another start. Please stop it first: bin/manyhands stop');
  }
  await place.db.dropDatabase(place.name);
}

/** Ends on Ctrl-C, on a signal, and when the door that started us is gone. */
function askedToClose(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}

/** Between looking for a free port and taking it, somebody else may have taken it. */
async function open(place: Workplace, wished: number, host: string): Promise<RunningServer> {
  const given = {
    // In the demo each answer need not be told on the screen; MANYHANDS_LOG_LEVEL says otherwise.
    ...(place.mode === 'demo' ? { mailFolder: letters, logLevel: 'warn' as const } : {}),
    ...configFromEnvironment(process.env),
    databaseUrl: place.url,
    host,
    mode: place.mode,
  };
  for (let from = wished; ; ) {
    const port = await freePort(from, host);
    if (port !== wished) say(`Port ${from} is taken, so this is on ${port}.`);
    try {
      return await startServer({ ...given, port });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw problem;
      from = port + 1;
    }
  }
}

const letters = join(projectRoot, 'data', 'letters');

/** The first time, the demo is played up to today; a play that was cut short begins again from nothing. */
async function demoReady(place: Workplace): Promise<void> {
  let state = await demoState(place.url);
  if (state === 'half') {
    await startOver(place);
    await ready(place);
    state = 'none';
  }
  if (state === 'there') return;
  say('Playing the demo up to today, once ...');
  await loadDemo({ url: place.url, phase: 'call', now: new Date(), mailFolder: letters });
}

async function serve(place: Workplace, wished: number, host: string): Promise<void> {
  await ready(place);
  if (place.mode === 'demo') await demoReady(place);
  const server = await open(place, wished, host);
  const note = noteServing(projectRoot, server.address);
  const closing = askedToClose();
  if (place.mode === 'demo') say(`\n${demoTable(server.address)}`);
  say(`\nManyhands is ready: ${server.address}\nCtrl-C stops it.`);
  await closing;
  // A request that never ends must not keep anyone waiting.
  setTimeout(() => process.exit(done), 10_000).unref();
  await server.close();
  note.forget();
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  const wished = readPort(values.port ?? process.env.PORT);
  const mode = wantedMode(values.production);
  if (wished === null || (values.fresh && mode === 'production')) {
    process.stderr.write(wished === null ? 'A port is a number from 0 to 65535.\n' : '--fresh is for the demo only.\n');
    return notApplicable;
  }
  const place = await openWorkplace(mode);
  try {
    say(`PostgreSQL ${place.db.version} (${place.db.kind}${place.db.attached ? ', already running' : ''})`);
    if (values.fresh) await startOver(place);
    await serve(place, wished, values.host ?? process.env.HOST ?? '127.0.0.1');
  } finally {
    await place.db.stop();
  }
  process.exit(done);
}
