/** The parameters the group agreed, as kept with the fund: who may apply, what is looked for, what is asked and checked. */
import { z } from 'zod';

const text = z.string();
const anchor = z.object({ '0': text, '1': text, '2': text, '3': text });

export const eligibilityQuestion = z.object({
  id: text,
  ask: text,
  help: text.optional(),
  note: text.optional(),
  options: z.array(text),
  yes_if: z.array(text).optional(),
  talk_if: z.array(text).optional(),
  no_if: z.array(text).optional(),
  no_message: text.optional(),
  informational: z.boolean().optional(),
});

export const formQuestion = z.object({
  id: text,
  key: text.optional(),
  section: text,
  ask: text,
  type: z.enum(['contact', 'choice', 'place_and_languages', 'text_or_audio', 'budget_table', 'mixed']),
  options: z.array(text).optional(),
  fields: z.array(text).optional(),
  publish_choice: z.array(text).optional(),
  follow_up: text.optional(),
  help: text.optional(),
  max_words: z.number().optional(),
  criteria: z.array(text).optional(),
  required: z.boolean().optional(),
  optional: z.boolean().optional(),
  shared_with_readers: z.boolean().optional(),
});

const tier = z.object({
  label: text,
  min_gbp: z.number(),
  max_gbp: z.number(),
  months: z.array(z.number()),
  for: text,
  legal_form: text,
  pay: z.array(z.number()),
});

// People are asked what they can read, never what they are: not about papers, status or where they come from.
const neverAsked = /\b(status|national|citizen|passport|papers?|visas?|permits?|asylum|refugees?|migrants?|country)/i;
const reading = z
  .object({
    strengths: z.array(
      z.object({ id: text, label: text.refine((label) => !neverAsked.test(label), 'asks what a person is') }),
    ),
    coverage: z.array(
      z.object({
        strength: text,
        where: z.object({ tier: z.array(z.enum(['seed', 'grow', 'weave'])).optional(), led: z.boolean().optional() }),
        at_least: z.int().min(1).default(1),
      }),
    ),
    /** The most applications with a note before them that anyone is given. */
    hard_most: z.int().min(0),
  })
  .refine(({ strengths, coverage }) => coverage.every((rule) => strengths.some(({ id }) => id === rule.strength)), {
    message: 'wants a strength that nobody is asked about',
  });

export const design = z.object({
  fund: z.object({
    strapline: text,
    plain_summary: text,
    programme: z.object({ name: text }),
    fiscal_host: z.object({
      name: text,
      board_may: z.array(text),
      refusal_grounds: z.array(text),
      board_may_not: z.array(text),
    }),
    languages: z.object({ interface_and_pack: z.array(text) }),
  }),
  pool: z.object({
    split: z.object({ grants_pct: z.number(), participation_learning_insight_pct: z.number() }),
    budget: z.object({
      participation_learning_insight: z.object({
        lines: z.array(z.object({ id: text, label: text, gbp: z.number() })),
      }),
    }),
  }),
  capacity_model: z.object({
    expected_applications: z.number(),
    reading_minutes_each: z.number(),
    readers_per_application: z.number(),
    members: z.number(),
    reading_hours_per_member: z.number(),
  }),
  /** What members may say they bring, and who wants it; without it only languages count. */
  reading: reading.optional(),
  reserve_list: z.object({ size: z.number(), told: text }),
  tiers: z.object({ seed: tier, grow: tier, weave: tier, rules: z.array(text) }),
  eligibility: z.object({ questions: z.array(eligibilityQuestion), never_asked: z.array(text) }),
  criteria: z.object({
    scale: z.object({ points: z.array(z.object({ value: z.number(), label: text, say: text })) }),
    items: z.array(
      z.object({ id: text, weight: z.number(), name: text, question: text, anchors: anchor, guard: text.optional() }),
    ),
    readers_per_application: z.number(),
    portfolio_aims: z.array(z.object({ id: text, aim: text })),
  }),
  conflicts: z.object({
    levels: z.array(z.object({ level: z.number(), name: text, examples: z.array(text).optional() })),
    minimum_free_members_to_decide: z.number(),
  }),
  co_creation_group: z.object({ size: z.number(), agreement: z.array(text) }),
  application_form: z.object({ promise: text, questions: z.array(formQuestion) }),
  budget_template: z.object({
    lines: z.array(z.object({ code: text, label: text, guide: text.optional(), on_top: z.boolean().optional() })),
  }),
  due_diligence: z.object({
    principle: text,
    items: z.array(
      z.object({
        id: text,
        check: text,
        seed: text.optional(),
        grow: text.optional(),
        weave: text.optional(),
        applies_if: text.optional(),
        method: text.optional(),
        caution: text.optional(),
        note: text.optional(),
        we_look_up: z.array(text).optional(),
      }),
    ),
    never_asked: z.array(text),
    time_limit_days: z.number(),
  }),
  grant_agreement: z.object({ clauses: z.array(z.object({ n: z.number(), title: text, text })) }),
  /** Days to plan around; with dates, the page of the call warns when it would close on them. */
  calendar_care: z.array(z.object({ what: text, effect: text, start: text.optional(), end: text.optional() })),
  /** Translations of the fund's own words: language, then key such as "Q6.ask". */
  words: z.record(text, z.record(text, text)).default({}),
  /** Who to ring; shown at the foot of every page. */
  help: z.object({ person: text, phone: text }),
});

export type Design = z.infer<typeof design>;
export type EligibilityQuestion = z.infer<typeof eligibilityQuestion>;
export type FormQuestion = z.infer<typeof formQuestion>;
export type Tier = 'seed' | 'grow' | 'weave';
export const tierNames: readonly Tier[] = ['seed', 'grow', 'weave'];

/** Reads a design; throws with the path of what is missing. */
export function readDesign(given: unknown): Design {
  return design.parse(given);
}
