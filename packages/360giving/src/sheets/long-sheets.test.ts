import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeGrants } from '../convert.ts';
import { readGrants } from '../read.ts';
import { goodGrant } from '../sample.ts';
import { validate } from '../validate.ts';

/** One more than the official tool accepts. */
const ROWS = 50_001;

const KEPT = [
  'title',
  'description',
  'currency',
  'amountAwarded',
  'awardDate',
  'fundingOrganization',
  'recipientOrganization',
];
const required = Object.fromEntries(Object.entries(goodGrant()).filter(([key]) => KEPT.includes(key)));

test('a sheet of more than 50,000 rows is written and read like any other', async () => {
  const grants = Array.from({ length: ROWS }, (_, at) => ({
    ...required,
    id: `360G-lantern-${at}`,
  }));
  const read = await readGrants(await writeGrants({ grants }, 'xlsx'));
  assert.equal(read.data.grants.length, ROWS);
  assert.deepEqual(read.data.grants.at(-1), grants.at(-1));
  assert.equal(validate(read.data).valid, ROWS);
  assert.equal(read.origins?.cellOf(ROWS - 1, '/id'), 'grants!A50002');
});
