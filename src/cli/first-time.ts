/** The demo's first day: its fund is put into the empty database and played until the fifth week of its open call is today. */
import { onDay, zone } from '../../demo/load.ts';
import { demoPeople } from '../../demo/people.ts';
import { playInProcess } from '../../demo/walkthrough/in-process.ts';
import { type Phase, standsOn } from '../../demo/walkthrough/round.ts';
import { daysBetween } from '../kernel/instants.ts';
import { talk } from '../platform/db/launcher/talk.ts';

/** By how many days the fund file's dates move, so that the phase stands today. */
export function shiftFor(phase: Phase, now: Date): number {
  return daysBetween(onDay(standsOn[phase], 0), now, zone);
}

export type DemoOptions = {
  url: string;
  phase: Phase;
  now: Date;
  mailFolder?: string;
  tell?: (what: string, counts: object) => void;
};

/** Plays the demo to a phase in an empty, migrated database. */
export async function loadDemo(options: DemoOptions): Promise<void> {
  await playInProcess({
    databaseUrl: options.url,
    to: options.phase,
    shift: shiftFor(options.phase, options.now),
    ...(options.mailFolder ? { mailFolder: options.mailFolder } : {}),
    ...(options.tell ? { tell: options.tell } : {}),
  });
}

/** Whether the demo fund is there and was played to its end; a load that was cut short is begun again from nothing. */
export async function demoState(url: string): Promise<'none' | 'half' | 'there'> {
  const found = await talk(url, (ask) =>
    ask('select (select count(*) from funds) as funds, (select count(*) from clock) as clocks'),
  );
  const row = found[0];
  if (!row || Number(row.funds) === 0) return 'none';
  return Number(row.clocks) > 0 ? 'half' : 'there';
}

/** Whom a newcomer can be, each with the page that holds their one button. */
export function demoTable(address: string): string {
  const longest = Math.max(...demoPeople.map((person) => person.name.length));
  const rows = demoPeople.map(
    ({ name, role, code }) => `  ${name.padEnd(longest)}  ${role.padEnd(11)}  ${address}/demo/people/${code}`,
  );
  return `Be one of them (made up, each with one button):\n${rows.join('\n')}`;
}
