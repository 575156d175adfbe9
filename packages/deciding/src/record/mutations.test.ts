import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeRecord } from '../testing/made-record.ts';
import { mutate } from '../testing/mutations.ts';
import { canonical, hash } from './verifier.ts';
import { verifyRecord } from './verify.ts';

function sequence(seed: number): (below: number) => number {
  let x = seed;
  return (below) => {
    x = (x * 48271) % 2147483647;
    return x % below;
  };
}

test('a thousand single changes to a record, each hashed again by the forger, are all found', () => {
  const record = madeRecord();
  const published = { root: record.root, manifest: record.manifestHash };
  const next = sequence(2026);
  const missed: string[] = [];
  const where = new Map<string, number>();
  for (let tried = 0; tried < 1000; ) {
    const mutation = mutate(record, next);
    if (!mutation) continue;
    tried++;
    const part = mutation.path.split('.')[0]!;
    where.set(part, (where.get(part) ?? 0) + 1);
    if (verifyRecord(mutation.text, published).ok) missed.push(mutation.path);
  }
  assert.deepEqual(missed, []);
  for (const part of ['sealed', 'commitments', 'manifest', 'draw', 'ledger', 'awards', 'amendments'])
    assert.ok((where.get(part) ?? 0) > 3, part);
});

test('without any published hash a changed ballot, rule or draw is still found from the record alone', () => {
  const record = madeRecord();
  const fault = (change: (r: ReturnType<typeof copy>) => void): boolean => {
    const r = copy();
    change(r);
    const { hash: _, sealed, ...open } = r;
    return !verifyRecord(JSON.stringify({ ...open, hash: hash(canonical(open)), sealed })).ok;
  };
  const copy = () =>
    structuredClone(record) as unknown as {
      sealed: { salt: string; ballot: { scores: Record<string, number> } }[];
      manifest: { rule: { utility: string } };
      draw: { randomness: string; order: string[] };
      [k: string]: unknown;
    };
  assert.equal(
    fault(() => undefined),
    false,
  );
  assert.ok(
    fault((r) => {
      r.sealed[0]!.ballot.scores['app-1'] = 4;
      r.sealed[0]!.ballot.scores['app-2'] = 3;
    }),
  );
  assert.ok(
    fault((r) => {
      r.sealed.push(r.sealed[0]!);
    }),
  );
  assert.ok(
    fault((r) => {
      r.sealed.pop();
    }),
  );
  assert.ok(
    fault((r) => {
      r.sealed.reverse();
    }),
  );
  assert.ok(
    fault((r) => {
      r.manifest.rule.utility = 'cost';
    }),
  );
  assert.ok(
    fault((r) => {
      r.draw.randomness = 'other';
    }),
  );
  assert.ok(
    fault((r) => {
      r.draw.order.reverse();
    }),
  );
});
