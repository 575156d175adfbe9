/** Bank details are taken as people write them, and only finance rings them back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayRing, readBank } from './rules.ts';

const typed = { accountName: ' Tamarind ', sortCode: '01-02 03', accountNumber: '1234 5678', holder: '' };

test('dashes, spaces and Arabic or Persian digits are read', () => {
  assert.deepEqual(readBank(typed, false), {
    bank: { accountName: 'Tamarind', sortCode: '010203', accountNumber: '12345678', holder: 'own' },
  });
  const eastern = readBank({ ...typed, sortCode: '٠١٠٢٠٣', accountNumber: '۱۲۳۴۵۶۷۸' }, false);
  assert.ok('bank' in eastern && eastern.bank.sortCode === '010203' && eastern.bank.accountNumber === '12345678');
});

test('what needs another look is named, box by box', () => {
  const read = readBank({ accountName: ' ', sortCode: '0102', accountNumber: '1234567', holder: '' }, true);
  assert.ok('problems' in read);
  const fields = read.problems.map((each) => each.field);
  assert.deepEqual(fields, ['account_name', 'sort_code', 'account_number', 'holder']);
});

test('a group without a sponsor cannot send its money to one', () => {
  const read = readBank({ ...typed, holder: 'sponsor' }, false);
  assert.ok('bank' in read && read.bank.holder === 'own');
});

test('only a finance officer of this fund rings back', () => {
  const person = (role: 'finance' | 'programme', fundId: string) =>
    ({ kind: 'person', personId: 'p', name: 'P', roles: [{ role, fundId }] }) as const;
  assert.equal(mayRing(person('finance', 'a'), 'a').yes, true);
  assert.equal(mayRing(person('programme', 'a'), 'a').yes, false);
  assert.equal(mayRing(person('finance', 'b'), 'a').yes, false);
});
