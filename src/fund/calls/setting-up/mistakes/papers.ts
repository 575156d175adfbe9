/** The red line: a fund never asks for anyone's status, nationality or identity papers. A word list, so a person reads the file too. */
import { at, type Finding, type Path } from '../finding.ts';
import type { FundFile } from '../shape.ts';
import { anywhere, asked, judged, ticked } from './status-words.ts';

/**
 * How near a sentence comes to a person. `asks`: they answer it or have to show it. `judges`: readers hold what a group
 * wrote against it. `says`: it explains, and may say whom a fund is for; a sentence in it that asks or tells, asks.
 */
type Way = 'asks' | 'judges' | 'says';
const words = { asks: asked, judges: judged, says: anywhere } as const;

const asking: ReadonlySet<string> = new Set([
  ...['ask', 'follow_up', 'fields', 'publish_choice'],
  ...['check', 'seed', 'grow', 'weave', 'method', 'applies_if', 'we_look_up'],
]);
const verbs =
  'tell|say|write|give|list|name|send|show|add|put|state|describe|choose|tick|upload|include|bring|attach|enter|prove|provide|confirm';
const telling = new RegExp(
  `^\\W*(?:now |also |then |just )?(?:${verbs})\\b|\\bplease\\b|\\b(?:you|they|leaders?|members?|everyone|each) (?:must |will |have to |should |need to )?(?:${verbs})\\b`,
  'iu',
);
const question = /[?؟፧]["'”’»)\]]*$/u;

/** One spelling for the eye: marks for direction, vowel signs, soft hyphens and curly quotes away. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u064b-\u0652\u0640\u200b-\u200f\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[_\s]+/g, ' ')
    .trim();
}

/** Keyboards for Arabic and for Farsi write the same two letters apart. */
const inFarsi = (text: string) => text.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
const find = (list: RegExp, text: string) => (list.exec(text) ?? list.exec(inFarsi(text)))?.[0];

function hitIn(given: string, way: Way): string | undefined {
  const text = plainly(given);
  const found = find(words[way], text);
  if (found !== undefined || way !== 'says') return found;
  const sentences = text.split(/(?<=[.!?؟።፧])\s+/u);
  return sentences
    .filter((sentence) => question.test(sentence) || telling.test(sentence))
    .map((sentence) => find(asked, sentence))
    .find((hit) => hit !== undefined);
}

function said(text: string, way: Way, path: Path, options = false): Finding[] {
  const hit = (options ? ticked.exec(plainly(text))?.[0] : undefined) ?? hitIn(text, way);
  if (hit === undefined) return [];
  const why = `This says "${hit.trim()}". Nobody is asked for their status, nationality or papers. What you promise not to ask stands under never_asked.`;
  return [at(why, ...path)];
}

/** All that stands under a value; each key says how near it comes. */
function inside(value: unknown, path: Path, wayOf: (key: string) => Way, key = ''): Finding[] {
  if (typeof value === 'string') return said(value, wayOf(key), path, key === 'options');
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([next, each]) =>
    Array.isArray(value)
      ? inside(each, [...path, Number(next)], wayOf, key)
      : inside(each, [...path, next], wayOf, next),
  );
}

const byKey = (key: string): Way => (asking.has(key) ? 'asks' : 'says');
const always = (way: Way) => () => way;

type Looked = Pick<FundFile, 'eligibility' | 'application_form' | 'budget_template' | 'due_diligence' | 'words'> &
  Partial<Pick<FundFile, 'reading' | 'criteria' | 'tiers' | 'grant_agreement'>>;

/** How near a translated sentence comes: by what its key begins with (an id, or a word of ours) and by the part named next. */
function translatedWay(file: Looked, key: string): Way | null {
  const [top = '', second = '', third = ''] = key.split('.');
  const ids = (items: readonly { id: string }[]) => items.some(({ id }) => id === top);
  const { eligibility, application_form: form, due_diligence: checks, criteria } = file;
  if (ids(eligibility.questions) || ids(form.questions) || ids(checks.items)) return byKey(second);
  if (top === 'budget') return 'says';
  if (top === 'tier' && third === 'legal_form') return 'asks';
  if (top === 'clause') return 'says';
  return ids(criteria?.items ?? []) ? 'judges' : null;
}

/** Everything that people are asked, judged by or have to agree to, in every language. */
export function paperMistakes(file: Looked): Finding[] {
  const {
    eligibility,
    application_form: form,
    due_diligence: checks,
    criteria,
    tiers,
    grant_agreement: agreement,
  } = file;
  const sizes = (['seed', 'grow', 'weave'] as const).flatMap((size) =>
    tiers ? said(tiers[size].legal_form, 'asks', ['tiers', size, 'legal_form']) : [],
  );
  return [
    ...inside(eligibility.questions, ['eligibility', 'questions'], byKey),
    ...inside(form.questions, ['application_form', 'questions'], byKey),
    ...inside(file.budget_template.lines, ['budget_template', 'lines'], always('says')),
    ...inside(checks.items, ['due_diligence', 'items'], byKey),
    ...inside(file.reading?.strengths ?? [], ['reading', 'strengths'], always('asks')),
    ...inside(criteria?.items ?? [], ['criteria', 'items'], always('judges')),
    ...sizes,
    ...inside(agreement?.clauses ?? [], ['grant_agreement', 'clauses'], always('says')),
    ...Object.entries(file.words).flatMap(([lang, sentences]) =>
      Object.entries(sentences).flatMap(([key, text]) => {
        const way = translatedWay(file, key);
        return way === null ? [] : said(text, way, ['words', lang, key], key.includes('.option'));
      }),
    ),
  ];
}
