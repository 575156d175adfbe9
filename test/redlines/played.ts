/** The round that the red-line tests look at: played once for all of them, looked around in at six moments. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { demoPeople } from '../../demo/people.ts';
import { type Crawl, lookAround, lookAsGroups } from './crawl.ts';
import { closePairs, type Needle, needlesOf } from './needles.ts';
import { type House, playWatched } from './stage.ts';

export type RedRound = Crawl & { house: House; needles: readonly Needle[] };

/** Private in one way or another, closely linked, or plain. */
export const told = ['DEMO-005', 'DEMO-012', 'DEMO-019', 'DEMO-033'];
const guarded = ['DEMO-010', 'DEMO-017', 'DEMO-030', 'DEMO-036'];
const focus = [...told, ...guarded, 'DEMO-001', 'DEMO-028'];
const linked = [...new Set(closePairs().map((pair) => pair.person))];
const everyone = demoPeople.map((person) => person.code);
const some = [...linked, 'M01', 'S1', 'S3', 'S4', 'S8', 'nobody'];

type Moment = { phase: string; who: readonly string[]; at: (path: string, now: string) => boolean };

/** Each is looked at once, just before the first form that fits is sent. */
const moments: readonly Moment[] = [
  { phase: 'links told', who: linked, at: (_, now) => now >= '2025-03-05T08' },
  { phase: 'reading', who: some, at: (_, now) => now >= '2025-03-10T08' },
  { phase: 'choosing', who: everyone, at: (path) => path.endsWith('/showing') },
  { phase: 'letters', who: some, at: (path) => path.endsWith('/result-day') },
  { phase: 'told', who: [...linked, 'S8', 'nobody'], at: (_, now) => now >= '2025-05-06T08' },
];

let round: Promise<RedRound & { close(): Promise<void> }> | null = null;

async function play(): Promise<RedRound & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'manyhands-letters-'));
  const crawl: Crawl = { seen: [], hits: [] };
  const left = [...moments];
  const look = async (house: House, phase: string, who: readonly string[]) => {
    const needles = await needlesOf(house);
    await lookAround(crawl, house, { phase, who, about: focus }, needles);
    return needles;
  };
  const house = await playWatched(folder, async (playing, path) => {
    const next = left[0];
    if (!next?.at(path, playing.now().toISOString())) return;
    left.shift();
    await look(playing, next.phase, next.who);
  });
  const needles = await look(house, 'paid', [...everyone, 'nobody']);
  await lookAsGroups(crawl, house, 'paid', focus, needles);
  return {
    ...crawl,
    house,
    needles,
    async close() {
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function redRound(): Promise<RedRound> {
  round ??= play();
  return round;
}

after(async () => {
  const opened = round;
  round = null;
  if (opened) await opened.then((each) => each.close()).catch(() => undefined);
});
