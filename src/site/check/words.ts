/** The page that checks a grants file; what the library finds is said here in sentences that can be translated. */
import { allChecks } from '../../../packages/360giving/src/checks/run.ts';
import { NOTE_SENTENCES } from '../../../packages/360giving/src/notes.ts';
import { SENTENCES } from '../../../packages/360giving/src/sentences.ts';
import { UNREADABLE_SENTENCES } from '../../../packages/360giving/src/unreadable.ts';
import type { English } from '../../words/speak.ts';

// The library makes its sentences from values; given the names of the values instead, it gives us the sentence itself.
const names = ['field', 'value', 'example', 'allowed', 'mended', 'first', 'other', 'codelist', 'limit', 'what'];
const gaps = Object.fromEntries(
  [...names, 'file', 'where', 'cell', 'heading'].map((name) => [name, `{$${name}}`] as const),
);
const { other: _other, mended: _mended, ...plain } = gaps;

type Said = Readonly<Record<`giving.${'finding' | 'about' | 'unreadable' | 'note'}.${string}`, string>>;

const said: Said = {
  ...keyed(
    'finding',
    Object.entries(SENTENCES).map(([code, sentence]) => [code, sentence(gaps)]),
  ),
  'giving.finding.dayMonthYear': SENTENCES.dayMonthYear({ ...plain, mended: '{$mended}' }),
  'giving.finding.dayMonthYearEither': SENTENCES.dayMonthYear(gaps),
  'giving.finding.address': SENTENCES.address(plain),
  'giving.finding.addressSuch': SENTENCES.address(gaps),
  ...keyed(
    'about',
    allChecks.map(({ id, sentence }) => [id, sentence]),
  ),
  ...keyed(
    'unreadable',
    Object.entries(UNREADABLE_SENTENCES).map(([reason, sentence]) => [reason, sentence(gaps)]),
  ),
  ...keyed('note', Object.entries(NOTE_SENTENCES)),
  // In words that people use of themselves, not the standard's.
  'giving.about.NoBeneficiaryLocation': 'It does not say where the grant helps. Add the place.',
  'giving.about.BeneficiaryLocationNameButNoCode':
    'A place where the grant helps has a name but no code. Add its code.',
  'giving.about.RecipientButNotBeneficiaryGeoData':
    'It says where the recipient is but not where the grant helps. Add that place.',
};

function keyed(kind: string, sentences: readonly (readonly [string, string])[]): Said {
  return Object.fromEntries(sentences.map(([name, sentence]) => [`giving.${kind}.${name}`, sentence]));
}

const page = {
  'giving.title': 'Check a grants file',
  'giving.lede':
    'Drop a file of grants here. We say what does not follow the 360Giving standard yet, where it stands, and how to mend it.',
  'giving.kept': 'We look at your file once and forget it. Nothing of it is kept, and nobody here reads it.',
  'giving.file': 'Your file',
  'giving.file.hint': 'Excel (.xlsx), OpenDocument (.ods), CSV or JSON, up to 10 MB',
  'giving.check': 'Check it',
  'giving.again': 'Check another file',
  'giving.nofile': 'Please choose a file first.',
  'giving.heavy':
    'This file is too much for us to look at here: it took too long or too much room, so we stopped. Split it into smaller files and try again.',
  'giving.busy': 'Others are having their files checked just now. Please try again in a minute.',
  'giving.unread': 'We could not read this file',
  'giving.found.title': 'What we found',
  'giving.found.all':
    '.input {$n :integer} .match $n one {{The one grant in it follows the standard.}} * {{All {$n} grants follow the standard.}}',
  'giving.found.some':
    '.input {$n :integer} .input {$valid :integer} .match $n one {{There is one grant, and it does not follow the standard yet.}} * {{Of {$n} grants, {$valid} follow the standard.}}',
  'giving.found.file': 'Something about the file as a whole does not follow the standard yet.',
  'giving.found.none': 'There are no grants in it.',
  'giving.mend': 'To mend',
  'giving.accuracy': 'Worth a second look',
  'giving.usefulness': 'Could be more useful',
  'giving.reading': 'How we read it',
  'giving.times': '.input {$n :integer} .match $n one {{once}} * {{{$n} times}}',
  'giving.grants': '.input {$n :integer} .match $n one {{one grant}} * {{{$n} grants}}',
  'giving.where': 'Where: {$places}',
  'giving.where.more': 'Where, for example: {$places}',
  'giving.first': 'First in: {$grant}',
  'giving.more':
    '.input {$n :integer} .match $n one {{and one more kind of mistake}} * {{and {$n} more kinds of mistakes}}',
  'giving.question': 'These are questions and not findings about anybody. You know your grants best.',
} as const satisfies English;

export const words: typeof page & Said = { ...said, ...page };
