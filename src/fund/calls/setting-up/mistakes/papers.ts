/** The red line: a fund never asks for anyone's status, nationality or identity papers. A word list, so a person reads the file too. */
import { at, type Finding, type Path } from '../finding.ts';
import type { FundFile } from '../shape.ts';

const words = [
  // English
  'passports?',
  'visas?',
  'nationalit(?:y|ies)',
  'citizenships?|citizens? of',
  '(?:im)?migration (?:status|papers?|documents?|number|history)',
  'refugee status',
  'status of (?:your|the|each|any)?\\s*(?:people|person|members?|leaders?|trustees?|staff)',
  '(?:your|their|whose) (?:own )?status',
  'asylum (?:claims?|cases?|applications?|decisions?|papers?|status)',
  'leave to remain',
  'right to (?:work|remain|live|stay|rent|be here)',
  'residence permits?',
  'residency (?:status|permits?)',
  'home office',
  'biometrics?',
  'brp',
  'e-?visa',
  'sharecode|share code',
  'identity (?:cards?|papers?|documents?|checks?)',
  'id (?:cards?|documents?|papers?|numbers?|checks?)',
  'photo ?id',
  'proof of (?:id|identity|address)',
  'national insurance',
  'driving licen[cs]es?',
  'birth certificates?',
  '(?:date|place|country) of (?:birth|origin)',
  'when (?:were you|was \\S+) born',
  'where (?:were you|was \\S+) born',
  'why (?:did you|they) (?:leave|left|flee|fled)',
  'when did (?:you|they) (?:arrive|enter|come to the uk)',
  'country (?:you|they) (?:come|came|are) from',
  // Arabic, Farsi, Ukrainian, Tigrinya, Polish, French, Spanish, Somali, Welsh
  '(?:ال)?جنسي(?:ة|تك|تكم)',
  'جواز (?:ال)?سفر\\S*',
  '(?:ال)?تأشيرة',
  'تابعیت|ملیت',
  'گذرنامه|پاسپورت',
  'ویزا|روادید',
  'громадянств\\p{L}*|національн(?:ість|ості|істю)',
  'паспорт\\p{L}*',
  'віз[аиу]',
  'ፓስፖርት|ዜግነት|ቪዛ',
  'paszport\\p{L}*|obywatelstw\\p{L}+|narodowoś\\p{L}+|wiz[aęy]',
  'passeports?|nationalités?|titre de séjour',
  'pasaportes?|nacionalidad(?:es)?|visados?|situación migratoria',
  'baasaboor\\p{L}*|jinsiyad\\p{L}*|dhalasho\\p{L}*|fiiso',
  'pasbort(?:au)?|cenedligrwydd|fisa',
];
const asked = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

function inside(value: unknown, path: Path): Finding[] {
  if (typeof value === 'string') {
    const hit = asked.exec(value.replace(/\s+/g, ' '));
    if (!hit) return [];
    const why = `This says "${hit[0]}". Nobody is asked for their status, nationality or papers. What you promise not to ask stands under never_asked.`;
    return [at(why, ...path)];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    inside(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Everything that people are asked, in every language: fit check, form, budget, checks, and what members say they can read. */
export function paperMistakes(
  file: Pick<FundFile, 'eligibility' | 'application_form' | 'budget_template' | 'due_diligence' | 'words'> &
    Partial<Pick<FundFile, 'reading'>>,
): Finding[] {
  const { eligibility, application_form: form, due_diligence: checks } = file;
  const ids = new Set([
    'budget',
    ...[...eligibility.questions, ...form.questions, ...checks.items].map(({ id }) => id),
  ]);
  return [
    ...inside(eligibility.questions, ['eligibility', 'questions']),
    ...inside(form.questions, ['application_form', 'questions']),
    ...inside(file.budget_template.lines, ['budget_template', 'lines']),
    ...inside(checks.items, ['due_diligence', 'items']),
    ...inside(file.reading?.strengths ?? [], ['reading', 'strengths']),
    ...Object.entries(file.words).flatMap(([lang, said]) =>
      Object.entries(said)
        .filter(([key]) => ids.has(key.split('.')[0] ?? ''))
        .flatMap(([key, text]) => inside(text, ['words', lang, key])),
    ),
  ];
}
