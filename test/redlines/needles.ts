/** What must not be seen, written down as the very strings that would give it away. */
import { sql } from 'kysely';
import { demoTruth } from '../../demo/applications.ts';
import { readFundFile } from '../../demo/load.ts';
import { demoPeople } from '../../demo/people.ts';
import { canaryStrings, privateNames } from '../../demo/walkthrough/canaries.ts';
import { plain } from '../../demo/walkthrough/forms.ts';
import type { House } from './stage.ts';

export type Kind =
  /** Town, street, leader and phone of the four groups. */
  | 'canary'
  /** The name of a group whose name is private. */
  | 'private name'
  /** Any group's name, or its two words where the name is private. */
  | 'group'
  /** What gives a closely linked application away: name, id, two words, sum, a line of its answers, its readings. */
  | 'close'
  /** What readers and members wrote for each other. */
  | 'words'
  /** Members who are not listed anywhere. */
  | 'member';
export type Needle = { kind: Kind; code: string; text: string };

/** As it is looked for: without marks for direction, in small letters, white space folded. */
export function folded(text: string): string {
  return plain(text)
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function numberWays(phone: string): string[] {
  const bare = phone.replace(/\s/g, '');
  return [phone, bare, bare.replace(/^0/, '+44')];
}

/** Pairs of person and group at level 3, as people themselves declare it in the play. */
export function closePairs(): { person: string; code: string }[] {
  return demoTruth().flatMap((each) =>
    each.true_connections.filter((link) => link.level === 3).map((link) => ({ person: link.member, code: each.id })),
  );
}

export async function needlesOf(house: House): Promise<Needle[]> {
  // A sum that the fund's own plan or another group names gives nobody away.
  const fundFile = JSON.stringify(readFundFile().raw);
  const needles: Needle[] = canaryStrings().flatMap(({ code, secret }) =>
    (/^\d/.test(secret) && secret.startsWith('0') ? numberWays(secret) : [secret]).map((text) => ({
      kind: 'canary' as const,
      code,
      text,
    })),
  );
  const references = new Map(
    (await sql<{ id: string; reference: string }>`select id, reference from applications`.execute(house.db)).rows.map(
      (row) => [row.id, row.reference],
    ),
  );
  for (const group of house.groups) {
    const reference = references.get(group.id) ?? '';
    if (privateNames.includes(group.code))
      needles.push({ kind: 'private name', code: group.code, text: group.record.organisation.name });
    needles.push({ kind: 'group', code: group.code, text: group.record.organisation.name });
    if (reference) needles.push({ kind: 'group', code: group.code, text: reference });
  }
  for (const code of new Set(closePairs().map((pair) => pair.code))) {
    const group = house.groups.find((each) => each.code === code);
    if (!group?.id) continue;
    const { answers, answers_english: english, request, organisation } = group.record;
    const sameSum = house.groups.filter((each) => each.record.request.amount_gbp === request.amount_gbp).length > 1;
    const sum = sameSum || fundFile.includes(String(request.amount_gbp)) ? undefined : request.amount_gbp;
    const texts = [organisation.name, group.id, references.get(group.id), sum?.toLocaleString('en-GB')];
    const lines = [answers, english].flatMap((each) => (each?.q6_plan ? [each.q6_plan.slice(0, 60)] : []));
    const readings = await sql<{ id: string }>`select id from readings where application_id = ${group.id}`.execute(
      house.db,
    );
    for (const text of [...texts, ...lines, ...readings.rows.map((row) => row.id)])
      if (text) needles.push({ kind: 'close', code, text });
  }
  for (const person of demoPeople.filter((each) => each.shownAs === 'not listed'))
    needles.push(
      { kind: 'member', code: person.code, text: `>${person.name}<` },
      { kind: 'member', code: person.code, text: person.email },
    );
  const written = await sql<{ text: string }>`select distinct text from (
    select sentence as text from readings union select need_to_know from readings
    union select because from consent_answers union select words from worries) said
    where length(text) > 12`.execute(house.db);
  for (const { text } of written.rows) needles.push({ kind: 'words', code: '', text });
  return needles.map((needle) => ({ ...needle, text: folded(needle.text) }));
}
