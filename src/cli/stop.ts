/** manyhands stop: ends what an earlier start left running, and nobody else's work. */
import { parseArgs } from 'node:util';
import { stopIfIdle } from '../platform/db/launcher/launcher.ts';
import { homesOf } from '../platform/db/launcher/places.ts';
import { pause } from '../platform/db/launcher/talk.ts';
import { projectRoot } from '../platform/root.ts';
import { couldNot, done } from './exits.ts';
import { whoIsServing } from './serving.ts';

export const summary = 'stop what an earlier start left running';
export const usage = `Usage: manyhands stop [--json]

Asks every "manyhands serve" of this folder to close, then stops its database servers.
A database server that another program still works with is left running, and said.
  --json  print {"servers", "databases", "busy"}`;

async function closeServers(): Promise<string[]> {
  const closed: string[] = [];
  for (const { pid, address } of whoIsServing(projectRoot)) {
    process.kill(pid, 'SIGTERM');
    closed.push(address);
  }
  for (let waited = 0; waited < 15_000 && whoIsServing(projectRoot).length > 0; waited += 50) await pause(50);
  return closed;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const servers = await closeServers();
  const databases: string[] = [];
  const busy: string[] = [];
  for (const home of homesOf(projectRoot)) {
    const outcome = await stopIfIdle(home);
    if (outcome === 'stopped') databases.push(home.folder);
    if (outcome === 'busy') busy.push(home.folder);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ servers, databases, busy })}\n`);
  else {
    for (const address of servers) process.stdout.write(`Closed ${address}\n`);
    for (const folder of databases) process.stdout.write(`Stopped the database in ${folder}\n`);
    for (const folder of busy) process.stdout.write(`Left the database in ${folder} alone: somebody works with it.\n`);
    if (servers.length + databases.length + busy.length === 0) process.stdout.write('Nothing was running.\n');
  }
  return busy.length > 0 ? couldNot : done;
}
