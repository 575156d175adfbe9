/** Piles, translations checked by people, and readers who pick words by a seeded model of what they saw. */
import { type Chance, chanceFrom } from './chance.ts';
import { type Group, memberCodes, type Play } from './play.ts';
import { Surprise, type Visitor } from './visitor.ts';

const english: readonly (readonly [
  string,
  'q6_plan' | 'q7_power' | 'q8_fair_leadership' | 'q9_bigger_picture' | 'q10_care',
])[] = [
  ['Q6', 'q6_plan'],
  ['Q7', 'q7_power'],
  ['Q8', 'q8_fair_leadership'],
  ['Q9', 'q9_bigger_picture'],
  ['Q10', 'q10_care'],
];

/** The programme team writes and checks the English of each answer in another language. */
export async function translations(play: Play, standing: readonly Group[]): Promise<number> {
  await play.at('2025-03-05T09:00');
  const programme = await play.person('S7');
  let checked = 0;
  for (const group of standing) {
    const gloss = group.record.answers_english;
    if (!gloss) continue;
    const page = `/translations/${group.id}`;
    await programme.open(page);
    const boxes = programme.form(page).offers;
    const fields: Record<string, string> = {};
    for (const [question, key] of english) if (boxes.has(question) && gloss[key]) fields[question] = gloss[key] ?? '';
    for (const box of boxes.keys()) {
      if (/^Q\d+$/.test(box) && fields[box] === undefined)
        fields[box] = 'The same in English, written down by the team.';
    }
    await programme.does(page, fields);
    checked += 1;
  }
  play.tell('Translations checked by a person', { checked });
  return checked;
}

/** A few members say what they bring; most leave the page as it is, which is fine too. */
async function brings(play: Play): Promise<void> {
  await play.at('2025-03-05T12:00');
  const said: Readonly<Record<string, Record<string, string | string[]>>> = {
    M02: { strengths: ['networks'] },
    M04: { hard_most: '4' },
    M05: { strengths: ['young'] },
    M07: { strengths: ['networks', 'budgets'] },
    M10: { strengths: ['networks'], hard_most: '0' },
  };
  const page = `/funds/${play.fundId}/pile/brings`;
  for (const [code, fields] of Object.entries(said)) {
    const member = await play.person(code);
    await member.open(page);
    await member.does(page, fields);
  }
  play.tell('Members who said what they bring to reading', { members: Object.keys(said).length });
}

/** The facilitator asks for a plan, looks at it when it is there, and says yes; where hours do not reach, part is given. */
export async function piles(play: Play): Promise<void> {
  await brings(play);
  await play.at('2025-03-05T18:00');
  const facilitator = await play.person('S4');
  const address = `/funds/${play.fundId}/piles`;
  await facilitator.open(address);
  await facilitator.does(address);
  await play.settled();
  await facilitator.open(`${address}/plan`);
  const { text } = facilitator.page;
  if (text.includes('What stands in the way')) {
    await facilitator.does(`${address}/filling`);
    play.tell('Piles given as far as the hours reach', {});
    return;
  }
  const proven = text.includes('best plan there is');
  await facilitator.does(`${address}/acceptance`);
  play.tell('Piles from a plan', { proven: proven ? 'yes' : 'near' });
}

const sentences: Readonly<Record<string, readonly string[]>> = {
  strongly: [
    'They lead it and hold the budget.',
    'You say plainly what was unfair and what changes.',
    'The plan is simple, costed and theirs.',
  ],
  clearly: [
    'Clear next step, with people named.',
    'Real examples of sharing the work.',
    'I can see who will have more say.',
  ],
  'a-little': [
    'Say how the group goes on when one leader moves.',
    'The care part needs a cost.',
    'Show who decides about the money.',
  ],
  'not-yet': [
    'I could not find who has more say.',
    'The leadership part is not clear to me yet.',
    'It reads like a service that others fund.',
  ],
};
const words = ['not-yet', 'a-little', 'clearly', 'strongly'] as const;

/** How much of something there is in an application: a seeded draw for each group, the same for all its readers. */
export function worth(group: Group, seed: number): number {
  const own = [...group.code].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, seed);
  const drawn = chanceFrom(own).next();
  const led = group.record.organisation.leadership.includes('led by people with lived experience') ? 0.7 : 0;
  return 1 + drawn * 1.4 + led;
}

function picked(chance: Chance, base: number): (typeof words)[number] | 'ask' {
  if (chance.next() < 0.03) return 'ask';
  const noisy = base + (chance.next() + chance.next() + chance.next() - 1.5) * 1.1;
  return words[Math.max(0, Math.min(3, Math.round(noisy)))] ?? 'clearly';
}

