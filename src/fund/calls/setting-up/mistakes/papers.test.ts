/** No fund file gets in that asks anyone for status, nationality or papers; whom a fund is for may be said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFundFile, wordsOfTheFund } from '../../../../../demo/load.ts';
import { filledExample } from '../../../../../test/filled.ts';
import { readFund } from '../file.ts';
import type { FundFile } from '../shape.ts';
import { paperMistakes } from './papers.ts';

const now = new Date('2026-11-24T12:00:00Z');
const { file } = readFund(filledExample(now), now);
assert.ok(file);
const whole: FundFile = file;

const first = <Item>(items: readonly Item[], change: Partial<Item>): Item[] =>
  items.map((item, index) => (index === 0 ? { ...item, ...change } : item));
type Place = (text: string) => FundFile;
const form = (change: (text: string) => object): Place => {
  const { questions } = whole.application_form;
  return (text) => ({
    ...whole,
    application_form: { ...whole.application_form, questions: first(questions, change(text)) },
  });
};
const fit = (change: (text: string) => object): Place => {
  const { questions } = whole.eligibility;
  return (text) => ({ ...whole, eligibility: { ...whole.eligibility, questions: first(questions, change(text)) } });
};
const inEnglish: Readonly<Record<string, Place>> = {
  'a question of the form': form((ask) => ({ ask })),
  'what is asked next': form((follow) => ({ follow_up: follow })),
  'a help text': form((help) => ({ help })),
  'a question of the fit check': fit((ask) => ({ ask })),
  'a note': fit((note) => ({ note: `We read it all. ${note}` })),
  'what is checked': (check) => ({
    ...whole,
    due_diligence: { ...whole.due_diligence, items: first(whole.due_diligence.items, { check }) },
  }),
  'what is needed for a check': (seed) => ({
    ...whole,
    due_diligence: { ...whole.due_diligence, items: first(whole.due_diligence.items, { seed }) },
  }),
  'a criterion': (question) => ({
    ...whole,
    criteria: { ...whole.criteria, items: first(whole.criteria.items, { question }) },
  }),
  'a clause': (text) => ({ ...whole, grant_agreement: { clauses: first(whole.grant_agreement.clauses, { text }) } }),
  'who may ask for a size': (form) => ({
    ...whole,
    tiers: { ...whole.tiers, grow: { ...whole.tiers.grow, legal_form: form } },
  }),
  'a translated question': (text) => ({ ...whole, words: { fr: { 'Q4.ask': text } } }),
  'a translated criterion': (text) => ({ ...whole, words: { uk: { 'R1.question': text } } }),
  'a translated clause': (text) => ({ ...whole, words: { fa: { 'clause.1.text': text } } }),
  'a translated size': (text) => ({ ...whole, words: { es: { 'tier.seed.legal_form': text } } }),
};

const forbidden = [
  'Do your leaders have settled status?',
  'Does anyone of you have recourse to public funds?',
  'What is your legal status?',
  'Tell us about your immigration situation.',
  'Are you undocumented?',
  'Are you an asylum seeker or a refugee?',
  'Which country do you come from?',
  'Where are you from?',
  'What is your national origin?',
  'Your NI number',
  'Quel est votre statut de réfugié ?',
  'Ваш імміграційний статус',
  '¿Tienes permiso de residencia?',
  'وضعیت مهاجرت شما چیست؟',
  'What is your immigration status?',
  'Please send a copy of your passport.',
  'Which nationality are your leaders?',
  'Do you have the right to work here?',
  'Write your date of birth.',
  'Home Office reference number',
  'Have you got leave to remain?',
  'Show us photo ID',
  'What is the refugee status of each person?',
  'Why did you leave?',
  'Are your leaders refugees?',
  'How many of your committee members are refugees?',
  'ما هي جنسيتك؟ أو جواز سفر',
  'وما وضعك القانوني؟',
  'Яке ваше громадянство?',
  'Podaj obywatelstwo',
  'Czy masz zezwolenie na pobyt?',
  'Numéro de passeport',
  'Avez-vous un titre de séjour ?',
  '¿Cuál es tu nacionalidad?',
  'Beth yw eich statws mewnfudo?',
  'Baasaboorkaaga',
  'ፓስፖርት ኣለኩም ዶ?',
];

test('none of it can be asked in any place of a fund file', () => {
  const let_through = Object.entries(inEnglish).flatMap(([place, put]) =>
    forbidden.filter((text) => paperMistakes(put(text)).length === 0).map((text) => `${place}: ${text}`),
  );
  assert.deepEqual(let_through, []);
});

const onlyInQuestions = [
  'Who is an asylum seeker among you',
  'Your status',
  'Legal status of those who lead',
  'Immigration matters that touch you',
  'Nationals of other states on your board',
  'Citizens or not',
  'З якої ви країни',
  'Звідки ви',
  'من أين أنتم',
  'از کجا آمده‌اید',
  'D’où venez-vous',
  '¿De dónde eres?',
  'Skąd pochodzicie',
  'Status pobytowy',
  'Xaaladda sharciga',
  'O ble ydych chi’n dod',
  'ካበይ መጺእኹም',
  'legal_status',
];

test('the bare word is enough in what a person answers or has to show', () => {
  for (const place of ['a question of the form', 'a question of the fit check', 'what is needed for a check'])
    for (const text of onlyInQuestions) assert.equal(paperMistakes(inEnglish[place]?.(text) ?? whole).length, 1, text);
  assert.equal(paperMistakes(form((field) => ({ fields: ['name', field] }))('country_you_come_from')).length, 1);
  const hidden = paperMistakes(
    form((help) => ({ help }))('Thank you. Tell us where each leader is from. It stays here.'),
  );
  assert.equal(hidden.length, 1, 'what a help text tells people to write is asked');
});

test('one person’s status is no answer to tick; whom a group works with is', () => {
  const options = (...given: string[]) =>
    paperMistakes(form(() => ({ options: given }))('')).map(({ path }) => path.at(-1));
  assert.deepEqual(
    options('A refugee', 'Asylum seeker', 'British citizen', 'Undocumented', 'I am settled'),
    [0, 1, 2, 3, 4],
  );
  assert.deepEqual(
    options('Refugees and migrants', 'Young people', 'Senior citizens', 'Led by people who came as refugees'),
    [],
  );
});

const asksOfGroups = [
  'Is the main focus of your group people who have moved to the UK, or people seeking safety here?',
  'Do you work in our part of the country?',
  'Where do you work, and in which languages?',
  'Do you work with refugees, or with people who have moved?',
  'Are you working with refugees?',
  'Is your group led by people who came as refugees?',
  'Which of these is your group?',
  'Have you had money from the National Lottery?',
  'How did you come to this idea?',
  'Who leads your group? Tell us about lived experience in the way you choose.',
  'Is your work across the whole country, or in one town?',
  'Who is responsible for residency programmes and visual arts?',
  'What does your group do for international days?',
  'How much came in last year, and who gave it?',
];
const saysOfWork = [
  'Five of our seven committee members came here as refugees.',
  'This fund is only for groups whose main focus is migration or refugees.',
  'Many groups here give advice about immigration law and asylum.',
  'You do not need to tell anyone’s story.',
  'Groups led by people who came as refugees are very welcome.',
  'Some work with undocumented people, some with people in many countries.',
  'We never ask where anybody is from.',
  'National and local groups can both ask.',
  'Charities and groups without papers of their own can all be “yes”.',
  'Ce fonds est pour des groupes qui travaillent sur l’asile et l’immigration.',
  'Цей фонд лише для груп, які працюють із міграцією або біженством.',
  'هذا الصندوق لمجموعات يتركز عملها على الهجرة أو اللجوء.',
  'این صندوق برای گروه‌هایی است که کارشان مهاجرت یا پناهندگی است.',
  'Fundusz jest dla grup, które pracują z migrantami i uchodźcami.',
  'Este fondo es para grupos que trabajan con asilo e inmigración.',
  'Sanduuqan waa kooxaha la shaqeeya qaxootiga.',
];
const judges = [
  'Will people who know the migration system from the inside gain real say?',
  'Does it think about the whole person (race, gender, disability, faith, sexuality, class, status)?',
  'Is it led by people who came as refugees?',
];

test('a fund can ask groups about their work, say whom it is for, and be judged by it', () => {
  const hit = (places: readonly string[], texts: readonly string[]) =>
    places.flatMap((place) =>
      texts.flatMap((text) => paperMistakes(inEnglish[place]?.(text) ?? whole).map(({ says }) => `${place}: ${says}`)),
    );
  assert.deepEqual(hit(Object.keys(inEnglish).slice(0, 5), asksOfGroups), []);
  assert.deepEqual(hit(['a help text', 'a note', 'a clause', 'a translated clause'], saysOfWork), []);
  assert.deepEqual(hit(['a criterion'], judges), []);
  const clause = 'We do not share personal information with immigration authorities unless a court or a law makes us.';
  assert.deepEqual(hit(['a clause'], [clause]), []);
});

test('the fund of the demo, in all its languages, and the example ask for none of it', () => {
  assert.deepEqual(paperMistakes(whole), []);
  const demo = { ...readFundFile().raw, words: wordsOfTheFund() } as unknown as FundFile;
  assert.deepEqual(paperMistakes(demo), []);
});

test('what is promised never to be asked may be named, and a hit says where it stands', () => {
  const words = { fr: { 'Q4.ask': 'Votre nationalité ?', 'never_asked.0': 'votre nationalité' } };
  assert.deepEqual(
    paperMistakes({ ...whole, words }).map((each) => each.path.join(' ')),
    ['words fr Q4.ask'],
  );
  const found = paperMistakes(inEnglish['a criterion']?.('Do the leaders have settled status?') ?? whole);
  assert.equal(found[0]?.path.join(' '), 'criteria items 0 question');
  assert.match(found[0]?.says ?? '', /^This says ".*settled status"\. Nobody is asked/);
});
