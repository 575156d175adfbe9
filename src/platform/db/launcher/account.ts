/** The user the database server runs as: PostgreSQL refuses to run as root, so root lends it an unprivileged one. */
import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { DatabaseTrouble } from './trouble.ts';

export type Account = { name: string; uid: number; gid: number };

function listed(match: (account: Account) => boolean): Account | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (!name || !uid || !gid) continue;
    const account = { name, uid: Number(uid), gid: Number(gid) };
    if (match(account)) return account;
  }
  return null;
}

const named = (name: string) => listed((account) => account.name === name);

/** Null for an ordinary user, who runs the server as themselves. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const there = named('postgres') ?? named('manyhands');
  if (there) return there;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'manyhands']);
  const found = named('manyhands') ?? named('nobody');
  if (found && found.uid !== 0) return found;
  throw new DatabaseTrouble(
    'PostgreSQL may not run as root, and no other user could be found or made. Please start Manyhands as an ordinary user, or add one: useradd --system manyhands',
  );
}

/** The account a data folder already belongs to; a package that adds its own user later must not lock us out. */
export function ownerOf(uid: number): Account | null {
  return uid === 0 ? null : (listed((account) => account.uid === uid) ?? { name: String(uid), uid, gid: uid });
}

export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

export function giveTo(account: Account | null, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Asks the system itself, as that account: folder rights come from many places. */
export function mayEnter(account: Account | null, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asAccount(account), cwd: '/' });
  return tried.status === 0;
}

export function mayRun(account: Account | null, program: string): boolean {
  const tried = spawnSync(program, ['--version'], { ...asAccount(account), cwd: '/' });
  return tried.status === 0;
}
