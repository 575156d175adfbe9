import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { freePort, readPort } from './port.ts';

test('a newcomer whose port is taken is served on the next free one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const found = await freePort(port, '127.0.0.1');
  assert.ok(found > port, `${found} is not ${port}`);
  other.close();
  await once(other, 'close');
  assert.equal(await freePort(port, '127.0.0.1'), port);
});

test('PORT is honoured when it is a port and refused when it is not', () => {
  assert.equal(readPort('8080'), 8080);
  assert.equal(readPort(undefined), 3000);
  assert.equal(readPort(''), 3000);
  for (const wrong of ['http', '70000', '-1', '80.5']) assert.equal(readPort(wrong), null);
});
