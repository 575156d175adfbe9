/** The round that the red-line tests look at: played once for all of them, looked around in at six moments. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import PostalMime from 'postal-mime';
import { demoPeople } from '../../demo/people.ts';
import { type Crawl, type Hit, lookAround, lookAsGroups } from './crawl.ts';
import { type Knock, knockOnHidden } from './hidden.ts';
import { closePairs, type Needle, needlesOf } from './needles.ts';
import { type House, playWatched } from './stage.ts';

export type Letter = { to: string; subject: string; text: string };
export type RedRound = Crawl & {
  house: House;
  needles: readonly Needle[];
  letters: readonly Letter[];
  knocks: readonly Knock[];
};

const linkedGroups = [...new Set(closePairs().map((pair) => pair.code))];
export const guarded = ['DEMO-010', 'DEMO-017', 'DEMO-030', 'DEMO-036'];
const focus = [...linkedGroups, ...guarded, 'DEMO-001', 'DEMO-028'];
const linked = [...new Set(closePairs().map((pair) => pair.person))];
const everyone = demoPeople.map((person) => person.code);
const members = demoPeople.filter((person) => person.role === 'member').map((person) => person.code);
const some = [...linked, 'M01', 'S1', 'S3', 'S4', 'S8', 'nobody'];

type Moment = {
  phase: string;
  who: readonly string[];
  stroll: readonly string[];
  about: readonly string[];
  at: (path: string, now: string) => boolean;
};

/** Each is looked at once, just before the first form that fits is sent. */
const moments: readonly Moment[] = [
  { phase: 'links told', who: linked, stroll: [], about: linkedGroups, at: (_, now) => now >= '2025-03-05T08' },
  { phase: 'reading', who: some, stroll: ['nobody'], about: focus, at: (_, now) => now >= '2025-03-10T08' },
  {
    phase: 'choosing',
    who: [...members, 'S1', 'S2', 'S3', 'S4', 'S5', 'S8'],
    stroll: [],
    about: ['DEMO-005', 'DEMO-012', 'DEMO-019', 'DEMO-036'],
    at: (path) => path.endsWith('/showing'),
  },
  {
    phase: 'letters',
    who: some,
    stroll: ['nobody', 'M03', 'S5', 'S8'],
    about: focus,
    at: (path) => path.endsWith('/result-day'),
  },
  {
    phase: 'told',
    who: [...linked, 'S8', 'nobody'],
    stroll: ['nobody'],
    about: linkedGroups,
    at: (_, now) => now >= '2025-05-06T08',
  },
];
/** Until everyone has heard. */
export const hiddenPhases = ['links told', 'reading', 'choosing', 'letters'];

async function lettersIn(folder: string): Promise<Letter[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    files.map(async (name) => {
      const mail = await PostalMime.parse(readFileSync(join(folder, name)));
      return { to: mail.to?.[0]?.address ?? '', subject: mail.subject ?? '', text: mail.text ?? '' };
    }),
  );
}

type Open = RedRound & { close(): Promise<void> };
let round: Promise<Open> | null = null;

async function play(): Promise<Open> {
  const folder = mkdtempSync(join(tmpdir(), 'manyhands-letters-'));
  const crawl: Crawl = { seen: [], hits: [], boxes: new Set(), rooms: [] };
  const knocks: Knock[] = [];
  const left = [...moments];
  const house = await playWatched(folder, async (playing, path) => {
    const next = left[0];
    if (!next?.at(path, playing.now().toISOString())) return;
    left.shift();
    await lookAround(crawl, playing, next, await needlesOf(playing));
    if (hiddenPhases.includes(next.phase)) knocks.push(...(await knockOnHidden(playing, next.phase)));
  });
  const needles = await needlesOf(house);
  const seats = everyone.filter((code) => !members.includes(code));
  const last = { phase: 'paid', stroll: ['nobody', 'M03', 'S8'] };
  await lookAround(crawl, house, { ...last, who: [...seats, 'nobody'], about: focus }, needles);
  await lookAround(crawl, house, { ...last, who: members, about: ['DEMO-005', ...guarded.slice(0, 2)] }, needles);
  await lookAsGroups(crawl, house, 'paid', focus, needles);
  return {
    ...crawl,
    house,
    needles,
    knocks,
    letters: await lettersIn(folder),
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

/** Hits in words that a person can follow. */
export function told(hits: readonly Hit[]): string[] {
  const lines = hits.map(({ phase, who, path, needle }) => `${phase}: ${who} ${path} ${needle.kind} of ${needle.code}`);
  return [...new Set(lines)].slice(0, 20);
}

after(async () => {
  const opened = round;
  round = null;
  if (opened) await opened.then((each) => each.close()).catch(() => undefined);
});
