/** The demo's first day: its fund is put into the empty database, as if the call had opened ten days ago. */
import { loadFund, onDay, readFundFile, zone } from '../../demo/load.ts';
import { demoPeople } from '../../demo/people.ts';
import { daysBetween } from '../kernel/instants.ts';
import { talk } from '../platform/db/launcher/talk.ts';
import { openDatabase } from '../platform/db/pool.ts';

const daysOpen = 10;

/** By how many days the fund file's dates move, so that a newcomer meets a call they can still answer. */
export function shiftFor(now: Date): number {
  const call = readFundFile().file.timeline.find((step) => step.grace_hours_unadvertised !== undefined);
  return daysBetween(onDay(call?.start ?? '', 0), now, zone) - daysOpen;
}

/** True when it was loaded now; a second start finds it there. */
export async function loadDemoOnce(url: string, now: Date): Promise<boolean> {
  const there = await talk(url, (ask) => ask('select from funds limit 1'));
  if (there.length > 0) return false;
  const db = openDatabase(url, 2);
  try {
    await loadFund(db, { shift: shiftFor(now), now });
  } finally {
    await db.destroy();
  }
  return true;
}

/** Whom a newcomer can be, each with the page that holds their one button. */
export function demoTable(address: string): string {
  const longest = Math.max(...demoPeople.map((person) => person.name.length));
  const rows = demoPeople.map(
    ({ name, role, code }) => `  ${name.padEnd(longest)}  ${role.padEnd(11)}  ${address}/demo/people/${code}`,
  );
  return `Be one of them (made up, each with one button):\n${rows.join('\n')}`;
}
