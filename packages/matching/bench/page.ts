/** How long a page takes while a match runs in its own thread, against the same page when nothing runs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchReaders } from '../src/run.ts';
import { readers } from './questions.ts';

/** 95th percentiles of one page in milliseconds, and how long matches ran meanwhile in seconds. */
export interface PageTimes {
  idle: number;
  busy: number;
  seconds: number;
}

/** Asks a small server of this process for pages, idle first and then during at least `seconds` of matching. */
export async function pageTimes(seconds: number): Promise<PageTimes> {
  const server = createServer((_, response) => {
    response.end(`<ul>${Array.from({ length: 500 }, (_, i) => `<li>Application ${i}</li>`).join('')}</ul>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let [running, turn] = [true, 0];
  const asked = async () => {
    const times: number[] = [];
    while (turn === 0 ? times.length < 100 : running) {
      const started = performance.now();
      await (await fetch(url)).text();
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return percentile(times, 0.95);
  };
  const idle = await asked();
  turn = 1;
  const started = performance.now();
  const problem = readers(40, 1000, 3);
  const matching = (async () => {
    while (performance.now() - started < seconds * 1000) await matchReaders(problem, { seed: String(turn++) });
    running = false;
  })();
  const busy = await asked();
  await matching;
  server.close();
  server.closeAllConnections();
  return { idle, busy, seconds: (performance.now() - started) / 1000 };
}

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
