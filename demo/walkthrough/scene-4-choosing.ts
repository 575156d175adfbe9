/** Decision day and the day everyone hears. */
import { type Group, linkLevel, memberCodes, type Play } from './play.ts';
import { worth } from './scene-3-reading.ts';
import { Surprise } from './visitor.ts';

const feeOf = (group: Group): number => group.record.fiscal_sponsor?.fee_on_top_gbp ?? 0;

/** What the members would lay: strongest first while it fits, from all sizes; an application no seven can speak on waits. */
function proposed(play: Play, standing: readonly Group[], potGbp: number): Group[] {
  const members = memberCodes(play);
  const free = (group: Group) => members.filter((code) => linkLevel(group, code) <= 1).length;
  const byWorth = [...standing]
    .filter((group) => free(group) >= 7 && group.record.request.tier !== null)
    .sort((a, b) => worth(b, 7) - worth(a, 7));
  const set: Group[] = [];
  let left = potGbp;
  for (const group of byWorth) {
    const cost = group.record.request.amount_gbp + feeOf(group);
    if (cost > left || cost > 70_000) continue;
    set.push(group);
    left -= cost;
  }
  return set;
}

export async function choosing(
  play: Play,
  standing: readonly Group[],
  potGbp: number,
): Promise<{ chosen: Group[]; reserves: Group[] }> {
  await play.at('2025-04-02T10:00');
  const first = await play.person('M01');
  await first.open(`/funds/${play.fundId}/spread`);
  await play.at('2025-04-26T10:00');
  const table = `/funds/${play.fundId}/table`;
  const set = proposed(play, standing, potGbp);
  const members = memberCodes(play);
  for (const [turn, group] of set.entries()) {
    const layer = members.filter((code) => linkLevel(group, code) < 2)[turn % 5] ?? 'M01';
    const member = await play.person(layer);
    await member.open(`${table}?all=1`);
    const form = member
      .forms()
      .find((each) => each.action === `${table}/items` && each.values.get('application')?.[0] === group.id);
    if (!form) throw new Surprise(`${layer} finds no way to lay ${group.code}`);
    await member.sendForm(form);
  }
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

/** Letters drafted from readers' sentences, checked by people, and everyone told on one day. */
export async function telling(play: Play): Promise<{ told: number }> {
  await play.at('2025-04-28T10:00');
  const programme = await play.person('S1');
  const list = `/funds/${play.fundId}/results`;
  await programme.open(list);
  await programme.does(`/funds/${play.fundId}/letters`);
  const facilitator = await play.person('S4');
  await facilitator.open(list);
  const ticks = facilitator.form(`/funds/${play.fundId}/letters/checks`).offers.get('letter') ?? [];
  await facilitator.does(`/funds/${play.fundId}/letters/checks`, { letter: ticks });
  await play.at('2025-04-30T09:00');
  await programme.open(list);
  await programme.does(`/funds/${play.fundId}/result-day`);
  await play.settled();
  play.tell('Everyone hears, on one day', { told: ticks.length });
  return { told: ticks.length };
}
