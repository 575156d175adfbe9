/** Puts the demo fund into an empty database: pool, timeline, call, people and roles. Rounds are played, not loaded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { OpeningTables } from '../src/fund/calls/opening/tables.ts';
import type { CallTables } from '../src/fund/calls/tables.ts';
import { readDesign } from '../src/fund/pool/design.ts';
import type { PoolTables } from '../src/fund/pool/tables.ts';
import type { ReadingTables } from '../src/fund/reading/tables.ts';
import { newId } from '../src/kernel/ids.ts';
import { instantOf, shiftDays } from '../src/kernel/instants.ts';
import { pounds } from '../src/kernel/money.ts';
import type { AccountTables } from '../src/people/accounts/tables.ts';
import type { Db } from '../src/platform/db/pool.ts';
import { projectRoot } from '../src/platform/root.ts';
import { type DemoPerson, demoPeople } from './people.ts';

export const zone = 'Europe/London';
const yamlDate = z.string();
const fileShape = z.object({
  fund: z.object({ id: z.string(), name: z.string(), fiscal_host: z.object({ name: z.string() }) }),
  pool: z.object({
    total_gbp: z.number(),
    contributions: z.array(
      z.object({
        id: z.string(),
        funder: z.string(),
        amount_gbp: z.number(),
        restriction: z.string(),
        preference_not_binding: z.string().optional(),
      }),
    ),
    budget: z.object({ grants: z.object({ total_gbp: z.number() }) }),
  }),
  timeline: z.array(
    z.object({
      id: z.string(),
      phase: z.string(),
      what: z.string(),
      start: yamlDate.optional(),
      end: yamlDate.optional(),
      dates: z.array(yamlDate).optional(),
      grace_hours_unadvertised: z.number().optional(),
    }),
  ),
  sample_slice: z.object({ envelope_gbp: z.number() }),
});

export function readFundFile(): { file: z.infer<typeof fileShape>; raw: Record<string, unknown> } {
  const raw = parse(readFileSync(join(projectRoot, 'demo/fund.yaml'), 'utf8'), { schema: 'core' }) as Record<
    string,
    unknown
  >;
  return { file: fileShape.parse(raw), raw };
}

function wordsOfTheFund(): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  try {
    words.ar = JSON.parse(readFileSync(join(projectRoot, 'demo/words-ar.json'), 'utf8')) as Record<string, string>;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
  }
  return words;
}

/** The instant of a day written in the fund file, moved by whole days so that 5pm stays 5pm. */
export function onDay(wall: string, shift: number): Date {
  return shiftDays(instantOf(wall, zone), shift, zone);
}

export type LoadedFund = { fundId: string; callId: string; people: readonly (DemoPerson & { id: string })[] };

/**
 * `shift` is in whole days and moves every date of the fund; the call is planned, and `opened` at once only where a test
 * begins later. Throws when the fund is already there.
 */
export async function loadFund(
  db: Db,
  options: { shift: number; now: Date; fundId?: string; opened?: boolean },
): Promise<LoadedFund> {
  const { file, raw } = readFundFile();
  const design = readDesign({ ...raw, words: wordsOfTheFund() });
  const fundId = options.fundId ?? 'long-table';
  const callId = newId();
  const people = demoPeople.map((person) => ({ ...person, id: newId() }));
  await db.transaction().execute(async (plain) => {
    const tx = plain.withTables<PoolTables & CallTables & OpeningTables & AccountTables & ReadingTables>();
    await tx
      .insertInto('funds')
      .values({
        id: fundId,
        name: file.fund.name.replace(' (demo)', ''),
        host_name: file.fund.fiscal_host.name.replace(' (demo host)', ''),
        currency: 'GBP',
        zone,
        total_pence: pounds(file.pool.total_gbp),
        grants_pence: pounds(file.pool.budget.grants.total_gbp),
        pot_pence: pounds(file.sample_slice.envelope_gbp),
        synthetic: true,
        design: JSON.stringify(design),
        made_at: options.now,
      })
      .execute();
    for (const each of file.pool.contributions) {
      await tx
        .insertInto('contributions')
        .values({
          id: newId(),
          fund_id: fundId,
          code: each.id,
          funder: each.funder.replace(/ \(demo.*\)$/, ''),
          pence: pounds(each.amount_gbp),
          restriction:
            each.restriction === 'none'
              ? 'none'
              : each.restriction.includes('learning')
                ? 'learning-only'
                : 'charities-only',
          restriction_words: each.restriction === 'none' ? null : each.restriction.replace('Restricted: ', ''),
          hope: each.preference_not_binding ?? null,
        })
        .execute();
    }
    for (const [place, step] of file.timeline.entries()) {
      const start = step.start ?? step.dates?.[0] ?? step.end ?? '';
      const end = step.end ?? step.dates?.at(-1) ?? start;
      await tx
        .insertInto('timeline_steps')
        .values({
          fund_id: fundId,
          code: step.id,
          place,
          phase: step.phase,
          what: step.what,
          starts_at: onDay(start, options.shift),
          ends_at: onDay(end.length === 10 ? `${end}T23:59` : end, options.shift),
        })
        .execute();
    }
    const call = file.timeline.find((step) => step.grace_hours_unadvertised !== undefined);
    if (!call?.start || !call.end) throw new Error('the fund file has no open call');
    await tx
      .insertInto('calls')
      .values({
        id: callId,
        fund_id: fundId,
        opens_at: onDay(call.start, options.shift),
        closes_at: onDay(call.end, options.shift),
        grace_hours: call.grace_hours_unadvertised ?? 24,
        languages: design.fund.languages.interface_and_pack,
        question_set_version: '1',
      })
      .execute();
    if (options.opened) {
      await tx.insertInto('call_openings').values({ call_id: callId, opened_at: options.now }).execute();
    }
    for (const person of people) {
      await tx
        .insertInto('people')
        .values({
          id: person.id,
          name: person.name,
          email: person.email,
          language: 'en',
          shown_as: person.shownAs,
          demo_code: person.code,
          made_at: options.now,
        })
        .execute();
      await tx
        .insertInto('roles')
        .values({
          id: newId(),
          fund_id: fundId,
          person_id: person.id,
          role: person.role,
          granted_at: options.now,
          ended_at: null,
        })
        .execute();
      if (person.role === 'member') {
        await tx
          .insertInto('member_languages')
          .values(person.languages.map((language) => ({ person_id: person.id, language })))
          .execute();
      }
    }
  });
  return { fundId, callId, people };
}
