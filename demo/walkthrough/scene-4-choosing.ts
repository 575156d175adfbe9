/** Decision day and the day everyone hears. */
import { checkersPhrase } from './ballots.ts';
import { chanceFrom } from './chance.ts';
import { type Group, memberCodes, type Play } from './play.ts';
import { worth } from './scene-3-reading.ts';
import { Surprise } from './visitor.ts';

const feeOf = (group: Group): number => group.record.fiscal_sponsor?.fee_on_top_gbp ?? 0;

/** What the ballot is about: what enough members are free for, of a size the fund gives; as many as a ballot holds. */
function discussed(standing: readonly Group[], offered: readonly string[]): Group[] {
  return [...standing]
    .filter((group) => offered.includes(group.id) && group.record.request.tier !== null)
    .filter((group) => group.record.request.amount_gbp + feeOf(group) <= 70_000)
    .sort((a, b) => worth(b, 7) - worth(a, 7))
    .slice(0, 40);
}

/** The group agrees how it counts: the first proposal meets an "I cannot", the second is adopted. */
async function agreeOnRule(play: Play): Promise<void> {
  const page = `/funds/${play.fundId}/ballot`;
  const facilitator = await play.person('S4');
  for (const [rule, doubter] of [
    ['greedy', 'cannot'],
    ['mes', 'can-live-with'],
  ] as const) {
    await facilitator.open(page);
    await facilitator.does(`/funds/${play.fundId}/rules`, { rule });
    for (const code of memberCodes(play)) {
      const member = await play.person(code);
      await member.open(page);
      const because = code === 'M04' ? 'Small groups need a way to be heard too.' : '';
      await member.does(/^\/rules\/\w+\/answers$/, { answer: code === 'M04' ? doubter : 'agree', because });
    }
    await facilitator.open(page);
    await facilitator.does(/^\/rules\/\w+\/showing$/);
  }
}

/** Twelve members mark what they see, each alone; one forgets. The count then proposes a set. */
async function vote(play: Play, standing: readonly Group[]): Promise<{ chosen: Group[]; ballot: string }> {
  const page = `/funds/${play.fundId}/ballot`;
  const facilitator = await play.person('S4');
  await facilitator.open(page);
  const open = `/funds/${play.fundId}/ballots`;
  const about = discussed(standing, facilitator.form(open).offers.get('application') ?? []);
  await facilitator.does(open, { application: about.map((group) => group.id) });
  const ballot = /\/ballots\/([0-9a-z]{26})\/closing/.exec(facilitator.page.html)?.[1];
  if (!ballot) throw new Surprise(`the ballot did not open: ${facilitator.page.text.slice(0, 400)}`);
  const mine = `/ballots/${ballot}/mine`;
  const chance = chanceFrom(11);
  for (const code of memberCodes(play).slice(0, 11)) {
    const member = await play.person(code);
    await member.open(mine);
    // In the order of the discussion, so that the same seed gives the same marks whatever the ids are.
    const there = member.form(mine).offers;
    const marks = about.flatMap((group) => {
      const felt = Math.round(worth(group, 7) * 1.7 - 1 + (chance.next() - 0.5) * 4);
      const mark = chance.next() < 0.05 ? '' : String(Math.max(0, Math.min(5, felt)));
      return there.has(`mark-${group.id}`) ? [[`mark-${group.id}`, mark] as const] : [];
    });
    await member.does(mine, Object.fromEntries(marks));
  }
  await facilitator.open(page);
  await facilitator.does(`/ballots/${ballot}/closing`, { phrase: checkersPhrase });
  const record = JSON.parse((await facilitator.open(`/ballots/${ballot}/record.json`)).html) as {
    awards: { id: string }[];
  };
  const chosen = record.awards.map(({ id }) => about.find((group) => group.id === id));
  play.tell('A rule agreed, sealed ballots counted', { ballots: 11, options: about.length, proposed: chosen.length });
  return { chosen: chosen.filter((group) => group !== undefined), ballot };
}

