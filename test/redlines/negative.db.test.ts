/** What must not work does not: each line of the table of refusals, against the real door and database. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { refusals, tried } from '../negative.ts';
import { type Ground, layGround } from './negative/ground.ts';

let laid: Promise<Ground & { close(): Promise<void> }> | null = null;
const ground = () => {
  laid ??= layGround();
  return laid;
};
after(async () => {
  if (laid) await (await laid).close();
});

test('every line of the table has an id and a name of its own', () => {
  assert.equal(new Set(refusals.map((each) => each.id)).size, refusals.length);
  assert.equal(new Set(refusals.map((each) => each.what)).size, refusals.length);
});

for (const refusal of refusals) {
  test(`${refusal.id}: ${refusal.what}`, async () => {
    const row = await tried(refusal, await ground());
    assert.equal(row.got, row.expected);
  });
}

test('nothing broke while all of it was tried', async () => {
  assert.deepEqual((await ground()).door.faults, []);
});
