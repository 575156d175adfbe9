/** The whole door in process for route tests: real routes, database, cookies and forms; no port, no browser. */

import { renderInFrame } from '../src/desk/shell.tsx';
import { holdsDraft } from '../src/fund/applications/drafts/keys.ts';
import type { Person } from '../src/kernel/actors.ts';
import { newId, newSecret, sha256 } from '../src/kernel/ids.ts';
import { addSession, personOfSession } from '../src/people/accounts/store.ts';
import type { Db } from '../src/platform/db/pool.ts';
import type { Route } from '../src/platform/web/ask.ts';
import { openDoor } from '../src/platform/web/serve.ts';
import type { Job } from '../src/platform/work.ts';
import { type Queued, runQueued } from './work.ts';

const origin = 'http://fund.test';

export type Visit = { status: number; text: string; location: string | null; headers: Headers };

/** A browser without scripts: keeps cookies, takes the key from the form it last saw, never follows redirects by itself. */
export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Visit>;
  post(
    path: string,
    fields: Readonly<Record<string, string | readonly string[] | File>>,
    headers?: Record<string, string>,
  ): Promise<Visit>;
};

export type Door = {
  browser(person?: Person): Promise<Browser>;
  /** Sets the time that the next requests happen at. */
  at(now: Date): void;
  queued: Queued[];
  runJobs(): Promise<void>;
  faults: object[];
};

export function openTestDoor(db: Db, parts: { routes: readonly Route[]; jobs?: readonly Job[]; now: Date }): Door {
  let now = parts.now;
  const queued: Queued[] = [];
  const faults: object[] = [];
  const web = openDoor({
    db,
    clock: { now: () => now, moveTo: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: (about) => void faults.push(about) },
    queue: { put: async (_tx, job, data) => void queued.push({ job, data }) },
    config: {
      databaseUrl: 'test',
      port: 0,
      host: 'test',
      mode: 'test',
      origin,
      mailFrom: 'letters@localhost',
      logLevel: 'silent',
    },
    routes: parts.routes,
    person: personOfSession,
    holdsDraft,
    render: renderInFrame,
  });
  return {
    queued,
    faults,
    at: (instant) => {
      now = instant;
    },
    runJobs: () => runQueued(db, now, parts.jobs ?? [], queued),
    async browser(person) {
      const jar = new Map<string, string>();
      if (person) {
        const secret = newSecret();
        const endsAt = new Date(now.getTime() + 365 * 86_400_000);
        await db
          .transaction()
          .execute((tx) =>
            addSession(tx, { id: newId(), secretHash: sha256(secret), personId: person.personId, now, endsAt }),
          );
        jar.set('__Host-session', secret);
      }
      const send = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Visit> => {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await web.fetch(new Request(origin + path, { ...init, headers: { cookie, ...headers } }));
        for (const line of response.headers.getSetCookie()) {
          const [pair = ''] = line.split(';');
          const at = pair.indexOf('=');
          if (/max-age=0(;|$)/i.test(line)) jar.delete(pair.slice(0, at));
          else jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
        }
        return {
          status: response.status,
          text: await response.text(),
          location: response.headers.get('location'),
          headers: response.headers,
        };
      };
      return {
        get: (path, headers = {}) => send(path, { method: 'GET' }, headers),
        post(path, fields, headers = {}) {
          const all = Object.entries<string | readonly string[] | File>({ _key: newId(), ...fields });
          // As browsers do: in parts when there is a file, otherwise as one line.
          const body = all.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
          for (const [name, value] of all) {
            if (value instanceof File && body instanceof FormData) body.append(name, value);
            else
              for (const each of typeof value === 'string' ? [value] : (value as readonly string[]))
                body.append(name, each);
          }
          return send(path, { method: 'POST', body }, { origin, 'sec-fetch-site': 'same-origin', ...headers });
        },
      };
    },
  };
}