export async function choosing(
  play: Play,
  standing: readonly Group[],
): Promise<{ chosen: Group[]; reserves: Group[] }> {
  await play.at('2025-04-02T10:00');
  const first = await play.person('M01');
  await first.open(`/funds/${play.fundId}/spread`);
  await play.at('2025-04-26T10:00');
  const table = `/funds/${play.fundId}/table`;
  await agreeOnRule(play);
  const { chosen: set, ballot } = await vote(play, standing);
  const layer = await play.person('M01');
  await layer.open(`/funds/${play.fundId}/ballot`);
  await layer.does(`/ballots/${ballot}/laying`);
  const facilitator = await play.person('S4');
  const round = await askGroup(play, `/funds/${play.fundId}/consent-rounds`);
  await answerAll(play, round, (code) => (code === 'M09' ? 'cannot' : 'agree'));
  await facilitator.open(table);
  await facilitator.does(`/consent-rounds/${round}/showing`);
  await facilitator.does(`/consent-rounds/${round}/heard`);
  const second = await askGroup(play, `/funds/${play.fundId}/consent-rounds`);
  await answerAll(play, second, (code) => (code === 'M09' ? 'can-live-with' : 'agree'));
  await facilitator.open(table);
  await facilitator.does(`/consent-rounds/${second}/showing`);
  const reserves = standing
    .filter((group) => !set.includes(group))
    .sort((a, b) => worth(b, 7) - worth(a, 7))
    .slice(0, 3);
  await facilitator.open(table);
  await facilitator.does(
    `/funds/${play.fundId}/reserves`,
    Object.fromEntries(reserves.map((group, index) => [`reserve-${index + 1}`, group.id])),
  );
  play.tell('Decision day: consent to a set within the pot', {
    chosen: set.length,
    reserves: reserves.length,
    rounds: 2,
  });
  return { chosen: set, reserves };
}

async function askGroup(play: Play, path: string): Promise<string> {
  const facilitator = await play.person('S4');
  await facilitator.open(`/funds/${play.fundId}/table`);
  await facilitator.does(path);
  const round = /\/consent-rounds\/([0-9a-z]{26})\/showing/.exec(facilitator.page.html)?.[1];
  if (!round) throw new Surprise(`the round did not open: ${facilitator.page.text.slice(0, 400)}`);
  return round;
}

async function answerAll(play: Play, round: string, word: (code: string) => string): Promise<void> {
  for (const code of memberCodes(play)) {
    const member = await play.person(code);
    const answer = word(code);
    await member.open(`/funds/${play.fundId}/table`);
    const because =
      answer === 'cannot'
        ? 'I want us to say aloud why the night workers wait.'
        : answer === 'can-live-with'
          ? 'I wish there were more for Wales.'
          : '';
    await member.does(`/consent-rounds/${round}/answers`, { answer, because, ...(because ? { keep: 'yes' } : {}) });
  }
}

/** Where the hours did not reach, no reader left a sentence: a person writes those letters, and says so. */
async function writeMissing(play: Play, list: string): Promise<void> {
  const facilitator = await play.person('S4');
  await facilitator.open(list);
  const checks = facilitator.forms().find((form) => form.action === `/funds/${play.fundId}/letters/checks`);
  for (const id of checks?.offers.get('letter') ?? []) {
    await facilitator.open(`/letters/${id}`);
    const form = facilitator.form(`/letters/${id}`);
    const kept = (field: string, otherwise: string) => form.values.get(field)?.[0]?.trim() || otherwise;
    await facilitator.does(
      `/letters/${id}`,
      {
        strength: kept('strength', 'You took the time to tell us what your group needs.'),
        one: kept('one', 'More groups asked than we had hours to read. That is our doing, not yours.'),
        two: kept('two', 'Please ask us again, and ring us: we would like to hear you.'),
      },
      'checked=yes',
    );
  }
}

/** Letters drafted from readers' sentences, checked by people, and everyone told on one day. */
export async function telling(play: Play, chosen: readonly Group[]): Promise<{ told: number; whys: number }> {
  await play.at('2025-04-28T10:00');
  const programme = await play.person('S1');
  const list = `/funds/${play.fundId}/results`;
  await programme.open(list);
  await programme.does(`/funds/${play.fundId}/letters`);
  const facilitator = await play.person('S4');
  await facilitator.open(list);
  const ticks = facilitator.form(`/funds/${play.fundId}/letters/checks`).offers.get('letter') ?? [];
  await facilitator.does(`/funds/${play.fundId}/letters/checks`, { letter: ticks });
  await writeMissing(play, list);
  await play.at('2025-04-30T09:00');
  await programme.open(list);
  await programme.does(`/funds/${play.fundId}/result-day`);
  await play.settled();
  let whys = 0;
  for (const group of chosen) {
    await group.visitor.open(`/applications/${group.id}/letter`);
    if (/class="count-why"/.test(group.visitor.page.html)) whys += 1;
  }
  play.tell('Everyone hears, on one day', { told: ticks.length, whys });
  return { told: ticks.length, whys };
}
