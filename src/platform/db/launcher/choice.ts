/** Which server is used: the one that is asked for, else the one that already holds our data, else the first at hand. */
import type { Binaries } from './machine.ts';
import { DatabaseTrouble } from './trouble.ts';

export type Wish = 'url' | 'path' | 'embedded' | null;

export type Setting = { wish: Wish; url: string | null };

export function readSetting(env: NodeJS.ProcessEnv): Setting {
  const wish = env.MANYHANDS_POSTGRES || null;
  const url = env.DATABASE_URL || null;
  if (wish !== null && wish !== 'url' && wish !== 'path' && wish !== 'embedded') {
    throw new DatabaseTrouble(`MANYHANDS_POSTGRES is "${wish}", but it can only be embedded, path or url.`);
  }
  if (wish === 'url' && url === null) {
    throw new DatabaseTrouble('MANYHANDS_POSTGRES is url, so DATABASE_URL must name the server; it is empty.');
  }
  return { wish: wish ?? (url === null ? null : 'url'), url };
}

/** `candidates` come in order of preference; `holdsData` knows which of them has our data already. */
export function choose<T extends Binaries>(wish: Wish, candidates: T[], holdsData: (one: T) => boolean): T {
  const allowed = candidates.filter((one) => wish === null || one.kind === wish);
  const chosen = allowed.find(holdsData) ?? allowed[0];
  if (chosen) return chosen;
  throw new DatabaseTrouble(
    wish === 'path'
      ? 'No PostgreSQL 15 to 18 (postgres and initdb) was found on this machine. Without MANYHANDS_POSTGRES=path the one that came with the packages is used.'
      : 'There is no PostgreSQL here and none came with the packages. Please install PostgreSQL 15 to 18, or set DATABASE_URL.',
  );
}
