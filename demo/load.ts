/** Puts the demo fund into an empty database: pool, timeline, call, people and roles. Rounds are played, not loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { OpeningTables } from '../src/fund/calls/opening/tables.ts';
import { setUp } from '../src/fund/calls/setting-up/actions.ts';
import { checkFund } from '../src/fund/calls/setting-up/check.ts';
import { planOf } from '../src/fund/calls/setting-up/plan.ts';
import type { ReadingTables } from '../src/fund/reading/tables.ts';
import { newId } from '../src/kernel/ids.ts';
import { instantOf, shiftDays } from '../src/kernel/instants.ts';
import type { AccountTables } from '../src/people/accounts/tables.ts';
import { recordEvent } from '../src/platform/audit/record.ts';
import type { Db, Tx } from '../src/platform/db/pool.ts';
import { projectRoot } from '../src/platform/root.ts';
import type { Work } from '../src/platform/work.ts';
import { type DemoPerson, demoPeople } from './people.ts';

export const zone = 'Europe/London';
const contribution = z.looseObject({ funder: z.string(), restriction: z.string() });
const fileShape = z.looseObject({
  fund: z.looseObject({ name: z.string(), fiscal_host: z.looseObject({ name: z.string() }) }),
  pool: z.looseObject({ contributions: z.array(contribution) }),
  timeline: z.array(z.looseObject({ id: z.string() })),
  sample_slice: z.object({ envelope_gbp: z.number() }),
});
type DemoFile = z.infer<typeof fileShape>;

export function readFundFile(): { file: DemoFile; raw: Record<string, unknown> } {
  const raw: unknown = parse(readFileSync(join(projectRoot, 'demo/fund.yaml'), 'utf8'), { schema: 'core' });
  const file = fileShape.parse(raw);
  return { file, raw: file };
}

/** The fund's own words in other languages: one file a language, beside this one. */
export function wordsOfTheFund(): Record<string, Record<string, string>> {
  const folder = join(projectRoot, 'demo');
  return Object.fromEntries(
    readdirSync(folder).flatMap((file) => {
      const language = /^words-(\w+)\.json$/.exec(file)?.[1];
      return language ? [[language, JSON.parse(readFileSync(join(folder, file), 'utf8'))]] : [];
    }),
  );
}

/** What readers of the demo file are told in brackets and sentences, as the codes that a real fund file has. */
function asFundFile(file: DemoFile, fundId: string): Record<string, unknown> {
  const { fund, pool } = file;
  const host = fund.fiscal_host;
  return {
    ...file,
    fund: {
      ...fund,
      id: fundId,
      name: fund.name.replace(' (demo)', ''),
      fiscal_host: { ...host, name: host.name.replace(' (demo host)', '') },
    },
    pool: {
      ...pool,
      round_pot_gbp: file.sample_slice.envelope_gbp,
      contributions: pool.contributions.map((each) => ({
        ...each,
        funder: each.funder.replace(/ \(demo.*\)$/, ''),
        ...(each.restriction === 'none' ? {} : { restriction_words: each.restriction.replace('Restricted: ', '') }),
        restriction:
          each.restriction === 'none'
            ? 'none'
            : each.restriction.includes('learning')
              ? 'learning-only'
              : 'charities-only',
      })),
    },
    words: wordsOfTheFund(),
  };
}

/** The work of the loader: it acts for nobody, and nothing of it happens later. */
function loading(tx: Tx, now: Date): Work {
  const actor = { kind: 'system', job: 'demo.load' } as const;
  return {
    tx,
    actor,
    now,
    record: (kind, subject, data = {}, fundId) => recordEvent(tx, { at: now, actor, kind, subject, data, fundId }),
    enqueue: async () => undefined,
  };
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
  const fundId = options.fundId ?? 'long-table';
  const { file, mistakes } = checkFund(asFundFile(readFundFile().file, fundId), onDay('2025-01-06', 0));
  if (file === null) throw new Error(`the demo fund has mistakes: ${JSON.stringify(mistakes)}`);
  const plan = planOf(file, (at) => shiftDays(at, options.shift, zone));
  const people = demoPeople.map((person) => ({ ...person, id: newId() }));
  return db.transaction().execute(async (plain) => {
    const outcome = await setUp(loading(plain, options.now), plan);
    if (!('done' in outcome)) throw new Error('the demo fund is there already');
    const { callId } = outcome.done;
    const tx = plain.withTables<OpeningTables & AccountTables & ReadingTables>();
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
    return { fundId, callId, people };
  });
}
