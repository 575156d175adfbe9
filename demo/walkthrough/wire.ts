/** Ways to reach the program: in process, or over HTTP to a server that may be killed under us and come back. */
import type { Wire } from './visitor.ts';

export const inProcessOrigin = 'http://localhost';

/** Straight into the app, without a port. */
export function inProcess(fetch: (request: Request) => Response | Promise<Response>): Wire {
  return {
    origin: inProcessOrigin,
    send: async (path, init) => fetch(new Request(inProcessOrigin + path, { ...init, redirect: 'manual' })),
  };
}

export type Count = { requests: number; retries: number; http5xx: number };

/**
 * Over HTTP. A request whose connection breaks is sent again, word for word with the same key, once `back` says that
 * the program is there again: what was done the first time is not done twice.
 */
export function overHttp(
  origin: string,
  count: Count,
  back: () => Promise<void>,
  before: () => Promise<void> = async () => undefined,
): Wire {
  return {
    origin,
    async send(path, init) {
      await before();
      for (let attempt = 1; ; attempt += 1) {
        try {
          const response = await fetch(origin + path, { ...init, redirect: 'manual' });
          // The body too must arrive: a program killed in the middle of an answer has not answered.
          const body = await response.arrayBuffer();
          count.requests += 1;
          if (response.status >= 500) count.http5xx += 1;
          return new Response([204, 303, 304].includes(response.status) ? null : body, {
            status: response.status,
            headers: response.headers,
          });
        } catch (problem) {
          if (attempt >= 5) throw problem;
          count.retries += 1;
          await back();
        }
      }
    },
  };
}
