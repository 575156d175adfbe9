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

/** A page opened while the hours still reached is sent when they no longer do: refused, with nothing lost. */
export async function opening(play: Play, wish: Wish): Promise<Opened> {
  const [call, hours] = [`/funds/${play.fundId}/call`, `/funds/${play.fundId}/hours`];
  await play.at('2025-01-07T10:00');
  const programme = await play.person('S1');
  const offersToOpen = () => programme.forms().some((form) => form.action === `${call}/opening`);
  const say = async (codes: readonly string[]) => {
    for (const code of codes) {
      const member = await play.person(code);
      await member.open(hours);
      await member.does(hours, { hours: String(wish.hours) });
    }
  };
  const codes = memberCodes(play);
  const half = Math.ceil(codes.length / 2);
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
