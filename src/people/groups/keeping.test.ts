/** A group can count on the day we promised, whatever became of its application. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue } from '../../platform/keeping/rules.ts';
import { accountsUntil, answersUntil, bankUntil, type GroupDates, reachUntil } from './keeping.ts';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
const heard: GroupDates = {
  sentAt: on('2025-02-20'),
  closesAt: on('2025-02-25'),
  resultsAt: on('2025-04-30'),
  fundEndsAt: on('2028-05-31'),
  awardedAt: null,
  lastMoneyAt: null,
  waiting: false,
};

test('what was never sent goes ninety days after the call closes', () => {
  const draft = { ...heard, sentAt: null };
  assert.deepEqual([day(answersUntil(draft)), day(reachUntil(draft))], ['2025-05-26', '2025-05-26']);
});

test('a group that is not chosen is kept two years after everyone heard', () => {
  assert.deepEqual([day(answersUntil(heard)), day(reachUntil(heard))], ['2027-04-30', '2027-04-30']);
});

test('how to reach anyone never stays longer than the fund', () => {
  const short = { ...heard, fundEndsAt: on('2026-01-15') };
  assert.equal(day(reachUntil(short)), '2026-01-15');
  assert.equal(day(reachUntil({ ...short, awardedAt: on('2025-05-20') })), '2026-01-15');
  assert.equal(day(reachUntil({ ...short, waiting: true })), '2026-01-15');
});

test('a grant is kept with the accounts, its contact until the fund ends', () => {
  const grant = { ...heard, awardedAt: on('2025-05-20'), lastMoneyAt: on('2026-06-12') };
  assert.deepEqual(
    [day(answersUntil(grant)), day(bankUntil(grant)), day(reachUntil(grant))],
    ['2033-04-01', '2033-04-01', '2028-05-31'],
  );
});

test('accounts are kept six years after the money year ended, on whichever side of April the money left', () => {
  assert.equal(day(accountsUntil(on('2026-03-31'))), '2032-04-01');
  assert.equal(day(accountsUntil(on('2026-04-01'))), '2033-04-01');
});

test('bank details of a group that was promised nothing go with its contact', () => {
  assert.equal(day(bankUntil(heard)), day(reachUntil(heard)));
});

test('where nobody heard, the fund’s last day decides; where that is not known, no day does', () => {
  const silent = { ...heard, resultsAt: null };
  assert.equal(day(answersUntil(silent)), '2028-05-31');
  assert.equal(answersUntil({ ...silent, fundEndsAt: null }), null);
  assert.equal(reachUntil({ ...silent, fundEndsAt: null }), null);
  assert.equal(answersUntil({ ...heard, waiting: true, fundEndsAt: null }), null);
});

test('a chosen group that waits for its grant is not forgotten before the fund ends', () => {
  assert.equal(day(answersUntil({ ...heard, waiting: true })), '2028-05-31');
});

test('a thing goes on its day, at any hour, and not the day before', () => {
  assert.equal(isDue(new Date('2027-04-30T22:00:00Z'), new Date('2027-04-30T00:00:01Z')), true);
  assert.equal(isDue(new Date('2027-04-30T00:00:00Z'), new Date('2027-04-29T23:59:59Z')), false);
  assert.equal(isDue(null, new Date('2099-01-01T00:00:00Z')), false);
});
