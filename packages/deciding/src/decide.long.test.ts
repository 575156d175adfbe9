import { test } from 'node:test';
import { groupsAreRepresented, neverOverBudget, orderDoesNotMatter, sameAsByHand } from './testing/properties.ts';

test('in ten thousand rounds the group never promises more than it has', () =>
  neverOverBudget({ numRuns: 10_000, seed: 21 }));
test('ten thousand decisions come out as when worked through by hand', () =>
  sameAsByHand({ numRuns: 10_000, seed: 22 }));
test('in ten thousand rounds the order of voters and options changes nothing', () =>
  orderDoesNotMatter({ numRuns: 10_000, seed: 23 }));
test('in ten thousand rounds a group that agrees gets its share', () =>
  groupsAreRepresented({ numRuns: 10_000, seed: 24 }));
