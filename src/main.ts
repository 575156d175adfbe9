/** Start: the app on a port, its jobs running, and a quiet end when asked. */
import { serve } from '@hono/node-server';
import { openApp } from './app.ts';
import { type Config, readConfig } from './platform/config.ts';

export type RunningServer = { address: string; close(): Promise<void> };

/** The next free port from the one asked for; 0 lets the system choose. */
async function listen(fetch: (request: Request) => Response | Promise<Response>, host: string, port: number) {
  return new Promise<{ port: number; close(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) =>
      resolve({
        port: info.port,
        close: () =>
          new Promise<void>((ended) => {
            server.close(() => ended());
            // Answers under way end; connections that only wait are let go.
            if ('closeIdleConnections' in server) server.closeIdleConnections();
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 4000).unref();
          }),
      }),
    );
    server.once('error', reject);
  });
}

/** Opens the app for a database and listens. Rejects with code EADDRINUSE when the port is taken. */
export async function startServer(given: Partial<Config> & { databaseUrl: string }): Promise<RunningServer> {
  const config = readConfig(given);
  const app = await openApp(config);
  try {
    const door = await listen(app.fetch, config.host, config.port);
    await app.startJobs();
    const shown = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host;
    return {
      address: `http://${shown}:${door.port}`,
      async close() {
        await door.close();
        await app.close();
      },
    };
  } catch (problem) {
    await app.close();
    throw problem;
  }
}
