/** Hands out a running PostgreSQL: the one it is told of, the machine's, or the one that came with the packages. */
import { join } from 'node:path';
import pg from 'pg';
import { type Account, ownerOf, serverAccount } from './account.ts';
import { applicationRole, asApplicationRole, otherDatabase, type Socket, socketUrl } from './address.ts';
import { choose, readSetting, type Wish } from './choice.ts';
import { attach, initialise, prepareHome, type Server, shutDown, start } from './cluster.ts';
import { createDatabase, dropDatabase, ensureRole, hasDatabase, visitors } from './databases.ts';
import { type Embedded, embeddedServer, usableEmbedded } from './embedded.ts';
import { type Binaries, machineServers } from './machine.ts';
import { dataFolder, type Home, hasData, homeAt, homeIn, ownerId, type Purpose } from './places.ts';
import { pause, talk } from './talk.ts';
import { DatabaseTrouble } from './trouble.ts';
import { inTurn } from './turn.ts';

export type RunningDatabase = {
  kind: 'url' | 'path' | 'embedded';
  version: string;
  /** Signs in as the server's superuser (with a url: as whoever the url names). Not for application work. */
  adminUrl: string;
  /** Where the server's home lies; absent with a url. */
  home?: Home;
  /** Null when the server runs as the person who started it. */
  account: Account | null;
  /** True when the url's login is free of row level security, so that the application's role is taken instead. */
  superuser: boolean;
  /** True when this process found it running. */
  attached: boolean;
  /** Signs in as the application's role, which row level security binds. */
  urlFor(database: string): string;
  hasDatabase(name: string): Promise<boolean>;
  createDatabase(name: string, template?: string): Promise<boolean>;
  dropDatabase(name: string): Promise<void>;
  /** How many connections work on that database now. */
  visitors(name: string): Promise<number>;
  /** Lets go of the server; the last to leave stops it. True when it was stopped. */
  stop(): Promise<boolean>;
};

export type StartOptions = {
  /** The project's folder. */
  root: string;
  purpose?: Purpose;
  env?: NodeJS.ProcessEnv;
  /** Forces a kind of server, over the environment. */
  wish?: Wish;
  /** Another place for the server's home than the usual one. */
  folder?: string;
  /** Only a server of this major version will do: a backup's files fit no other. */
  major?: number;
};

export async function startDatabase(options: StartOptions): Promise<RunningDatabase> {
  const setting = readSetting(
    options.wish ? { ...options.env, MANYHANDS_POSTGRES: options.wish } : (options.env ?? process.env),
  );
  if (setting.wish === 'url' && setting.url !== null) return foreign(setting.url);
  return startServerOf(findServer(options, setting.wish));
}

/** The server that a start would use, without starting it. */
export function findServer(options: StartOptions, wish: Wish): Server {
  const purpose = options.purpose ?? 'serve';
  const lent = serverAccount();
  const data = options.folder ? null : dataFolder(options.root, lent);
  const home = (one: Binaries) => (data === null ? homeAt(options.folder ?? '') : homeIn(data, purpose, one));
  const embedded = embeddedServer(options.root);
  const all: (Binaries | Embedded)[] = [...machineServers(), ...(embedded ? [embedded] : [])];
  const candidates = all.filter((one) => options.major === undefined || one.major === options.major);
  const chosen = choose(wish, candidates, (one) => hasData(home(one)));
  const place = home(chosen);
  const owner = ownerId(place);
  const account = lent && owner !== null ? (ownerOf(owner) ?? lent) : lent;
  if (lent === null && owner !== null && owner !== process.getuid?.()) {
    throw new DatabaseTrouble(
      `The data in ${place.folder} belongs to another user (${ownerOf(owner)?.name ?? 'root'}). Start Manyhands as that user or as root, or move the folder away.`,
    );
  }
  const binaries = 'home' in chosen ? usableEmbedded(chosen, account, data ?? join(place.folder, '..')) : chosen;
  return { binaries, home: place, account, durable: purpose === 'serve' };
}

/** Starts a server of ours, or joins it when it runs already. */
export async function startServerOf(server: Server): Promise<RunningDatabase> {
  const { home } = server;
  // While it is counted as present, no other process stops the server.
  const { socket, attached, presence } = await inTurn(home.folder, async () => {
    prepareHome(server);
    const found = await attach(home);
    if (!found) initialise(server);
    const socket = found ?? (await start(server));
    return { socket, attached: found !== null, presence: await arrive(socket) };
  });
  const adminUrl = socketUrl(socket, 'postgres', 'postgres');
  const urlFor = (database: string) => socketUrl(socket, applicationRole, database);
  return {
    ...databaseDeeds(urlFor('postgres'), adminUrl),
    kind: server.binaries.kind,
    version: await versionOf(adminUrl),
    adminUrl,
    home,
    account: server.account,
    superuser: false,
    attached,
    urlFor,
    stop: async () => {
      wakefulness(presence).ref();
      await presence.end().catch(() => undefined);
      return (await stopIfIdle(home)) === 'stopped';
    },
  };
}

async function arrive(socket: Socket): Promise<pg.Client> {
  const presence = new pg.Client({
    connectionString: socketUrl(socket, 'postgres', 'postgres'),
    application_name: 'manyhands presence',
  });
  presence.on('error', () => undefined);
  await presence.connect();
  await ensureRole(async (sql, values) => (await presence.query(sql, values)).rows, true);
  // Someone who only asked for a database must still be able to end.
  wakefulness(presence).unref();
  return presence;
}

// pg has them, its types do not.
function wakefulness(client: pg.Client): { ref(): void; unref(): void } {
  return client as unknown as { ref(): void; unref(): void };
}

/** Stops the server of this home when nobody works with it. */
export async function stopIfIdle(home: Home): Promise<'stopped' | 'busy' | 'not running'> {
  return inTurn(home.folder, async () => {
    const found = await attach(home);
    if (!found) return 'not running';
    const adminUrl = socketUrl(found, 'postgres', 'postgres');
    // A connection that was closed a moment ago is still listed for some milliseconds.
    for (let tries = 0; (await visitors(adminUrl)) > 0; tries++) {
      if (tries === 20) return 'busy';
      await pause(25);
    }
    await shutDown(home);
    return 'stopped';
  });
}

function databaseDeeds(makerUrl: string, adminUrl: string) {
  return {
    hasDatabase: (name: string) => hasDatabase(makerUrl, name),
    createDatabase: (name: string, template?: string) => createDatabase(makerUrl, name, template),
    dropDatabase: (name: string) => dropDatabase(adminUrl, name),
    visitors: (name: string) => visitors(adminUrl, name),
  };
}

async function versionOf(url: string): Promise<string> {
  const rows = await talk(url, (ask) => ask('show server_version'));
  return String(rows[0]?.server_version).split(' ')[0] ?? '';
}

/** A server that somebody else runs: used as it is, never stopped. */
async function foreign(url: string): Promise<RunningDatabase> {
  const superuser = await talk(url, async (ask) => {
    const rows = await ask('select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user');
    if (rows[0]?.free === true) await ensureRole(ask, false);
    return rows[0]?.free === true;
  }).catch((problem: Error) => {
    throw new DatabaseTrouble(`The server named in DATABASE_URL cannot be used: ${problem.message}`);
  });
  const base = superuser ? asApplicationRole(url) : url;
  return {
    ...databaseDeeds(base, url),
    kind: 'url',
    version: await versionOf(url),
    adminUrl: url,
    account: null,
    superuser,
    attached: true,
    urlFor: (database) => otherDatabase(base, database),
    stop: async () => false,
  };
}
