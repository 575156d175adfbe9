/** Whoever reads one of the fund's languages finds every sentence of the fund that a group meets in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDesign, tierNames } from '../src/fund/pool/design.ts';
import { readFundFile, wordsOfTheFund } from './load.ts';

const { file, raw } = readFundFile();
const design = readDesign(raw);
const all = wordsOfTheFund();
/** Letters that a sentence in the language cannot do without; others are written in Latin letters. */
const letters: Readonly<Record<string, RegExp>> = {
  ar: /[\u0600-\u06ff]/,
  fa: /[\u0600-\u06ff]/,
  uk: /[\u0400-\u04ff]/,
  ti: /[\u1200-\u137f]/,
};
const each = (prefix: string, items: readonly string[]) => items.map((_, index) => `${prefix}.${index}`);
const given = (key: string, value: unknown) => (value === undefined ? [] : [key]);

const wanted = [
  'fund.strapline',
  'fund.summary',
  'promise',
  ...tierNames.flatMap((tier) => [`tier.${tier}.label`, `tier.${tier}.for`, `tier.${tier}.legal_form`]),
  ...each('tier.rules', design.tiers.rules),
  ...design.eligibility.questions.flatMap(({ id, options, help, no_message: no }) => [
    `${id}.ask`,
    ...each(`${id}.option`, options),
    ...given(`${id}.help`, help),
    ...given(`${id}.no_message`, no),
  ]),
  ...design.application_form.questions.flatMap(({ id, options = [], help, follow_up: more }) => [
    `${id}.ask`,
    `${id}.section`,
    ...each(`${id}.option`, options),
    ...given(`${id}.help`, help),
    ...given(`${id}.follow_up`, more),
  ]),
  ...design.budget_template.lines.flatMap(({ code, guide }) => [
    `budget.${code}.label`,
    ...given(`budget.${code}.guide`, guide),
  ]),
  ...design.criteria.items.flatMap(({ id }) => [
    `${id}.name`,
    `${id}.question`,
    ...[0, 1, 2, 3].map((value) => `${id}.anchor.${value}`),
  ]),
  ...design.criteria.scale.points.map(({ value }) => `scale.${value}.label`),
  ...design.criteria.portfolio_aims.map(({ id }) => `${id}.aim`),
  ...design.conflicts.levels.flatMap(({ level, examples = [] }) => [
    `conflicts.${level}.name`,
    ...each(`conflicts.${level}.example`, examples),
  ]),
  ...each('agreement', design.co_creation_group.agreement),
  ...file.timeline.flatMap(({ id }) => [`${id}.what`, `${id}.phase`]),
  ...design.grant_agreement.clauses.flatMap(({ n }) => [`clause.${n}.title`, `clause.${n}.text`]),
  ...each('board.may', design.fund.fiscal_host.board_may),
  ...each('board.ground', design.fund.fiscal_host.refusal_grounds),
  ...each('board.may_not', design.fund.fiscal_host.board_may_not),
  ...each('never_asked', design.eligibility.never_asked),
];

test('the fund speaks every language that its pack is promised in', () => {
  const promised = design.fund.languages.interface_and_pack.filter((language) => language !== 'en');
  assert.deepEqual(Object.keys(all).sort(), promised.sort());
});

for (const [language, words] of Object.entries(all)) {
  test(`no sentence of the fund is left in English: ${language}`, () => {
    const own = letters[language] ?? /\S/;
    assert.deepEqual(
      wanted.filter((key) => !own.test(words[key] ?? '')),
      [],
    );
  });

  test(`figures are the same in the agreement: ${language}`, () => {
    for (const { n, text } of design.grant_agreement.clauses) {
      const figures = (said: string) => (said.match(/\d+/g) ?? []).sort();
      assert.deepEqual(figures(words[`clause.${n}.text`] ?? ''), figures(text), `clause ${n}`);
    }
  });
}