/** The page never says an application's id, so the play goes by the name a reader sees. */
function groupOn(play: Play, member: Visitor): Group | undefined {
  return play.groups.find((group) => member.page.text.includes(group.record.organisation.name));
}

async function readOne(play: Play, member: Visitor, path: string): Promise<void> {
  await member.open(path);
  const group = groupOn(play, member);
  const base = group ? worth(group, 7) : 1.8;
  const fields: Record<string, string> = {};
  let best = 0;
  for (const criterion of ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']) {
    const word = picked(play.chance, base);
    fields[criterion] = word;
    best = Math.max(best, word === 'ask' ? 0 : words.indexOf(word));
    if (word === 'ask') fields.need = 'How will the group go on when the grant ends?';
  }
  fields.sentence = play.chance.pick(sentences[words[best] ?? 'clearly'] ?? ['Clear.']);
  await member.does(path, fields, 'do=finish');
}

/** Everyone reads what is still open in their pile. */
async function readRest(play: Play): Promise<number> {
  let finished = 0;
  for (const code of memberCodes(play)) {
    const member = await play.person(code);
    for (let again = 0; again < 60; again += 1) {
      await member.open(`/funds/${play.fundId}/pile`);
      const open = [
        ...member.page.html.matchAll(/<a class="btn[^"]*" href="(\/readings\/[0-9a-z]{26})">([^<]*)</g),
      ].find((found) => found[2]?.includes('Read this one'));
      if (!open?.[1]) break;
      await readOne(play, member, open[1]);
      finished += 1;
    }
  }
  return finished;
}

/** Where the page of piles offers it, the facilitator asks for third readers and says yes to the plan; false where it does not. */
async function secondStep(play: Play): Promise<boolean> {
  await play.at('2025-03-25T09:00');
  const facilitator = await play.person('S4');
  const address = `/funds/${play.fundId}/piles`;
  await facilitator.open(address);
  if (!facilitator.forms().some((form) => form.action === `${address}/further`)) return false;
  const listed = facilitator.page.text.match(/see it differently|may run out/g)?.length ?? 0;
  await facilitator.does(`${address}/further`);
  await play.settled();
  await facilitator.open(`${address}/plan`);
  const without = Number(/do not reach for (\d+) of them/.exec(facilitator.page.text)?.[1] ?? 0);
  await facilitator.does(`${address}/acceptance`);
  play.tell('A third reader where it helps', { asked: listed - without, without });
  return true;
}

/** Members read sitting by sitting; one steps back, one flags a quiet worry. */
export async function reading(play: Play): Promise<{ finished: number; steppedBack: number }> {
  let finished = 0;
  let steppedBack = 0;
  const pile = `/funds/${play.fundId}/pile`;
  for (const [turn, code] of memberCodes(play).entries()) {
    await play.at(`2025-03-${String(6 + turn).padStart(2, '0')}T20:00`);
    const member = await play.person(code);
    const seen = new Set<string>();
    for (let sitting = 0; sitting < 60; sitting += 1) {
      await member.open(pile);
      const links = [
        ...new Set(
          [...member.page.html.matchAll(/<a class="btn[^"]*" href="(\/readings\/[0-9a-z]{26})"/g)].map(
            (found) => found[1] ?? '',
          ),
        ),
      ];
      const fresh = links.filter((link) => !seen.has(link));
      if (links.length > 5) throw new Surprise(`${code} was given more than five at a time`);
      if (fresh.length === 0) break;
      for (const link of fresh) {
        seen.add(link);
        if (code === 'M04' && steppedBack === 0) {
          await member.open(link);
          await member.does(`${link}/step-back`);
          steppedBack += 1;
          continue;
        }
        await readOne(play, member, link);
        finished += 1;
      }
    }
  }
  // Whoever replaces the one who stepped back reads a little later, and so do third readers where they help.
  await play.settled();
  await play.at('2025-03-24T20:00');
  finished += await readRest(play);
  if (await secondStep(play)) finished += await readRest(play);
  const worried = await play.person('M11');
  await worried.open(pile);
  const link = /<a class="btn[^"]*" href="(\/readings\/[0-9a-z]{26})"/.exec(worried.page.html)?.[1];
  if (link) {
    await worried.open(link);
    await worried.does(`${link}/worry`, { worry: 'A name in the third answer may be a child.' });
    const facilitator = await play.person('S4');
    await facilitator.open(`/funds/${play.fundId}/worries`);
    await facilitator.does(/^\/worries\//, { outcome: 'We rang the group and the name is gone.' });
  }
  play.tell('Reading, five at a time', { finished, steppedBack });
  return { finished, steppedBack };
}
