import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from './files.ts';

test('the fast check runs every test that needs neither a database nor a browser', () => {
  assert.equal(kindOf('src/fund/calls/rules.test.js', ''), 'unit');
  assert.equal(kindOf('packages/deciding/src/shares.test.js', ''), 'unit');
  assert.equal(kindOf('test/structure.test.js', ''), 'structure');
});

test('a test that asks for a database gets one, whatever it is called', () => {
  assert.equal(kindOf('src/fund/calls/actions.test.js', ''), 'deeds');
  assert.equal(kindOf('src/fund/calls/routes.test.js', ''), 'deeds');
  assert.equal(kindOf('src/platform/jobs/runner.db.test.js', ''), 'deeds');
  assert.equal(kindOf('src/site/pages.test.js', "import { testDatabase } from '../../test/database.js';"), 'deeds');
});

test('journeys, servers and long tests each run where they belong', () => {
  assert.equal(kindOf('journeys/apply.test.js', "from '../test/database.js'"), 'journeys');
  assert.equal(kindOf('src/platform/db/launcher/launcher.ground.test.js', ''), 'ground');
  assert.equal(kindOf('packages/matching/src/proof.long.test.js', ''), 'long');
});
