import assert from 'node:assert/strict';
import { test } from 'node:test';
import { committeeRows } from './committees.ts';
import { sharedFolder } from './data-folder.ts';
import { pabulibRows } from './pabulib.ts';
import { rankedRows } from './ranked.ts';
import type { Row } from './row.ts';

const cases: readonly [string, (shared: string) => Row[], number][] = [
  [
    'smaller real elections come out as pabutools and their cities computed them',
    (shared) => pabulibRows(shared, true),
    90,
  ],
  ['small committees come out with every tied outcome that is known', committeeRows, 100],
  ['ranked ballots come out as known', rankedRows, 13],
];

for (const [name, rows, least] of cases)
  test(name, (t) => {
    const shared = sharedFolder();
    if (!shared) return t.skip('the shared data is not beside the checkout');
    const all = rows(shared);
    assert.ok(all.length >= least, `${all.length} rows`);
    assert.deepEqual(
      all.filter((r) => !r.ok).map((r) => r.id),
      [],
    );
  });
