/** Finds the port to serve on: the one wished for, or the next that is free. */
import { createServer } from 'node:net';

/** Tries both loopback addresses, since "localhost" may mean either. */
async function isFree(port: number, hosts: string[]): Promise<boolean> {
  for (const host of hosts) {
    const taken = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', (problem: NodeJS.ErrnoException) => resolve(problem.code === 'EADDRINUSE'));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
    });
    if (taken) return false;
  }
  return true;
}

export async function freePort(wished: number, host: string): Promise<number> {
  if (wished === 0) return 0;
  const hosts = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (let port = wished; port <= Math.min(wished + 100, 65_535); port++) {
    if (await isFree(port, hosts)) return port;
  }
  throw new Error(`No port from ${wished} on is free.`);
}

/** Null when it is not a port at all. */
export function readPort(text: string | undefined): number | null {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}
