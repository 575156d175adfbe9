/** Where a server's data lies: in the clone, or outside where the server's user cannot enter it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, mayEnter } from './account.ts';
import type { Binaries } from './machine.ts';

export type Purpose = 'serve' | 'test';

/** One server's home: its cluster, its log, its socket. */
export type Home = { folder: string; cluster: string; log: string; socket: string };

export function outsideFolder(root: string): string {
  return join('/var/lib/manyhands', createHash('sha256').update(root).digest('hex').slice(0, 12));
}

/** The folder that holds the homes; when it lies outside the clone, ./data/where names it. */
export function dataFolder(root: string, account: Account | null): string {
  const inside = join(root, 'data');
  mkdirSync(inside, { recursive: true });
  if (account === null || mayEnter(account, inside)) return inside;
  const outside = outsideFolder(root);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  writeFileSync(join(inside, 'where'), `${outside}\n`);
  return outside;
}

/** Another major version or kind of server gets a folder of its own: their files are not interchangeable. */
export function homeIn(data: string, purpose: Purpose, server: Pick<Binaries, 'kind' | 'major'>): Home {
  const folder = join(data, `${purpose === 'test' ? 'test' : 'postgres'}-${server.major}-${server.kind}`);
  return homeAt(folder);
}

export function homeAt(folder: string): Home {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'server.log'),
    socket: join(folder, 'socket'),
  };
}

export function hasData(home: Home): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'));
}

export function ownerId(home: Home): number | null {
  return existsSync(home.folder) ? statSync(home.folder).uid : null;
}

// A socket's whole path may have 107 bytes at most (unix(7)).
export function socketFits(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 107;
}

/** Every home of this clone, in the clone and outside it, for those who want to stop or set aside what is there. */
export function homesOf(root: string, purpose?: Purpose): Home[] {
  const inside = join(root, 'data');
  const note = join(inside, 'where');
  const folders = [inside, ...(existsSync(note) ? [readFileSync(note, 'utf8').trim()] : [])];
  const wanted = purpose === undefined ? /^(postgres|test)-\d+-/ : purpose === 'test' ? /^test-\d+-/ : /^postgres-\d+-/;
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => ({ folder, name })))
    .filter(({ name }) => wanted.test(name))
    .map(({ folder, name }) => homeAt(join(folder, name)));
}
