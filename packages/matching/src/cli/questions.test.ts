/** A question in JSON that is not as it should be is answered in one sentence that names the place. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { run } from '../cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
after(() => rmSync(folder, { recursive: true }));

async function asked(kind: string, text: string) {
  const file = join(folder, 'question.json');
  writeFileSync(file, text);
  let [out, err] = ['', ''];
  const code = await run([kind, file, '--json'], { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const pair = {
  mentees: [{ id: 'a' }, { id: 'c' }],
  mentors: [{ id: 'b' }],
  score: [[1], [2]] as unknown,
};
const wish = { mentee: 'a', mentor: 'b' };
const MENTORS: [object, string][] = [
  [{ mentees: [null] }, 'Mentee 1 is null; it must be an object.'],
  [{ mentees: [{}] }, 'Mentee 1 has no id.'],
  [{ mentees: [{ id: 7 }] }, 'Mentee 1: id is 7; it must be text that is not empty.'],
  [{ mentees: [{ id: 'a', name: '' }] }, 'Mentee a: name is ""; it must be text that is not empty.'],
  [{ mentees: [{ id: 'a', priority: 'yes' }] }, 'Mentee a: priority is "yes"; it must be true or false.'],
  [{ mentees: [{ id: 'a' }, { id: 'a' }] }, 'Two mentees have the id a.'],
  [
    { mentors: [{ id: 'b', capacity: 'many' }] },
    'Mentor b: capacity is "many"; it must be a whole number of 0 or more.',
  ],
  [{ mentors: [{ id: 'b', capacity: -1 }] }, 'Mentor b: capacity is -1; it must be a whole number of 0 or more.'],
  [{ mentors: [{ id: 'b', capacity: 1.5 }] }, 'Mentor b: capacity is 1.5; it must be a whole number of 0 or more.'],
  [{ score: [[1]] }, 'There are 2 mentees, but score has 1 row.'],
  [{ score: [[1], [2], [3]] }, 'There are 2 mentees, but score has 3 rows.'],
  [{ score: [[1], 2] }, 'The score row of c is 2; it must be a list.'],
  [{ score: [[1], []] }, 'There is 1 mentor, but the score row of c has 0 cells.'],
  [{ score: [[1], [2, 3]] }, 'There is 1 mentor, but the score row of c has 2 cells.'],
  [{ score: [[1], ['9']] }, 'The score of c with b is "9"; it must be a number from -1000000 to 1000000, or null.'],
  [
    { score: [[1], [1e308]] },
    'The score of c with b is 1e+308; it must be a number from -1000000 to 1000000, or null.',
  ],
  [{ wishes: {} }, 'wishes is {}; it must be a list.'],
  [{ wishes: [wish] }, 'Wish 1 has no wish.'],
  [{ wishes: [{ ...wish, wish: 'Never' }] }, 'Wish 1: wish is "Never"; it must be must, rather or never.'],
  [{ wishes: [{ mentee: 'a', wish: 'never' }] }, 'Wish 1 has no mentor.'],
  [{ wishes: [{ ...wish, mentor: 'z', wish: 'never' }] }, 'Wish 1 names z, who or which is not in the list.'],
  [{ exclusions: [wish] }, 'Exclusion 1 has no kind.'],
  [{ exclusions: [{ ...wish, kind: 'line', mentee: 'z' }] }, 'Exclusion 1 names z, who or which is not in the list.'],
  [{ locks: [wish] }, 'Lock 1 has no keep.'],
  [{ locks: [{ ...wish, keep: 'yes' }] }, 'Lock 1: keep is "yes"; it must be true or false.'],
];

const one = { id: 'p', slots: ['Mon'], languages: ['en'] };
const CIRCLES: [object, string][] = [
  [{ people: [null] }, 'Person 1 is null; it must be an object.'],
  [{ people: [one, { slots: ['Mon'], languages: ['en'] }] }, 'Person 2 has no id.'],
  [{ people: [{ ...one, slots: 'Mon' }] }, 'Person p: slots is "Mon"; it must be a list of texts.'],
  [{ people: [{ ...one, slots: 5 }] }, 'Person p: slots is 5; it must be a list of texts.'],
  [{ people: [{ ...one, slots: ['Mon', 5] }] }, 'Person p: slots is ["Mon",5]; it must be a list of texts.'],
  [{ people: [{ id: 'p', languages: ['en'] }] }, 'Person p has no slots.'],
  [{ people: [{ id: 'p', slots: ['Mon'] }] }, 'Person p has no languages.'],
  [{ people: [{ ...one, organisation: '' }] }, 'Person p: organisation is ""; it must be text that is not empty.'],
  [{ people: [{ ...one, leftOut: 1 }] }, 'Person p: leftOut is 1; it must be true or false.'],
  [{ people: [{ ...one, notAlone: ['t'] }] }, 'p asks to count t but does not have it.'],
  [{ people: [one, one] }, 'Two people have the id p.'],
  [{ people: [one], facilitators: [{ id: 'f' }] }, 'Facilitator f has no slots.'],
  [
    { people: [one], facilitators: [{ ...one, most: -1 }] },
    'Facilitator p: most is -1; it must be a whole number of 0 or more.',
  ],
  [{ people: [one], facilitators: [one, one] }, 'Two facilitators have the id p.'],
  [{ people: [one], least: '2' }, 'least is "2"; it must be a whole number of 2 or more.'],
  [{ people: [one], most: 8.5 }, 'most is 8.5; it must be a whole number of 2 or more.'],
  [{ people: [one], least: 5, most: 4 }, 'The largest size of a circle is 4, which is below the least, 5.'],
  [{ people: [one], least: 9 }, 'The largest size of a circle is 8, which is below the least, 9.'],
  [{ people: [one], apart: [{ one: 'p' }] }, 'Pair 1 to keep apart has no other.'],
  [
    { people: [one], apart: [{ one: 'p', other: 'z' }] },
    'Pair 1 to keep apart names z, who or which is not in the list.',
  ],
  [{ people: [one], apart: [{ one: 'p', other: 'p' }] }, 'Pair 1 to keep apart names p twice.'],
  [
    { people: [one], locks: [{ person: 'z', slot: 'Mon', language: 'en' }] },
    'Membership 1 set by hand names z, who or which is not in the list.',
  ],
  [{ people: [one], locks: [{ person: 'p', slot: 'Mon' }] }, 'Membership 1 set by hand has no language.'],
];

test('whoever sends a question about mentors that is not as it should be is told where', async () => {
  for (const [change, said] of MENTORS) {
    const { code, out, err } = await asked('mentors', JSON.stringify({ ...pair, ...change }));
    assert.deepEqual([code, out, err], [2, '', `${said}\n`], JSON.stringify(change));
  }
});

test('whoever sends a question about circles that is not as it should be is told where', async () => {
  for (const [question, said] of CIRCLES) {
    const { code, out, err } = await asked('circles', JSON.stringify(question));
    assert.deepEqual([code, out, err], [2, '', `${said}\n`], JSON.stringify(question));
  }
});

test('a second file is not passed over in silence', async () => {
  let err = '';
  const code = await run(['mentors', 'one.json', 'two.json'], { out: () => {}, err: (text) => (err += text) });
  assert.deepEqual([code, err], [2, 'One FILE.json is read at a time, but two.json is named as well.\n']);
});

test('a file that begins with a byte order mark, or says null where nothing is said, is read', async () => {
  const mentors = await asked('mentors', `\uFEFF${JSON.stringify({ ...pair, wishes: null, score: [[null], [2]] })}`);
  assert.deepEqual([mentors.code, JSON.parse(mentors.out).sumScore], [0, 2]);
  const people = Array.from({ length: 5 }, (_, i) => ({ ...one, id: `p${i}`, organisation: null, manager: null }));
  const circles = await asked('circles', JSON.stringify({ people, least: null }));
  assert.deepEqual([circles.code, JSON.parse(circles.out).placed], [0, 5]);
  assert.match((await asked('circles', 'null')).err, /has no list "people"/);
});
