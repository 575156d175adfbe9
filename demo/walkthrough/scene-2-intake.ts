/** First and second looks, kind noes, the right of reply, duplicates settled by a person, links told, translations checked. */
import { type Group, linkLevel, memberCodes, type Play } from './play.ts';
import { Surprise } from './visitor.ts';

/** What two people of the programme would see on reading; the play's own judgement, not a ground-truth field. */
type Judgement = { reason: string; words: string };
const notThisFund: Readonly<Record<string, Judgement>> = {
  'DEMO-021': {
    reason: 'E3',
    words: 'Your company is run for profit for its owners. This fund is for groups run for the good of the community.',
  },
  'DEMO-022': {
    reason: 'E2',
    words: 'Your work is strong and it is outside the UK. This fund can pay only for work in the UK.',
  },
  'DEMO-023': {
    reason: 'E1',
    words:
      'Your club welcomes everyone, and people who have moved are one part of it. This fund is for groups with migration as their main focus.',
  },
  'DEMO-024': { reason: 'E3', words: 'You are a public body. This fund is for groups run by the community.' },
  'DEMO-025': {
    reason: 'E7',
    words: 'You ask for more than the most we can give to one application, and the plan is mostly a service.',
  },
};

function judgement(group: Group): Judgement | undefined {
  return notThisFund[group.code.slice(0, 8)];
}

