/** Plays the whole round once and takes a picture of each page at the moment when it has something to show. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadFund, onDay, readFundFile } from '../demo/load.ts';
import { jobsSettled } from '../demo/walkthrough/in-process.ts';
import { openPlay, playRound, type Stage } from '../demo/walkthrough/round.ts';
import { overHttp } from '../demo/walkthrough/wire.ts';
import { openDatabase } from '../src/platform/db/pool.ts';
import { projectRoot } from '../src/platform/root.ts';
import { openBrowser } from './browser.ts';
import { openHouse } from './house.ts';
import { withOwnDatabase } from './own-database.ts';
import { Camera } from './pictures/camera.ts';
import { last, type Moment, moments, type Scene } from './pictures/moments.ts';

const folder = join(projectRoot, 'docs', 'screens');
const most = 4_000_000;

/** Holds each moment until its time has come; while pictures are taken nothing else is noticed. */
function watch(open: () => Scene): (what: { clock?: string; request?: string }) => Promise<void> {
  const waiting = new Set<Moment>(moments);
  let busy = false;
  return async ({ clock, request }) => {
    if (busy) return;
    for (const moment of [...waiting]) {
      const due = clock ? moment.clock !== undefined && clock >= moment.clock : moment.before?.test(request ?? '');
      if (!due) continue;
      waiting.delete(moment);
      busy = true;
      await moment.takes(open());
      busy = false;
    }
  };
}

async function play(url: string): Promise<number> {
  const house = await openHouse({ url, drop: async () => undefined }, (open) =>
    loadFund(open, { shift: 0, now: onDay('2025-01-06', 0) }),
  );
  const browser = await openBrowser();
  const db = openDatabase(url, 1);
  try {
    const camera = new Camera(browser, house, folder);
    const chosen: string[] = [];
    const count = { requests: 0, retries: 0, http5xx: 0 };
    const wire = overHttp(house.address, count, async () => undefined);
    const noticed = watch(() => ({ camera, play: round, chosen }));
    const stage: Stage = {
      fundId: 'long-table',
      seed: 7,
      applications: 40,
      potGbp: readFundFile().file.sample_slice.envelope_gbp,
      wire: {
        origin: wire.origin,
        async send(path, init) {
          const checked = /^\/checks\/(\w+)\/outcome$/.exec(path)?.[1];
          if (checked) chosen.push(checked);
          await noticed({ request: `${init.method} ${path}` });
          return wire.send(path, init);
        },
      },
      async moveClock(wall) {
        await noticed({ clock: wall });
        await house.clock(onDay(wall, 0));
      },
      settled: () => jobsSettled(db),
      tell: (what) => void process.stdout.write(`  ${what}\n`),
    };
    const round = openPlay(stage);
    await playRound(round, stage, 'paid');
    await last({ camera, play: round, chosen });
    process.stdout.write(`${camera.taken.length} pictures in docs/screens, ${(camera.bytes / 1e6).toFixed(2)} MB\n`);
    if (camera.bytes > most) process.stderr.write(`They are more than ${most / 1e6} MB together.\n`);
    return camera.bytes > most ? 1 : 0;
  } finally {
    await browser.close();
    await db.destroy();
    await house.close();
  }
}

export async function takeScreens(): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name));
  return withOwnDatabase(play);
}
