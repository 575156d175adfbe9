/** The forty demo applications as a loader or a walkthrough may know them: what a group would type, never the ground truth. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../src/platform/root.ts';

const answersShape = z.object({
  q6_plan: z.string().nullish(),
  q7_power: z.string().nullish(),
  q8_fair_leadership: z.string().nullish(),
  q9_bigger_picture: z.string().nullish(),
  q10_care: z.string().nullish(),
});

const applicationShape = z.object({
  id: z.string(),
  organisation: z.object({
    name: z.string(),
    kind: z.string(),
    legal_form: z.string(),
    leadership: z.string(),
    year_started: z.number(),
    turnover_last_year_gbp: z.number(),
  }),
  place: z.object({ town: z.string(), nation_or_region: z.string(), publish: z.enum(['town', 'region', 'hidden']) }),
  languages_of_work: z.array(z.string()),
  fiscal_sponsor: z.object({ name: z.string(), fee_pct: z.number(), fee_on_top_gbp: z.number() }).nullable(),
  partners: z.array(z.string()),
  request: z.object({
    tier: z.enum(['seed', 'grow', 'weave']).nullable(),
    amount_gbp: z.number(),
    months: z.number().nullable(),
    budget_lines: z.array(z.object({ code: z.string(), gbp: z.number() })),
  }),
  application: z.object({
    channel: z.string(),
    language: z.string(),
    status_at_close: z.enum(['submitted', 'draft', 'late_grace', 'late', 'withdrawn']),
    last_saved_or_sent_at: z.string(),
  }),
  answers: answersShape,
  answers_english: answersShape.nullable(),
  q11_links: z.string().nullish(),
  safety: z.object({
    publish_name: z.boolean().optional(),
    publish_place: z.union([z.boolean(), z.string()]).optional(),
    hide_names_of_people: z.boolean().optional(),
    contact: z.string().optional(),
  }),
  access_needs: z.array(z.string()),
});
export type DemoApplication = z.infer<typeof applicationShape>;

const truthShape = z.object({
  id: z.string(),
  true_connections: z.array(z.object({ member: z.string(), level: z.number(), why: z.string().optional() })),
});
export type DemoTruth = z.infer<typeof truthShape>;

function records(): unknown[] {
  return (JSON.parse(readFileSync(join(projectRoot, 'demo/applications.json'), 'utf8')) as { applications: unknown[] })
    .applications;
}

export function demoApplications(): DemoApplication[] {
  return records().map((each) => applicationShape.parse(each));
}

/** What people know of themselves and would say: the walkthrough acts it out as their own declarations. */
export function demoTruth(): DemoTruth[] {
  return records().map((each) => truthShape.parse(each));
}
