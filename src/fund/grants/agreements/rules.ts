/** The grant letter: what it says, in which parts the money comes, and what a group agrees to publish. */
import { z } from 'zod';
import { shiftDays } from '../../../kernel/instants.ts';
import { split } from '../../../kernel/money.ts';
import type { Problem } from '../../../kernel/outcomes.ts';
import { contentIn } from '../../../words/content.ts';
import { isLang, type Lang } from '../../../words/languages.ts';
import { tierOf } from '../../checks/rules.ts';
import type { Design } from '../../pool/design.ts';

const clause = z.object({ n: z.number(), title: z.string(), text: z.string() });
const part = z.object({ place: z.number(), pence: z.number(), feePence: z.number(), dueOn: z.coerce.date() });
const line = z.object({ code: z.string(), what: z.string().optional(), pence: z.number() });

/** The letter as it was made, kept word for word. */
const body = z.object({
  group: z.string(),
  host: z.string(),
  sponsor: z.string().nullable(),
  awardedPence: z.number(),
  feePence: z.number(),
  months: z.number(),
  purpose: z.string(),
  /** What the group wrote it would do, in its own words. */
  idea: z.string(),
  lines: z.array(line),
  /** What is still to do when the checks were clear with a plan. */
  plan: z.string(),
  parts: z.array(part),
  clauses: z.array(clause),
  /** The same clauses in other languages, as far as they are translated. */
  said: z.record(z.string(), z.array(clause)),
});

export type Letter = z.infer<typeof body>;
export type Clause = z.infer<typeof clause>;
export type Part = z.infer<typeof part>;

export function readLetter(kept: unknown): Letter {
  return body.parse(kept);
}

/** The parts a grant comes in: by the size's split, the first at once, the rest spread over its months. */
export function partsFor(
  design: Design,
  grant: { tier: string | null; pence: number; feePence: number; months: number | null },
  start: Date,
  zone: string,
): { months: number; parts: Part[] } {
  const tier = design.tiers[tierOf(design, grant.tier, grant.pence)];
  const months = grant.months ?? Math.max(...tier.months);
  const sums = split(grant.pence, tier.pay);
  const fees = split(grant.feePence, tier.pay);
  const daysBetween = (months * 365.25) / 12 / tier.pay.length;
  const parts = sums.map((pence, index) => ({
    place: index + 1,
    pence,
    feePence: fees[index] ?? 0,
    dueOn: index === 0 ? start : shiftDays(start, Math.round(index * daysBetween), zone),
  }));
  return { months, parts };
}

/** The clauses in each language the fund has translated in full. */
export function clausesIn(design: Design): { clauses: Clause[]; said: Record<string, Clause[]> } {
  const clauses = design.grant_agreement.clauses.map(({ n, title, text }) => ({ n, title, text }));
  const said: Record<string, Clause[]> = {};
  for (const lang of Object.keys(design.words)) {
    const own = design.words[lang] ?? {};
    if (!isLang(lang) || lang === 'en' || clauses.some(({ n }) => own[`clause.${n}.text`] === undefined)) continue;
    const content = contentIn(design.words, lang);
    said[lang] = clauses.map(({ n, title, text }) => ({
      n,
      title: content.text(`clause.${n}.title`, title),
      text: content.text(`clause.${n}.text`, text),
    }));
  }
  return { clauses, said };
}

const snapshot = z.object({
  Q6: z.object({ text: z.string() }).optional().catch(undefined),
  Q12: z
    .object({ lines: z.array(line).catch([]) })
    .optional()
    .catch(undefined),
});

/** The plan and the budget lines as the group sent them. */
export function planIn(sent: unknown): { idea: string; lines: Letter['lines'] } {
  const read = snapshot.safeParse(sent);
  if (!read.success) return { idea: '', lines: [] };
  return { idea: read.data.Q6?.text ?? '', lines: read.data.Q12?.lines ?? [] };
}

/** In which language the clauses show first, and whether English stands beside them. */
export function clausesFor(
  letter: Letter,
  lang: Lang,
): { clauses: readonly Clause[]; beside: readonly Clause[] | null } {
  const own = letter.said[lang];
  return own ? { clauses: own, beside: letter.clauses } : { clauses: letter.clauses, beside: null };
}

export const publishFields = ['name', 'place', 'amount', 'purpose'] as const;
export type PublishField = (typeof publishFields)[number];
export type Kept = { readonly name: boolean; readonly place: boolean };

/** What may be asked: a name or place that was asked to be kept private is not asked about again. */
export function mayBePublished(kept: Kept): readonly PublishField[] {
  return publishFields.filter((field) => !(field === 'name' && kept.name) && !(field === 'place' && kept.place));
}

/** Only a clear yes publishes; what was left open, or is kept private, stays private. */
export function readPublish(typed: (field: PublishField) => string, kept: Kept): ReadonlyMap<PublishField, boolean> {
  const asked = mayBePublished(kept);
  return new Map(publishFields.map((field) => [field, asked.includes(field) && typed(field) === 'yes']));
}

export function gapsInSigning(typed: { agree: string; signedAs: string }): Problem[] {
  return [
    ...(typed.signedAs.trim() === '' ? [{ field: 'signed_as', code: 'signed-as' }] : []),
    ...(typed.agree === 'yes' ? [] : [{ field: 'agree', code: 'agree' }]),
  ];
}
