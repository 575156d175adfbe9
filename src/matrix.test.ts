/** A widened permission shows as a difference in a file people read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mayKnock, permissionMatrix } from './matrix.ts';
import { projectRoot } from './platform/root.ts';
import { page, type Route } from './platform/web/ask.ts';
import { routesOf } from './wings.ts';

const open: Route = {
  method: 'GET',
  path: '/x',
  policy: { who: 'anyone' },
  does: 'reads x',
  handle: async () => page('x', { title: 'x' }),
};

test('the written matrix is the one the code declares', () => {
  const written = readFileSync(join(projectRoot, 'docs/permissions.md'), 'utf8');
  assert.equal(
    written,
    permissionMatrix(routesOf({ mailFolder: undefined })),
    'run npm run permissions and read the difference',
  );
});

test('a route without a policy stops the build', () => {
  const { policy: _left, ...without } = open;
  assert.throws(() => permissionMatrix([without as Route]), /does not say who may come in/);
  assert.throws(
    () => permissionMatrix([{ ...open, policy: { who: 'roles', roles: [] } }]),
    /does not say who may come in/,
  );
  assert.throws(() => permissionMatrix([{ ...open, does: ' ' }]), /does not say who may come in/);
});

test('no address is declared twice', () => {
  const seen = routesOf({ mailFolder: undefined }).map(
    (route) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`,
  );
  assert.deepEqual(
    seen.filter((each, index) => seen.indexOf(each) !== index),
    [],
  );
});

test('a funder knocks only at doors for everyone and doors for funders', () => {
  const inside = routesOf({ mailFolder: undefined }).filter(
    (route) => route.policy.who === 'roles' && mayKnock(route.policy, 'funder') === 'yes',
  );
  assert.deepEqual(
    inside.map((route) => route.path).filter((path) => !['/funds/:fund/pool', '/funds/:fund/pool/past'].includes(path)),
    [],
  );
});
