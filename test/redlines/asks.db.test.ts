/** Nobody is asked for immigration status, nationality or identity papers: there is no column, no box and no question for it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { talk } from '../../src/platform/db/launcher/talk.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { allWords } from '../../src/wings.ts';
import { testDatabase } from '../database.ts';
import { redRound } from './played.ts';

/** Names that a column or a box of that kind would bear. */
const names =
  /national(?!_lottery)|citizen|immigra|visa|asylum|refugee|passport|home_?office|\bbrp\b|identity|id_?(card|number|doc)|papers|birth|origin_country|country_of|residence|ethnic|religio/i;
/** Words of a question or a label of that kind, in the languages of our catalogues. */
const questions =
  /nationalit|citizenship|immigra|\bvisas?\b|asylum|passport|home office|identit|proof of id|(?<!\p{L})ID(?!\p{L})|date of birth|passeport|citoyennet|cenedligrwydd|dinasyddiaeth|pasbort|nacionalidad|migratoria|pasaporte|obywatelstw|imigracyjn|paszport|громадянств|паспорт|جنسية|جواز|تابعیت|گذرنامه|jinsiyad|baasaboor|ዜግነት|ፓስፖርት/iu;

/** Sentences that say we do not ask, or speak about the world and ask nothing. */
const mayBeSaid: readonly string[] = [
  'ui.never-ask',
  'site.fund.ask.never',
  'site.privacy.never.is',
  'site.privacy.state',
  // Identifiers of organisations, in open data.
  'giving.about.FundingOrgUnrecognisedPrefix',
  'giving.about.RecipientOrgUnrecognisedPrefix',
];

test('no column of the database has a place for it', async () => {
  const made = await testDatabase();
  try {
    const rows = await talk(made.url, (ask) =>
      ask(
        `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
      ),
    );
    const all = rows.map((row) => String(row.name));
    assert.ok(all.length > 250);
    assert.deepEqual(
      all.filter((name) => names.test(name)),
      [],
    );
  } finally {
    await made.drop();
  }
});

test('no box of any form that people met in a whole round has a name of that kind', { timeout: 600_000 }, async () => {
  const { boxes } = await redRound();
  assert.ok(boxes.size > 60);
  assert.deepEqual(
    [...boxes].filter((name) => names.test(name)),
    [],
  );
});

test('no sentence of ours in any language asks for it', () => {
  const english = Object.values(allWords).flatMap((words) => Object.entries(words));
  const locales = join(projectRoot, 'locales');
  const others = readdirSync(locales, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .flatMap((entry) =>
      Object.entries(JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as Record<string, unknown>),
    );
  const sentences = [...english, ...others].map(([key, text]) => ({ key, text: JSON.stringify(text) }));
  assert.ok(sentences.length > 1500);
  const asking = sentences.filter(({ key, text }) => questions.test(text) && !mayBeSaid.includes(key));
  assert.deepEqual(asking, []);
});

test('the fund’s own questions, checks and clauses ask for none of it, and say so', () => {
  const file = parse(readFileSync(join(projectRoot, 'demo/fund.yaml'), 'utf8'), { schema: 'core' }) as Record<
    string,
    unknown
  >;
  const said: { path: string; text: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') said.push({ path, text: value });
    else if (value && typeof value === 'object')
      for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`);
  };
  walk(file, 'fund');
  const found = said.filter(({ text }) => questions.test(text)).map(({ path }) => path.replace(/\.\d+/g, ''));
  assert.deepEqual([...new Set(found)].sort(), [
    'fund.co_creation_group.offer.advice_line',
    'fund.co_creation_group.offer.never_stored',
    'fund.due_diligence.never_asked',
    'fund.eligibility.never_asked',
    'fund.grant_agreement.clauses.text',
  ]);
});
