/** Someone who reads Arabic finds every sentence of the fund that an applicant meets in Arabic. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDesign, tierNames } from '../src/fund/pool/design.ts';
import { projectRoot } from '../src/platform/root.ts';
import { readFundFile } from './load.ts';

const { file, raw } = readFundFile();
const design = readDesign(raw);
const arabic = JSON.parse(readFileSync(join(projectRoot, 'demo/words-ar.json'), 'utf8')) as Record<string, string>;
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

test('no sentence of the fund is left in English', () => {
  assert.deepEqual(
    wanted.filter((key) => !/[\u0600-\u06ff]/.test(arabic[key] ?? '')),
    [],
  );
});

test('figures are the same in both languages', () => {
  for (const { n, text } of design.grant_agreement.clauses) {
    const figures = (words: string) => (words.match(/\d+/g) ?? []).sort();
    assert.deepEqual(figures(arabic[`clause.${n}.text`] ?? ''), figures(text), `clause ${n}`);
  }
});
