/** The PostgreSQL servers that are installed on this machine, newest first. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const oldestMajor = 15;
export const newestMajor = 18;

export type Binaries = { kind: 'path' | 'embedded'; folder: string; version: string; major: number };

/** Reads "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)". */
export function readVersion(text: string): { version: string; major: number } | null {
  const found = /\(PostgreSQL\) ((\d+)[\w.]*)/.exec(text);
  return found?.[1] && found[2] ? { version: found[1], major: Number(found[2]) } : null;
}

function distributionFolders(): string[] {
  const base = '/usr/lib/postgresql';
  const packaged = existsSync(base) ? readdirSync(base).map((name) => join(base, name, 'bin')) : [];
  const others = ['/usr/local/bin', '/usr/local/pgsql/bin', '/opt/homebrew/bin'];
  for (let major = newestMajor; major >= oldestMajor; major--) others.push(`/usr/pgsql-${major}/bin`);
  return [...packaged, ...others];
}

/** Needs initdb beside postgres: some distributions put only the client on the path. */
export function machineServers(env: NodeJS.ProcessEnv = process.env): Binaries[] {
  const onPath = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const real = new Set<string>();
  for (const folder of [...distributionFolders(), ...onPath]) {
    const program = join(folder, 'postgres');
    if (existsSync(program)) real.add(dirname(realpathSync(program)));
  }
  const found: Binaries[] = [];
  for (const folder of real) {
    if (!existsSync(join(folder, 'initdb'))) continue;
    const read = readVersion(spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '');
    if (read && read.major >= oldestMajor && read.major <= newestMajor) found.push({ kind: 'path', folder, ...read });
  }
  return found.sort((a, b) => b.major - a.major || b.version.localeCompare(a.version, 'en', { numeric: true }));
}
