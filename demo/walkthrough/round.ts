/** Plays the whole round from the open call to paid awards, scene by scene, and stops where it is asked to. */
import { demoApplications, demoTruth } from '../applications.ts';
import { demoPeople } from '../people.ts';
import { chanceFrom } from './chance.ts';
import { cast } from './crowd.ts';
import { type Group, type Play, signedInPeople } from './play.ts';
import { nearlyHalf, type Opened, opening } from './scene-0-hours.ts';
import { afterClosing, letIn, openCall, withdraw } from './scene-1-call.ts';
import { duplicates, intake, intakeLate, rightOfReply, tellLinks } from './scene-2-intake.ts';
import { piles, reading, translations } from './scene-3-reading.ts';
import { choosing, telling } from './scene-4-choosing.ts';
import { agreements, checks, firstMoney, signOff } from './scene-5-money.ts';
import { type PublishedFiles, publishing } from './scene-6-publishing.ts';
import { Visitor, type Wire } from './visitor.ts';

export const phases = [
  'opening',
  'call',
  'intake',
  'reading',
  'choosing',
  'results',
  'checks',
  'signoff',
  'grants',
  'paid',
] as const;
export type Phase = (typeof phases)[number];

export type Stage = {
  wire: Wire;
  fundId: string;
  seed: number;
  applications: number;
  potGbp: number;
  moveClock(wall: string): Promise<void>;
  settled(): Promise<void>;
  tell(what: string, counts: Readonly<Record<string, number | string>>): void;
};

export type Played = Opened & {
  groups: readonly Group[];
  begun: number;
  received: number;
  lateOffered: number;
  withdrawn: number;
  turnedAway: number;
  rightOfReply: number;
  duplicatesResolved: number;
  /** Letters of chosen groups that say how the ballots came out for them. */
  letterWhys: number;
  paid: number;
  /** Null as long as nothing was published. */
  published: PublishedFiles | null;
};

export function openPlay(stage: Stage): Play {
  const groups = cast(demoApplications(), demoTruth(), stage.applications, stage.seed).map(
    (each): Group => ({
      ...each,
      id: '',
      visitor: new Visitor(stage.wire, each.code, each.record.application.language),
    }),
  );
  const byCode = new Map(groups.map((group) => [group.code, group]));
  let today = '2025-01-06';
  return {
    wire: stage.wire,
    fundId: stage.fundId,
    groups,
    people: demoPeople,
    chance: chanceFrom(stage.seed),
    person: signedInPeople(stage.wire, () => today),
    group(code) {
      const group = byCode.get(code);
      if (!group) throw new Error(`no group ${code} in this play`);
      return group;
    },
    async at(wall) {
      today = wall.slice(0, 10);
      await stage.moveClock(wall);
    },
    settled: stage.settled,
    tell: stage.tell,
  };
}

/** Where a demo stands: the day of the fund file that becomes today when the phase has been played. */
export const standsOn: Readonly<Record<Phase, string>> = {
  opening: '2025-01-07T10:00',
  call: '2025-02-14T12:00',
  intake: '2025-02-26T09:00',
  reading: '2025-03-06T09:00',
  choosing: '2025-03-28T09:00',
  results: '2025-04-27T09:00',
  checks: '2025-05-01T09:00',
  signoff: '2025-05-15T09:00',
  grants: '2025-05-21T09:00',
  paid: '2025-05-28T09:00',
};
/** How many groups have sent when a demo opens in the fifth week of its call. */
const sentInFifthWeek = 25;

/** Plays until the named phase begins: 'opening' lets all but one of half the members say their hours, 'call' stays in the fifth week, 'paid' plays to the end. */
export async function playRound(play: Play, stage: Stage, to: Phase): Promise<Played> {
  const played: Played = {
    groups: play.groups,
    openingsRefused: 0,
    saidYes: 0,
    begun: 0,
    received: 0,
    lateOffered: 0,
    withdrawn: 0,
    turnedAway: 0,
    rightOfReply: 0,
    duplicatesResolved: 0,
    letterWhys: 0,
    paid: 0,
    published: null,
  };
  const reached = (phase: Phase): boolean => phases.indexOf(to) <= phases.indexOf(phase);
  if (reached('opening')) {
    await nearlyHalf(play);
    return played;
  }
  const many = stage.applications > 60;
  // A little less than reading all at once would take, and never more than forty hours a member.
  const expected = Math.max(140, stage.applications);
  const hours = Math.min(40, Math.ceil((expected * 3 * 35) / 60 / 12) - 1);
  const wish = { hours, expected, way: many ? ('third-where-needed' as const) : ('all-at-once' as const) };
  Object.assign(played, await opening(play, wish));
  const call = await openCall(play, {
    oneByOne: (index) => index % (many ? 16 : to === 'call' ? 8 : 2) === 0,
    ...(to === 'call' ? { first: { groups: sentInFifthWeek, before: '2025-02-14T11:00' } } : {}),
  });
  played.begun = call.begun;
  played.received = call.received;
  if (reached('call')) return played;
  const after = await afterClosing(play);
  played.received += after.grace;
  played.lateOffered = after.lateOffered;
  if (reached('intake')) return played;
  const inTime = play.groups.filter((group) => !['draft', 'late'].includes(group.record.application.status_at_close));
  played.turnedAway = (await intake(play, inTime)).turnedAway;
  played.rightOfReply = await rightOfReply(play);
  played.duplicatesResolved = await duplicates(play);
  played.received += await letIn(play);
  played.withdrawn = await withdraw(play);
  await intakeLate(
    play,
    play.groups.filter((group) => group.record.application.status_at_close === 'late'),
  );
  await tellLinks(play);
  played.turnedAway -= played.rightOfReply;
  const out = new Set(['DEMO-021', 'DEMO-022', 'DEMO-024', 'DEMO-025', 'DEMO-026', 'DEMO-027', 'DEMO-028', 'DEMO-040']);
  const standing = play.groups.filter((group) => group.id !== '' && !out.has(group.code));
  await translations(play, standing);
  await piles(play);
  if (reached('reading')) return played;
  await reading(play);
  if (reached('choosing')) return played;
  const { chosen } = await choosing(play, standing);
  if (reached('results')) return played;
  played.letterWhys = (await telling(play, chosen)).whys;
  if (reached('checks')) return played;
  await checks(play, chosen);
  if (reached('signoff')) return played;
  await signOff(play, chosen);
  if (reached('grants')) return played;
  await agreements(play, chosen);
  played.paid = await firstMoney(play, chosen);
  played.published = await publishing(play, chosen);
  return played;
}