/** Where a list goes on; the links that only change the language keep the present page. */
export function nextPage(html: string): string | undefined {
  const links = [...html.matchAll(/href="([^"]*[?&](?:amp;)?after=[^"]*)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&amp;', '&'),
  );
  return links.filter((href) => !/[?&]lang=/.test(href)).at(-1);
}

async function looksBy(play: Play, code: string, groups: readonly Group[]): Promise<void> {
  const person = await play.person(code);
  const fits = groups.filter((group) => !judgement(group)).map((group) => group.id);
  const board = `/funds/${play.fundId}/intake`;
  let waiting = new Set(fits);
  let path = board;
  for (let page = 0; page < 40 && waiting.size > 0; page += 1) {
    await person.open(path);
    const form = person.forms().find((each) => each.action === `${board}/looks`);
    const ticked = (form?.offers.get('fit') ?? []).filter((id) => waiting.has(id));
    const next = nextPage(person.page.html);
    if (ticked.length > 0) {
      await person.does(`${board}/looks`, { fit: ticked });
      waiting = new Set([...waiting].filter((id) => !ticked.includes(id)));
    }
    if (ticked.length === 0 && !next) break;
    if (ticked.length === 0 && next) path = next.startsWith('/') ? next : `${board}${next}`;
  }
  for (const id of waiting) {
    await person.open(`/intake/${id}`);
    await person.does(`/intake/${id}/looks`, { outcome: 'fit' });
  }
  for (const group of groups) {
    const no = judgement(group);
    if (!no) continue;
    await person.open(`/intake/${group.id}`);
    await person.does(`/intake/${group.id}/looks`, { outcome: 'not-this-fund', reason: no.reason, words: no.words });
  }
}

export async function intake(play: Play, received: readonly Group[]): Promise<{ turnedAway: number }> {
  await play.at('2025-02-26T10:00');
  await looksBy(play, 'S1', received);
  await play.at('2025-02-27T10:00');
  await looksBy(play, 'S7', received);
  await play.settled();
  const turnedAway = received.filter(judgement).length;
  play.tell('Intake: two people look at each', { looked: received.length, turnedAway });
  return { turnedAway };
}

/** One look each for those who came late. */
export async function intakeLate(play: Play, late: readonly Group[]): Promise<void> {
  if (late.length === 0) return;
  await play.at('2025-03-03T10:00');
  await looksBy(play, 'S1', late);
  await looksBy(play, 'S7', late);
}

/** Told "not this fund", the club answers back; a member and a staff person look and say yes. */
export async function rightOfReply(play: Play): Promise<number> {
  const asking = play.groups.filter((group) => group.code.startsWith('DEMO-023') && group.id !== '');
  for (const group of asking) {
    await play.at('2025-02-28T12:00');
    const home = `/applications/${group.id}/reply`;
    await group.visitor.open(home);
    await group.visitor.does(home, {
      words: 'Forty of our sixty players came here alone or as refugees, and the new captains group is only for them.',
    });
    await play.at('2025-03-03T15:00');
    for (const code of ['M05', 'S1']) {
      const person = await play.person(code);
      await person.open(`/intake/${group.id}`);
      await person.does(`/intake/${group.id}/reply-looks`, { yes: 'yes', words: 'They fit with this.' });
    }
  }
  await play.settled();
  play.tell('Right of reply', { rightOfReply: asking.length });
  return asking.length;
}

/** The programme looks for pairs, asks the groups, and settles what a person has to settle. */
export async function duplicates(play: Play): Promise<number> {
  await play.at('2025-03-01T11:00');
  const programme = await play.person('S1');
  const list = `/funds/${play.fundId}/duplicates`;
  await programme.open(list);
  await programme.does(list);
  let settled = 0;
  const aside: Readonly<Record<string, string>> = { 'DEMO-026': 'DEMO-001', 'DEMO-027': 'DEMO-001' };
  for (const [second, first] of Object.entries(aside)) {
    const [gone, kept] = [
      play.groups.find((group) => group.code === second),
      play.groups.find((group) => group.code === first),
    ];
    if (!gone || !kept || gone.id === '' || kept.id === '') continue;
    await programme.open(list);
    const pairs = [
      ...new Set([...programme.page.html.matchAll(/\/duplicates\/([0-9a-z]{26})/g)].map((found) => found[1] ?? '')),
    ];
    let pair: string | undefined;
    for (const each of pairs) {
      await programme.open(`/duplicates/${each}`);
      if (programme.page.html.includes(gone.id) && programme.page.html.includes(kept.id)) {
        pair = each;
        break;
      }
    }
    if (!pair) throw new Surprise(`${second} was not suggested as a likely duplicate of ${first}`);
    await programme.does(`/duplicates/${pair}/asks`);
    await kept.visitor.open(`/applications/${kept.id}/keep`);
    await kept.visitor.does(`/applications/${kept.id}/keep`, { keep: 'this' });
    await programme.open(`/duplicates/${pair}`);
    const form = programme.form(`/duplicates/${pair}/settlement`);
    await programme.does(`/duplicates/${pair}/settlement`, {
      kept: kept.id,
      words: 'The women who lead it want the first one to go on.',
      // Not asked again where the groups were asked through us.
      ...(form.offers.has('group_asked') ? { group_asked: 'yes' } : {}),
    });
    settled += 1;
  }
  await play.settled();
  play.tell('Likely duplicates settled by a person', { settled });
  return settled;
}

/** When the list of names opens, members say whom they know. */
export async function tellLinks(play: Play): Promise<number> {
  await play.at('2025-03-04T09:00');
  let told = 0;
  const page = `/funds/${play.fundId}/links`;
  for (const code of memberCodes(play)) {
    const known = play.groups.filter((group) => group.id !== '' && linkLevel(group, code) > 0);
    if (known.length === 0) continue;
    const member = await play.person(code);
    let path: string | undefined = page;
    while (path !== undefined) {
      await member.open(path);
      const form = member.form(page);
      const fields: Record<string, string> = {};
      for (const group of known) {
        if (!form.offers.has(`level-${group.id}`)) continue;
        const link = group.truth?.true_connections.find((each) => each.member === code);
        fields[`level-${group.id}`] = String(link?.level ?? 0);
        fields[`why-${group.id}`] = link?.why ?? 'we have met at events';
      }
      const next: string | undefined = nextPage(member.page.html);
      if (Object.keys(fields).length > 0) {
        await member.does(page, fields);
        told += Object.keys(fields).length / 2;
      }
      path = next === undefined ? undefined : next.startsWith('/') ? next : `${page}${next}`;
    }
  }
  // A link of someone who is not a member is told by the facilitator.
  const facilitator = await play.person('S4');
  for (const group of play.groups) {
    const link = group.truth?.true_connections.find((each) => each.member.startsWith('S'));
    if (!link || group.id === '') continue;
    await facilitator.open(`${page}/corrections`);
    const offers = facilitator.form(`${page}/corrections`).offers.get('person') ?? [];
    const person = offers.find(
      (id) =>
        facilitator.page.html.includes(`value="${id}"`) &&
        new RegExp(`value="${id}"[^>]*>[^<]*Threadlight`).test(facilitator.page.html),
    );
    if (person) {
      await facilitator.does(`${page}/corrections`, {
        person,
        application: group.id,
        level: String(link.level),
        why: link.why ?? 'link',
      });
      told += 1;
    }
  }
  play.tell('Links told, level 3 hides at once', { told });
  return told;
}
