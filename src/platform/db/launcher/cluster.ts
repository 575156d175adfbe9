/** Makes a cluster's files and starts its server, apart from us: it outlives its parent, and the next start finds it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, asAccount, giveTo } from './account.ts';
import { type Socket, socketUrl } from './address.ts';
import type { Binaries } from './machine.ts';
import { type Home, hasData, socketFits } from './places.ts';
import { isPostgres, postmasterOf } from './postmaster.ts';
import { isStarting, pause, talk } from './talk.ts';
import { DatabaseTrouble } from './trouble.ts';

export type Server = { binaries: Binaries; home: Home; account: Account | null; durable: boolean };

/** How long a server may take to come up: after a crash it first reads its log again. */
const patience = 120_000;

// A server of ours listens on its socket only, in a folder that only its user (and root) may enter: nobody else can
// ask to be let in, so there is no password that could be lost or found.
const admission = 'local all all trust\nlocal replication all trust\n';

function surroundings(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

export function lastLines(log: string, most = 6): string {
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return text.trim().split('\n').slice(-most).join('\n');
}

function privateFolder(server: Server, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(server.account, folder);
  chmodSync(folder, 0o700);
}

/** The same byte order everywhere, and letters of every script known as letters (C.UTF-8; plain C where it is lacking). */
export function initialise(server: Server): void {
  if (hasData(server.home)) return;
  const fresh = `${server.home.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  rmSync(server.home.cluster, { recursive: true, force: true });
  const words = ['-D', fresh, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--data-checksums'];
  let said = '';
  for (const letters of ['C.UTF-8', 'C']) {
    const made = spawnSync(
      join(server.binaries.folder, 'initdb'),
      [...words, `--lc-ctype=${letters}`, ...(server.durable ? [] : ['--no-sync'])],
      { ...asAccount(server.account), cwd: '/', env: surroundings(), encoding: 'utf8' },
    );
    if (made.status === 0) {
      writeFileSync(join(fresh, 'pg_hba.conf'), admission);
      renameSync(fresh, server.home.cluster);
      return;
    }
    said = (made.stderr ?? String(made.error)).trim();
    rmSync(fresh, { recursive: true, force: true });
  }
  throw new DatabaseTrouble(`PostgreSQL could not make its files in ${server.home.folder}:\n${said}`);
}

function socketFolder(server: Server): string {
  const usual = server.home.socket;
  if (!socketFits(usual)) {
    const short = mkdtempSync(join(tmpdir(), 'manyhands-'));
    giveTo(server.account, short);
    return short;
  }
  // No server runs now, so what lies here is a dead one's; its number may still be listed, or be somebody else's.
  rmSync(usual, { recursive: true, force: true });
  privateFolder(server, usual);
  return usual;
}

function settings(server: Server, socket: string): string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socket,
    port: '5432',
    max_connections: '100',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    wal_level: 'replica',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    cluster_name: 'manyhands',
  };
  // Test data may be lost with the machine: no write waits for the disk.
  if (!server.durable) {
    // And all files of a test run share one process, each with its own database and connections.
    Object.assign(chosen, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' });
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function launch(server: Server): { child: ChildProcess; socket: Socket } {
  if (existsSync(server.home.log)) renameSync(server.home.log, `${server.home.log}.before`);
  const socket = socketFolder(server);
  const log = openSync(server.home.log, 'a', 0o600);
  giveTo(server.account, server.home.log);
  const child = spawn(
    join(server.binaries.folder, 'postgres'),
    ['-D', server.home.cluster, ...settings(server, socket)],
    { ...asAccount(server.account), cwd: '/', env: surroundings(), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return { child, socket: { folder: socket, port: 5432 } };
}

async function answers(socket: Socket, cluster: string): Promise<boolean> {
  const said = await talk(socketUrl(socket, 'postgres', 'postgres'), (ask) => ask('show data_directory'));
  return said[0]?.data_directory === cluster;
}

/** The socket of a server that already works on this cluster, also one whose parent was killed. */
export async function attach(home: Home): Promise<Socket | null> {
  const running = postmasterOf(home.cluster);
  if (!running) return null;
  for (let waited = 0; waited < patience && isPostgres(running.pid); waited += 50) {
    const now = postmasterOf(home.cluster);
    if (now?.pid !== running.pid) return null;
    try {
      if (await answers(now.socket, home.cluster)) return now.socket;
      return null;
    } catch (problem) {
      // Refused for a moment: it is starting, or going down; its file says which when it is gone.
      if (!isStarting(problem) && waited > 5_000) throw problem;
    }
    await pause(50);
  }
  // What is left is the note of a crash; PostgreSQL itself would refuse if the number now belongs to another program.
  if (!isPostgres(running.pid)) rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** Starts the server and waits until it answers. */
export async function start(server: Server): Promise<Socket> {
  let { child, socket } = launch(server);
  let problem: unknown;
  for (let waited = 0; waited < patience; waited += 20) {
    try {
      if (await answers(socket, server.home.cluster)) return socket;
    } catch (now) {
      problem = now;
    }
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      const said = lastLines(server.home.log);
      // The last workers of a killed server take a moment to notice that it is gone.
      if (!/still in use/.test(said) || waited > 10_000) {
        throw new DatabaseTrouble(`PostgreSQL ${server.binaries.version} did not start. Its last words were:\n${said}`);
      }
      await pause(200);
      ({ child, socket } = launch(server));
    }
    await pause(20);
  }
  throw new DatabaseTrouble(
    `PostgreSQL does not answer (${(problem as Error).message}). Its last words:\n${lastLines(server.home.log)}`,
  );
}

/** The folder around the cluster, private to the server's user. */
export function prepareHome(server: Server): void {
  privateFolder(server, server.home.folder);
}

/** Closes the server in order, and waits until its files are at rest. */
export async function shutDown(home: Home): Promise<void> {
  const running = postmasterOf(home.cluster);
  if (!running || !isPostgres(running.pid)) return;
  process.kill(running.pid, 'SIGINT');
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (postmasterOf(home.cluster)?.pid !== running.pid || !isPostgres(running.pid)) break;
    await pause(20);
  }
  if (running.socket.folder !== home.socket) rmSync(running.socket.folder, { recursive: true, force: true });
}
