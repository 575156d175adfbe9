/** A published award passes the package's gate once more, and every form of the file says the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FileKind, readGrants, report, writeGrants } from '../../../packages/360giving/src/index.ts';
import type { AwardRow } from '../awards/rules.ts';
import { openDataOf } from './giving.ts';

const now = Date.parse('2025-06-10T12:00:00Z');
const at = new Date('2025-05-21T10:00:00Z');
const long = { id: 'long-table', name: 'Long Table', hostName: 'Hazelbridge Dialogue', zone: 'Europe/London' };
const short = { ...long, id: 'short-table', name: 'Short Table' };
const row = (more: Partial<AwardRow>): AwardRow => ({
  application_id: 'a1',
  fund_id: 'long-table',
  awarded_pence: 1_480_000,
  approved_at: new Date('2025-05-20T23:30:00Z'),
  signed_at: at,
  shown_as: 'Kitchen of Many',
  shown_place: 'Leeds',
  nation_or_region: 'Yorkshire and the Humber',
  legal_form: 'unconstituted',
  tier: 'seed',
  months: 12,
  name_is_safe: true,
  safe_place: 'town',
  name_yes: true,
  place_yes: true,
  amount_yes: true,
  purpose_yes: true,
  chosen_at: at,
  purpose: 'To grow leaders among people who cook for their neighbours.',
  ...more,
});
const origin = 'https://fund.example';
const published = (...rows: AwardRow[]) => openDataOf(rows, [long, short], origin);

test('json, xlsx and csv hold the same grants, without an error and without a finding on accuracy', async () => {
  const { data, held } = published(row({}), row({ application_id: 'b2', fund_id: 'short-table', shown_as: 'Choir' }));
  assert.deepEqual(held, []);
  assert.equal(data.grants.length, 2);
  assert.equal(
    data.grants.find((grant) => grant.amountAwarded === 14_800)?.awardDate,
    '2025-05-21',
    'the day in London',
  );
  for (const kind of ['json', 'xlsx', 'csv'] satisfies FileKind[]) {
    const file = await readGrants(await writeGrants(data, kind));
    assert.deepEqual(file.data.grants, data.grants, kind);
    const found = report(file, now);
    assert.deepEqual([found.grants, found.valid, found.schemaErrors, found.codelistErrors], [2, 2, [], []], kind);
    assert.deepEqual(
      found.checks.filter((check) => check.kind === 'accuracy'),
      [],
      kind,
    );
  }
});

test('a name that is also a telephone number or an address is held back, and the reason is kept', () => {
  const { data, held } = published(row({ shown_as: 'Ring 07700 900123' }));
  assert.deepEqual(data.grants, []);
  assert.deepEqual(held[0]?.because, [{ reason: 'contactDetails', field: 'recipient name' }]);
});

test('what a group did not agree to is in no form of the file', () => {
  const { data } = published(
    row({ place_yes: false, purpose_yes: false }),
    row({ application_id: 'b2', amount_yes: false, shown_as: 'Choir' }),
    row({ application_id: 'c3', name_is_safe: false, shown_as: 'Hidden Ones' }),
  );
  const text = JSON.stringify(data);
  assert.equal(data.grants.length, 1);
  for (const hidden of ['Leeds', 'Yorkshire', 'cook', 'Choir', 'Hidden Ones'])
    assert.ok(!text.includes(hidden), hidden);
});

test('the same awards make the same file, whatever order they come in, and no address of ours is in it', () => {
  const rows = [row({}), row({ application_id: 'b2', shown_as: 'Choir' })];
  const [one, other] = [published(...rows).data, published(...rows.toReversed()).data];
  assert.equal(JSON.stringify(one), JSON.stringify(other));
  assert.equal(one.modified, at.toISOString());
  assert.ok(!/"(a1|b2)"/.test(JSON.stringify(one)));
});
