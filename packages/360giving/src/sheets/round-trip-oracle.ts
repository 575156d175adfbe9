/** Random packages through every form: nothing may change without being named. Test support. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { convert } from '../convert.ts';
import type { Json, JsonObject } from '../json.ts';
import { readGrants } from '../read.ts';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    "''@y",
    '-5',
    '+44',
    '£',
    'a;b',
    'TRUE',
    '0012',
    '1e5',
    '_x000D_',
    '\r\n',
    'ع ربي',
    'a\tb',
    '\u0001',
    '"',
    ',',
  ),
);
const amount = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const own = fc.oneof(
  text,
  amount,
  fc.boolean(),
  fc.array(fc.record({ a: text, b: fc.integer() }), { minLength: 1, maxLength: 2 }),
);
const location = fc.record({ name: text, latitude: amount }, { requiredKeys: [] });
const organisation = fc.record(
  { id: text, name: text, location: fc.array(location, { maxLength: 2 }) },
  { requiredKeys: ['name'] },
);
const grant = fc.record(
  {
    title: text,
    amountAwarded: amount,
    fundingOrganization: fc.array(organisation, { minLength: 1, maxLength: 2 }),
    beneficiaryLocation: fc.array(location, { maxLength: 5 }),
    relatedActivity: fc.array(text, { maxLength: 3 }),
    Own: own,
    'own:field': own,
  },
  { requiredKeys: ['title'] },
);
const packages = fc.tuple(fc.array(grant, { minLength: 1, maxLength: 4 }), fc.boolean()).map(
  ([grants, withIds]): JsonObject => ({
    grants: grants.map((one, at) => (withIds ? { id: `360G-x-${at}`, ...one } : one)) as Json[],
  }),
);

/** The first package that changed without a named difference, or null. */
export async function lost(runs: number, seed: number): Promise<string | null> {
  let found: string | null = null;
  await fc.check(
    fc.asyncProperty(packages, fc.constantFrom('xlsx', 'ods', 'csv'), async (data, kind) => {
      const { bytes, differences } = await convert(data, kind);
      const back = (await readGrants(bytes)).data;
      const same = isDeepStrictEqual(JSON.parse(JSON.stringify(data)), JSON.parse(JSON.stringify(back)));
      const explained = differences.every(({ reason }) => reason !== 'changed');
      const fine = same === (differences.length === 0) && explained;
      if (!fine) {
        found = `${kind} ${JSON.stringify(data)} -> ${JSON.stringify(back)} ${JSON.stringify(differences)}`;
      }
      return fine;
    }),
    { numRuns: runs, seed },
  );
  return found;
}
