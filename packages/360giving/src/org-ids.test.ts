import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasKnownPrefix, orgIdFor, orgIdProblem, splitOrgId } from './org-ids.ts';

test('identifiers as real files write them pass', () => {
  for (const id of [
    'GB-CHC-1126147',
    'GB-SC-SC047169',
    'GB-NIC-103772',
    'GB-COH-08253562',
    'GB-COH-IP28755R',
    'GB-COH-RC000659',
    'GB-EDU-125554',
    'XI-LEI-724500PMK2A2M1SQQ228',
    '360G-lantern-org-7',
  ]) {
    assert.equal(orgIdProblem(id), null, id);
  }
});

test('the usual slips come back with the identifier that was meant', () => {
  const cases: [string, string | null][] = [
    ['GB-COH-8253562', 'GB-COH-08253562'],
    ['GB-CHC-SC012345', 'GB-SC-SC012345'],
    ['GB-SC-47169', 'GB-SC-SC047169'],
    ['GB-NIC-NIC103772', 'GB-NIC-103772'],
    ['GB-CHC-\n1105625', 'GB-CHC-1105625'],
    ['GB-CHC-TBC', null],
  ];
  for (const [id, mended] of cases) {
    const problem = orgIdProblem(id);
    assert.equal(problem?.problem, 'form', id);
    assert.equal(problem?.problem === 'form' ? problem.mended : '', mended);
  }
});

test('lists that are unknown or closed are named', () => {
  assert.deepEqual(orgIdProblem('RUBBISH-COH-RC000000'), { problem: 'unknownList' });
  assert.deepEqual(orgIdProblem('GB-GOVUK-home-office'), { problem: 'deprecatedList', list: 'GB-GOVUK' });
  assert.deepEqual(splitOrgId('gb-chc-1'), { list: 'GB-CHC', number: '1' });
  assert.equal(hasKnownPrefix('GB-323242-test'), false);
  assert.equal(hasKnownPrefix('gb-coh-x'), true);
  assert.equal(hasKnownPrefix('360g-anything'), true);
});

test('a charity number goes before a company number, and either before our own', () => {
  assert.equal(orgIdFor({ charity: ' 1126147', company: '8253562', own: 'x' }), 'GB-CHC-1126147');
  assert.equal(orgIdFor({ charity: 'sc047169', own: 'x' }), 'GB-SC-SC047169');
  assert.equal(orgIdFor({ company: '8253562', own: 'x' }), 'GB-COH-08253562');
  assert.equal(orgIdFor({ charity: 'TBC', company: null, own: '360G-lantern-org-7' }), '360G-lantern-org-7');
});
