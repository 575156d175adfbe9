import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { madeElection, madeRecord, RULE } from '../testing/made-record.ts';
import { finalAwards } from './amendments.ts';
import { countShown, possibleCounts } from './disclosure.ts';
import { commitSecret, fromDice, fromReveals } from './draw.ts';
import { publicEdition, receiptFor, receiptHolds } from './publish.ts';
import { makeRecord, manifestOf } from './record.ts';
import { canonical, drawOrder, sha256, verifyText } from './verifier.ts';
import { verifyRecord } from './verify.ts';

test('the record of a decision holds, with ballots and without', () => {
  const record = madeRecord();
  assert.deepEqual(
    verifyRecord(JSON.stringify(record), { root: record.root, hash: record.hash, manifest: record.manifestHash }),
    { ok: true, faults: [], level: 'sealed' },
  );
  const open = publicEdition(record);
  assert.deepEqual(verifyText(JSON.stringify(open), { root: record.root }), { ok: true, faults: [], level: 'public' });
  assert.ok(!JSON.stringify(open).includes('salt'));
  assert.ok(record.ledger.every((l) => l.price !== null));
  assert.ok(open.ledger.some((l) => l.supporters.from < l.supporters.to) && open.ledger.every((l) => l.price === null));
  assert.ok(record.ledger.length > 1 && record.awards.length > record.ledger.length - 1);
});

test('a record that was honestly made is not the one that was published when its ballots differ', () => {
  const record = madeRecord();
  assert.equal(verifyRecord(JSON.stringify(record), { root: '0'.repeat(64) }).ok, false);
  assert.equal(verifyRecord(JSON.stringify(record), { manifest: '0'.repeat(64) }).ok, false);
  assert.equal(verifyRecord('{').ok, false);
});

test('each member can check that their ballot is in, and the receipt does not say what it says', () => {
  const record = madeRecord();
  for (const c of record.commitments) assert.equal(receiptHolds(receiptFor(record, c)), true);
  const receipt = receiptFor(record, record.commitments[4]!);
  assert.equal(receiptHolds({ ...receipt, commitment: record.commitments[5]! }), false);
  assert.throws(() => receiptFor(record, 'f'.repeat(64)), RangeError);
});

test('an amendment is seen beside what was computed, with its reason', () => {
  const record = madeRecord();
  assert.equal(finalAwards(record).size, record.awards.length - 1);
  assert.equal(record.amendments[0]!.reason, 'the second asked for less');
});

test('our SHA-256 is SHA-256', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
      assert.equal(Buffer.from(sha256(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex')),
    ),
    { numRuns: 300, seed: 51 },
  );
});

test('canonical JSON sorts by code point and refuses what machines write differently', () => {
  assert.equal(
    canonical({ b: [1, null, true], a: 'é', 𝒜: 1, '\uffff': 2 }),
    '{"a":"é","b":[1,null,true],"\uffff":2,"𝒜":1}',
  );
  for (const bad of [0.5, Number.NaN, 2 ** 60, undefined, 1n]) assert.throws(() => canonical(bad), RangeError);
});

test('the draw gives every order the same chance and follows the bytes as written down', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const key = drawOrder(['c', 'a', 'b'], 'x', String(i)).order.join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const n of counts.values()) assert.ok(n > 850 && n < 1150, String(n));
  const seed = createHash('sha256').update('closed\nrandom').digest();
  const block = createHash('sha256').update(seed).update(Buffer.alloc(4)).digest();
  const ids = ['a', 'b', 'c'];
  for (const [k, i] of [2, 1].entries()) {
    const j = block.readUInt32BE(4 * k) % (i + 1);
    [ids[i], ids[j]] = [ids[j]!, ids[i]!];
  }
  assert.deepEqual(drawOrder(['b', 'c', 'a'], 'closed', 'random'), { seed: seed.toString('hex'), order: ids });
});

test('without a beacon, dice or secrets in the room will do, and a missing secret is noticed', () => {
  assert.match(fromDice(Array.from({ length: 20 }, (_, i) => 1 + (i % 6))), /^dice:1,2,3/);
  assert.throws(() => fromDice([1, 2, 3]), RangeError);
  const secrets = ['s1', 's2', 's3'];
  const commitments = secrets.map(commitSecret);
  assert.equal(fromReveals(commitments, ['s3', 's1', 's2']), fromReveals(commitments, secrets));
  assert.throws(() => fromReveals(commitments, ['s1', 's2']), RangeError);
  assert.throws(() => fromReveals(commitments, ['s1', 's2', 'other']), RangeError);
});

test('no published count tells that nobody or everybody said yes', () => {
  for (let n = 0; n <= 20; n++)
    for (let k = 0; k <= n; k++) {
      const shown = countShown(k, n);
      const possible = possibleCounts(shown, n);
      assert.ok(possible.includes(k) && shown.from <= k && k <= shown.to);
      if (k === 0 || k === n || n < 3) assert.ok(n === 0 || possible.length > 1, `${k} of ${n}`);
      if (shown.exact) assert.ok(n >= 3 && k > 0 && k < n);
    }
});

test('a ballot without a good salt, or a draw without its randomness, is refused', () => {
  const e = madeElection();
  const manifest = manifestOf(e, RULE, [], 'beacon');
  const salts = e.ballots.map((_, i) => `0123456789abcdef012345${i}`);
  const short = salts.with(3, 'short');
  assert.throws(() => makeRecord(e, { manifest, rule: RULE, salts: short, randomness: 'x' }), /salt/);
  assert.throws(() => makeRecord(e, { manifest, rule: RULE, salts: salts.slice(1), randomness: 'x' }), RangeError);
  assert.throws(() => makeRecord(e, { manifest, rule: RULE, salts }), RangeError);
});

test('the bare verifier is one short file that imports nothing', () => {
  const source = readFileSync(join(import.meta.dirname, 'verifier.js'), 'utf8');
  assert.doesNotMatch(source, /\bimport\b\s|\brequire\(/);
  assert.ok(source.split('\n').length < 300);
});
