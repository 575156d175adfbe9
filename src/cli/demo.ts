/** manyhands demo: leaves the demo standing at any phase of its round, with that phase's day moved to today. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Phase, phases } from '../../demo/walkthrough/round.ts';
import { DatabaseTrouble } from '../platform/db/launcher/trouble.ts';
import { projectRoot } from '../platform/root.ts';
import { done, notApplicable } from './exits.ts';
import { loadDemo } from './first-time.ts';
import { openWorkplace, ready } from './workplace.ts';

export const summary = 'make the demo anew, standing at any phase of its round';
export const usage = `Usage: manyhands demo --at PHASE

Forgets the demo's database and plays the round again, through its real forms, until PHASE is today.
  PHASE   ${phases.join(', ')}`;

function readPhase(text: string | undefined): Phase | null {
  return phases.find((phase) => phase === text) ?? null;
}

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { at: { type: 'string' } } });
  const phase = readPhase(values.at);
  if (!phase) {
    process.stderr.write(`${usage}\n`);
    return notApplicable;
  }
  const place = await openWorkplace('demo');
  try {
    if (await place.db.hasDatabase(place.name)) {
      if ((await place.db.visitors(place.name)) > 0) {
        throw new DatabaseTrouble('The demo is being used. Please stop it first: bin/manyhands stop');
      }
      await place.db.dropDatabase(place.name);
    }
    await ready(place);
    await loadDemo({
      url: place.url,
      phase,
      now: new Date(),
      mailFolder: join(projectRoot, 'data', 'letters'),
      tell: (what, counts) => process.stdout.write(`${what}  ${JSON.stringify(counts)}\n`),
    });
    process.stdout.write(`The demo stands at "${phase}". npm start serves it.\n`);
    return done;
  } finally {
    await place.db.stop();
  }
}
