/** A group can count on the day we promised, whatever became of its application. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue, yearsAfter } from '../../platform/keeping/rules.ts';
import { accountsUntil, answersUntil, bankUntil, fundOverAt, type GroupDates, reachUntil } from './keeping.ts';

const on = (day: string) => new Date(`${day}T10:00:00Z`);
const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
const heard: GroupDates = {
  sentAt: on('2025-02-20'),
  closesAt: on('2025-02-25'),
  resultsAt: on('2025-04-30'),
  heardAt: on('2025-04-30'),
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

const silent = { ...heard, resultsAt: null, heardAt: null };

test('nothing of a group goes before it has heard, however late the fund runs', () => {
  for (const fundEndsAt of [on('2025-03-01'), on('2025-04-30'), on('2025-12-31')]) {
    const late = { ...silent, fundEndsAt };
    const twoYears = day(yearsAfter(fundEndsAt, 2));
    assert.deepEqual(
      [answersUntil, reachUntil, bankUntil].map((until) => day(until(late))),
      Array(3).fill(twoYears),
    );
  }
});

test('where nobody ever hears, two years after the last step or the closing it goes all the same', () => {
  assert.equal(day(answersUntil(silent)), '2030-05-31');
  assert.equal(day(reachUntil({ ...silent, fundEndsAt: on('2025-01-31') })), '2027-02-25');
  assert.equal(answersUntil({ ...silent, fundEndsAt: null }), null);
  assert.equal(reachUntil({ ...silent, fundEndsAt: null }), null);
  assert.equal(answersUntil({ ...heard, waiting: true, fundEndsAt: null }), null);
});

test('a group can be reached for ninety days after it heard, also when the fund has passed its last step', () => {
  for (const fundEndsAt of [on('2025-03-01'), on('2025-04-30')])
    assert.equal(day(reachUntil({ ...heard, fundEndsAt })), '2025-07-29');
  const short = { ...heard, fundEndsAt: on('2025-05-01') };
  assert.equal(day(reachUntil({ ...short, heardAt: on('2025-09-02') })), '2025-12-01', 'the board said no later');
  const years = { ...heard, heardAt: on('2027-04-20') };
  assert.deepEqual([day(answersUntil(years)), day(reachUntil(years))], ['2027-07-19', '2027-07-19']);
});

test('a group that waits for its first answer or for its grant is not forgotten in the meantime', () => {
  const waiting = { ...heard, waiting: true };
  assert.deepEqual([day(answersUntil(waiting)), day(reachUntil(waiting))], ['2030-05-31', '2030-05-31']);
  const late = { ...waiting, fundEndsAt: on('2025-04-01') };
  assert.deepEqual([day(answersUntil(late)), day(reachUntil(late))], ['2027-04-30', '2027-04-30']);
});

test('a group can be reached until its money has come, also after the fund’s last step', () => {
  const grant = { ...heard, awardedAt: on('2025-05-20'), lastMoneyAt: on('2028-06-12') };
  assert.equal(day(reachUntil(grant)), '2028-09-10');
  assert.equal(day(reachUntil({ ...grant, lastMoneyAt: null, fundEndsAt: on('2025-05-20') })), '2025-08-18');
});

test('what members told for a round stays until everyone has heard, and not for ever', () => {
  const ends = (resultsAt: Date | null, fundEndsAt: Date | null = on('2025-04-30')) =>
    day(fundOverAt({ closesAt: on('2025-02-25'), fundEndsAt, heardAt: resultsAt }));
  assert.equal(ends(null), '2027-04-30');
  assert.equal(ends(on('2025-06-10')), '2025-09-08');
  assert.equal(ends(on('2025-04-30'), on('2028-05-31')), '2028-05-31');
  assert.equal(ends(null, null), null);
});

test('a thing goes on its day, at any hour, and not the day before', () => {
  assert.equal(isDue(new Date('2027-04-30T22:00:00Z'), new Date('2027-04-30T00:00:01Z')), true);
  assert.equal(isDue(new Date('2027-04-30T00:00:00Z'), new Date('2027-04-29T23:59:59Z')), false);
  assert.equal(isDue(null, new Date('2099-01-01T00:00:00Z')), false);
});
