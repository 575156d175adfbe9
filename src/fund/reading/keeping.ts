/** What readers wrote goes with the answers it was about; quiet worries go with the contact, and at the fund's end at the latest. */
import { sql } from 'kysely';
import { answersUntil, fundRule, groupRule, heldIn, ofThem, reachUntil, rowsGo } from '../../people/groups/keeping.ts';
import type { ColumnOf, KeepingRule, Stays } from '../../platform/keeping/rules.ts';
import type { ReadingTables } from './tables.ts';

type Column = ColumnOf<ReadingTables>;

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'readings.sentences',
    what: 'sentences that readers wrote about an application',
    why: 'They became the reasons in the letter.',
    promise: 'site.privacy.answers.is',
    columns: ['readings.sentence', 'readings.need_to_know'] satisfies Column[],
    held: heldIn('readings', sql`(h.sentence <> '' or h.need_to_know <> '')`),
    until: answersUntil,
    forget: async (tx, ids) => {
      await sql`update readings set sentence = '', need_to_know = '' where ${ofThem(ids)}`.execute(tx);
    },
  }),
  groupRule({
    name: 'translations.made',
    what: 'answers put into English',
    why: 'So that readers understand them.',
    promise: 'site.privacy.answers.is',
    columns: ['translations.english'] satisfies Column[],
    held: heldIn('translations'),
    until: answersUntil,
    forget: rowsGo('translations'),
  }),
  groupRule({
    name: 'worries.quiet',
    what: 'quiet worries',
    why: 'For the facilitator alone, to ask and to mend.',
    promise: 'site.privacy.notes.is',
    columns: ['worries.words', 'worries.outcome'] satisfies Column[],
    held: heldIn('worries'),
    until: reachUntil,
    forget: rowsGo('worries'),
  }),
  fundRule({
    name: 'readers.brought',
    what: 'strengths and limits that members told for reading, and the plans that were made from them (counted by fund)',
    why: 'To give each what they can read well.',
    promise: 'site.privacy.team.is',
    columns: [
      'reading_brings.hard_most',
      'reading_strengths.strength',
      'pile_plans.question',
      'pile_plans.answer',
    ] satisfies Column[],
    held: sql`exists (select 1 from reading_brings b where b.fund_id = f.id)
      or exists (select 1 from reading_strengths s where s.fund_id = f.id)
      or exists (select 1 from pile_plans p where p.fund_id = f.id and num_nonnulls(p.question, p.answer) > 0)`,
    forget: async (tx, ids) => {
      await sql`delete from reading_brings where fund_id = any(${[...ids]})`.execute(tx);
      await sql`delete from reading_strengths where fund_id = any(${[...ids]})`.execute(tx);
      await sql`update pile_plans set question = null, answer = null where fund_id = any(${[...ids]})`.execute(tx);
    },
  }),
];

const plan = 'ids, languages and loads: nobody by name';

export const stays = {
  'reading_words.criterion': 'a code of ours',
  'translations.question': 'the number of a question of ours; goes with the translation',
  'pile_plans.seed': plan,
  'pile_plans.let_go': plan,
  'pile_plans.goal': plan,
  'pile_plans.worker': 'which program works it out; a made-up name',
  'pile_plans.question_hash': plan,
  'pile_plan_pairs.reason': plan,
} satisfies Stays<ReadingTables>;
