/** The search through the published files finds what must not be there, so that a clean answer means something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FileKind, writeGrants } from '../../packages/360giving/src/index.ts';
import type { Group, Play } from './play.ts';
import { publishing } from './scene-6-publishing.ts';

const kind = (path: string) => path.split('.').at(-1) as FileKind;
const groups = [
  { code: 'DEMO-010', id: 'id-of-ten', record: { organisation: { name: 'Lantern Keepers' } } },
  { code: 'DEMO-001', id: 'id-of-one', record: { organisation: { name: 'Open Kitchen' } } },
] as unknown as Group[];

function playing(grants: object[], alsoInCsv: object[] = []): Play {
  const send = async (path: string) => {
    const data = { grants: kind(path) === 'csv' ? [...grants, ...alsoInCsv] : grants };
    return new Response(new Uint8Array(await writeGrants(data as never, kind(path))));
  };
  return { wire: { origin: '', send }, groups, tell: () => undefined } as unknown as Play;
}
const grant = (n: number, recipient: string, more: object = {}) => ({
  id: `360G-x-${n}`,
  title: 'Grant',
  description: 'Support for leadership',
  currency: 'GBP',
  amountAwarded: 100,
  awardDate: '2025-05-20',
  recipientOrganization: [{ id: `360G-x-org-${n}`, name: recipient }],
  fundingOrganization: [{ id: '360G-x-org-host', name: 'Host' }],
  ...more,
});

test('a clean file has nothing to name', async () => {
  const { leaks, errors, alike, grants, expected } = await publishing(playing([grant(1, 'Open Kitchen')]), groups);
  assert.deepEqual([leaks, errors, alike, grants, expected], [[], 0, 3, 1, 1]);
});

test('a hidden town, a private name and an address of ours are each named, in whatever form they stand', async () => {
  const told = [
    grant(2, 'lantern keepers'),
    grant(3, 'Choir', { description: 'In Wrenmouth' }),
    grant(4, 'Band', { description: 'see /applications/id-of-one' }),
  ];
  const { leaks, alike } = await publishing(playing([grant(1, 'Open Kitchen')], told), groups);
  assert.deepEqual(leaks, ['canary of DEMO-010', 'name of DEMO-010', 'address of DEMO-001']);
  assert.equal(alike, 2);
});

test('a mistake in the file is counted', async () => {
  const { errors, accuracy } = await publishing(
    playing([grant(1, 'Kitchen', { currency: 'gbp', amountAwarded: 0 })]),
    groups,
  );
  assert.deepEqual([errors, accuracy], [3, 3], 'once in each form');
});
