/** Measures one page in process: how often it asks the database, how many bytes it sends, how long it takes. */
import pg from 'pg';

export type Fetch = (request: Request) => Response | Promise<Response>;
export type Measured = { status: number; queries: number; bytes: number; ms: number };

let asked = 0;
const query = pg.Client.prototype.query as (this: unknown, ...given: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: unknown, ...given: unknown[]): unknown {
  const [first] = given;
  const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
  // Beginning and ending a transaction is the same for every page.
  if (!/^\s*(begin|start|commit|rollback|set )/i.test(text)) asked += 1;
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

function middle(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** The first rounds warm up; of the others the fewest queries and the middle time count. */
export async function measure(fetch: Fetch, path: string, cookie: string, rounds = 15): Promise<Measured> {
  const times: number[] = [];
  let queries = Number.POSITIVE_INFINITY;
  let [status, bytes] = [0, 0];
  for (let round = -3; round < rounds; round += 1) {
    const before = asked;
    const began = performance.now();
    const headers = { cookie, 'accept-encoding': 'gzip', 'accept-language': 'en' };
    const answer = await fetch(new Request(`http://localhost${path}`, { headers }));
    const body = await answer.arrayBuffer();
    if (round < 0) continue;
    times.push(performance.now() - began);
    queries = Math.min(queries, asked - before);
    [status, bytes] = [answer.status, body.byteLength];
  }
  return { status, queries, bytes, ms: middle(times) };
}
