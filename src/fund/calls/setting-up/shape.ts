/** What a fund file holds beside the design: the fund's name, who gave how much, the days, and what this round may award. */
import { z } from 'zod';
import { design } from '../../pool/design.ts';

const text = z.string();

const contribution = z.object({
  id: text,
  funder: text,
  amount_gbp: z.number(),
  restriction: z.enum(['none', 'charities-only', 'learning-only']),
  /** For people: what this money may pay for. */
  restriction_words: text.optional(),
  preference_not_binding: text.optional(),
});

const step = z.object({
  id: text,
  phase: text,
  what: text,
  start: text.optional(),
  end: text.optional(),
  dates: z.array(text).optional(),
  /** The open call is the one step that has it. */
  grace_hours_unadvertised: z.number().optional(),
});

const { fund, pool, calendar_care: care } = design.shape;

export const fundFile = design.extend({
  synthetic: z.boolean().default(false),
  currency: z.literal('GBP').default('GBP'),
  zone: text.default('Europe/London'),
  fund: fund.extend({ id: text, name: text }),
  pool: pool.extend({
    total_gbp: z.number(),
    /** What this round may award in all. */
    round_pot_gbp: z.number(),
    contributions: z.array(contribution),
    budget: pool.shape.budget.extend({ grants: z.object({ total_gbp: z.number() }) }),
  }),
  calendar_care: z.array(care.element.extend({ start: text.optional(), end: text.optional() })),
  timeline: z.array(step),
});

export type FundFile = z.infer<typeof fundFile>;
export type Step = z.infer<typeof step>;
export type Part = keyof FundFile;
export const parts = Object.keys(fundFile.shape) as Part[];
