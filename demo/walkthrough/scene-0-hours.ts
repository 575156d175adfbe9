/** Before the call: it stays shut until half of the members have said their hours, and above those hours, and opens with the group's yes. */
import { memberCodes, type Play } from './play.ts';
import { Surprise } from './visitor.ts';

export type Opened = { openingsRefused: number; saidYes: number };

type Wish = {
  /** Hours each member offers. */
  hours: number;
  expected: number;
  way: 'all-at-once' | 'third-where-needed';
};

const halfOf = (codes: readonly string[]) => Math.ceil(codes.length / 2);

async function sayHours(play: Play, codes: readonly string[], each: number): Promise<void> {
  const hours = `/funds/${play.fundId}/hours`;
  for (const code of codes) {
    const member = await play.person(code);
    await member.open(hours);
    await member.does(hours, { hours: String(each) });
  }
}

/** Where a newcomer finds it: one member more has to say their hours, and the call can be opened. */
export async function nearlyHalf(play: Play): Promise<void> {
  await play.at('2025-01-07T09:00');
  const codes = memberCodes(play);
  await sayHours(play, codes.slice(0, halfOf(codes) - 1), 24);
}

/** A page opened while the hours still reached is sent when they no longer do: refused, with nothing lost. */
export async function opening(play: Play, wish: Wish): Promise<Opened> {
  const [call, hours] = [`/funds/${play.fundId}/call`, `/funds/${play.fundId}/hours`];
  await play.at('2025-01-07T10:00');
  const programme = await play.person('S1');
  const offersToOpen = () => programme.forms().some((form) => form.action === `${call}/opening`);
  const say = (codes: readonly string[]) => sayHours(play, codes, wish.hours);
  const codes = memberCodes(play);
  const half = halfOf(codes);
  await say(codes.slice(0, half - 1));
  await programme.open(call);
  if (offersToOpen()) throw new Surprise('the call offers to open before half of the members have said their hours');
  await say(codes.slice(half - 1, half));
  await programme.open(call);
  const early = programme.form(`${call}/opening`);
  await say(codes.slice(half));
  await programme.open(hours);
  await programme.does(`${hours}/figures`, { applications: String(wish.expected) });
  let openingsRefused = 0;
  const refused = await programme.sendForm(early);
  if (refused.status === 409) openingsRefused += 1;
  await programme.open(call);
  if (offersToOpen()) {
    throw new Surprise('the call offers to open above the hours that members offer');
  }
  const facilitator = await play.person('S4');
  await facilitator.open(hours);
  const question = facilitator
    .forms()
    .find((form) => form.action === `${hours}/questions` && form.values.get('way')?.includes(wish.way));
  if (!question) throw new Surprise(`the group cannot be asked about ${wish.way}`);
  await facilitator.sendForm(question);
  let saidYes = 0;
  for (const code of codes) {
    const member = await play.person(code);
    await member.open(hours);
    const voice = member.forms().find((form) => form.action.endsWith('/voice'));
    if (!voice) break;
    await member.sendForm(voice, {}, 'yes=yes');
    saidYes += 1;
  }
  await play.at('2025-01-08T10:00');
  await programme.open(call);
  await programme.does(`${call}/opening`);
  play.tell('Hours of reading, and the call opened', { openingsRefused, saidYes });
  return { openingsRefused, saidYes };
}
