/** A fund in the middle of its round, laid straight into the database so that a test can begin where it wants to. */
import { demoApplications } from '../demo/applications.ts';
import { loadFund, onDay } from '../demo/load.ts';
import type { ApplicationTables } from '../src/fund/applications/tables.ts';
import type { Person } from '../src/kernel/actors.ts';
import { newId } from '../src/kernel/ids.ts';
import { pounds } from '../src/kernel/money.ts';
import type { Db } from '../src/platform/db/pool.ts';

export type Round = {
  fundId: string;
  callId: string;
  /** By demo code: M01 to M12, S1 to S8. */
  person(code: string): Person;
  /** Application id by demo code such as DEMO-005. */
  application(code: string): string;
  codes: readonly string[];
};

const notThisFund = ['DEMO-021', 'DEMO-022', 'DEMO-024', 'DEMO-025'];

/**
 * Loads the demo fund and the applications. 'sent' leaves 39 received (028 a draft); 'standing' also settles intake:
 * 32 standing, four not for this fund, 026 and 027 set aside, 040 withdrawn.
 */
export async function layRound(
  db: Db,
  upTo: 'open' | 'sent' | 'standing' = 'standing',
  fundId = `fund-${newId().slice(0, 6)}`,
): Promise<Round> {
  const fund = await loadFund(db, { shift: 0, now: onDay('2025-01-06', 0), fundId, opened: true });
  const people = new Map<string, Person>();
  for (const each of fund.people) {
    people.set(each.code, {
      kind: 'person',
      personId: each.id,
      name: each.name,
      roles: [{ role: each.role, fundId: fund.fundId }],
    });
  }
  const ids = new Map<string, string>();
  const applications = upTo === 'open' ? [] : demoApplications();
  await db.transaction().execute(async (plain) => {
    const tx = plain.withTables<ApplicationTables & IntakeRows>();
    for (const [index, each] of applications.entries()) {
      const id = newId();
      ids.set(each.id, id);
      const sentAt = onDay(each.application.last_saved_or_sent_at, 0);
      await tx
        .insertInto('applications')
        .values({
          id,
          fund_id: fund.fundId,
          call_id: fund.callId,
          reference: `test word${index + 1}`,
          language: each.application.language,
          channel: 'web',
          started_at: sentAt,
        })
        .execute();
      const place = each.place.publish;
      const hideName = each.safety.publish_name === false;
      await tx
        .insertInto('safety_choices')
        .values({
          application_id: id,
          publish_name: !hideName,
          publish_place: place,
          hide_names_of_people: true,
          content_note: null,
          access_needs: null,
          keep_private: `${each.id} keeps this private`,
          knows_someone: null,
        })
        .execute();
      await tx
        .insertInto('contacts')
        .values({
          application_id: id,
          person_name: `Leader of ${each.id}`,
          email: `${each.id.toLowerCase()}@group.example`,
          phone: null,
          best_way: 'email',
          safe_times: null,
          safe_to_leave_message: null,
        })
        .execute();
      if (each.application.status_at_close === 'draft') continue;
      const answers = Object.fromEntries(
        Object.entries(each.answers).flatMap(([key, text]) =>
          text ? [[`Q${key.replace(/^q(\d+).*/, '$1')}`, { text }]] : [],
        ),
      );
      const budget = {
        lines: each.request.budget_lines.map((line) => ({ code: line.code, pence: pounds(line.gbp) })),
        asked: pounds(each.request.amount_gbp),
      };
      await tx
        .insertInto('submissions')
        .values({
          application_id: id,
          fund_id: fund.fundId,
          sent_at: sentAt,
          as_is: false,
          in_grace: each.application.status_at_close === 'late_grace',
          missing: [],
          question_set_version: '1',
          language: each.application.language,
          snapshot: JSON.stringify({ ...answers, Q12: budget }),
          group_name: each.organisation.name,
          shown_as: hideName ? `test word${index + 1}` : each.organisation.name,
          shown_place: place === 'town' ? each.place.town : place === 'region' ? each.place.nation_or_region : null,
          nation_or_region: each.place.nation_or_region,
          legal_form: each.organisation.legal_form,
          tier: each.request.tier,
          requested_pence: pounds(each.request.amount_gbp),
          sponsor_name: each.fiscal_sponsor?.name ?? null,
          sponsor_fee_pence: pounds(each.fiscal_sponsor?.fee_on_top_gbp ?? 0),
          led_by_lived_experience: each.organisation.leadership.includes('lived experience'),
          turnover_pence: pounds(each.organisation.turnover_last_year_gbp),
          year_started: each.organisation.year_started,
          months: each.request.months,
        })
        .execute();
      if (upTo !== 'standing') continue;
      const decided = onDay('2025-03-04', 0);
      if (each.application.status_at_close === 'withdrawn') {
        await tx.insertInto('withdrawals').values({ application_id: id, at: decided, keep_draft: true }).execute();
      } else if (each.id !== 'DEMO-026' && each.id !== 'DEMO-027') {
        await tx
          .insertInto('fit_decisions')
          .values({
            id: newId(),
            application_id: id,
            outcome: notThisFund.includes(each.id) ? 'not-this-fund' : 'fit',
            reason_code: null,
            words: '',
            after_reply: false,
            decided_at: decided,
            told_at: decided,
          })
          .execute();
      }
    }
    if (upTo === 'standing') {
      for (const aside of ['DEMO-026', 'DEMO-027']) {
        const [one = '', other = ''] = [ids.get('DEMO-001') ?? '', ids.get(aside) ?? ''].sort();
        const pair = newId();
        await tx
          .insertInto('likely_duplicates')
          .values({
            id: pair,
            fund_id: fund.fundId,
            one,
            other,
            signs: ['same name'],
            found_at: onDay('2025-02-26', 0),
          })
          .execute();
        await tx
          .insertInto('duplicate_settlements')
          .values({
            likely_duplicate_id: pair,
            kept: ids.get('DEMO-001') ?? '',
            set_aside: ids.get(aside) ?? '',
            group_asked: true,
            person_id: people.get('S1')?.personId ?? '',
            words: 'The group chose.',
            at: onDay('2025-03-01', 0),
          })
          .execute();
      }
    }
  });
  const get = <Value>(map: Map<string, Value>, key: string): Value => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`the demo has no ${key}`);
    return value;
  };
  return {
    fundId: fund.fundId,
    callId: fund.callId,
    person: (code) => get(people, code),
    application: (code) => get(ids, code),
    codes: [...ids.keys()],
  };
}

type IntakeRows = {
  fit_decisions: {
    id: string;
    application_id: string;
    outcome: string;
    reason_code: string | null;
    words: string;
    after_reply: boolean;
    decided_at: Date;
    told_at: Date | null;
  };
  likely_duplicates: { id: string; fund_id: string; one: string; other: string; signs: string[]; found_at: Date };
  duplicate_settlements: {
    likely_duplicate_id: string;
    kept: string | null;
    set_aside: string | null;
    group_asked: boolean;
    person_id: string;
    words: string;
    at: Date;
  };
};
