/** The released schema as it stands, run beside ours on grants damaged at random. Test support. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Json, JsonObject } from './json.ts';
import { isObject } from './json.ts';
import { goodDei, goodGrant, goodIndividualGrant } from './sample.ts';
import dei from './schema/dei.json' with { type: 'json' };
import grant from './schema/grant.json' with { type: 'json' };
import { mergePatch } from './schema.ts';
import { grantErrors, isValidGrant } from './validate.ts';

const oddValues: Json[] = [
  null,
  '',
  'x',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  ['x'],
  [{}],
  '2026-02-30',
  '24/07/2014',
  '2026',
  '2026-01',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00+01:00',
  '2025-02-30T00:00:00Z',
  'GBP',
  'gbp',
  'Yes',
  'Y',
  '1.1',
  '1.0',
  'GB',
  'http://example.org',
  'example.org',
];

/** Every place in a grant, as paths. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const below = Array.isArray(value)
    ? value.flatMap((item, at) => places(item, [...path, at]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

function damage(start: JsonObject, at: number, odd: number): JsonObject {
  const copy = structuredClone(start);
  const all = places(copy);
  const path = all[at % all.length] as (string | number)[];
  let here: unknown = copy;
  for (const step of path.slice(0, -1)) here = (here as Record<string | number, unknown>)[step];
  const last = path.at(-1) as string | number;
  const value = oddValues[odd];
  if (value === undefined) {
    if (Array.isArray(here)) here.splice(Number(last), 1);
    else delete (here as Record<string, unknown>)[last];
  } else (here as Record<string | number, unknown>)[last] = structuredClone(value);
  return copy;
}

/** The first damaged grant on which we and the released schema do not agree, or null. */
export function disagreement(runs: number, seed: number): string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  ajvFormats.default(ajv, { mode: 'full' });
  const released = ajv.compile(mergePatch(grant, dei) as object);
  const starts = [
    goodGrant({
      deiDetails: goodDei(),
      url: 'https://example.org',
      actualDates: [{ startDate: '2026' }],
      relatedActivity: ['a', 'b'],
    }),
    goodIndividualGrant(),
    goodGrant({ commitmentTransaction: [{ id: '1', transactionDate: '2026-01-01', value: 1, currency: 'GBP' }] }),
    { ...goodIndividualGrant(), ...goodGrant() },
  ];
  const step = fc.tuple(fc.nat(1000), fc.nat(oddValues.length));
  let found: string | null = null;
  fc.check(
    fc.property(fc.constantFrom(...starts), fc.array(step, { maxLength: 3 }), (start, steps) => {
      const damaged = steps.reduce((held, [at, odd]) => damage(held, at, odd), start);
      const wanted = released(damaged);
      if (wanted !== isValidGrant(damaged) || wanted !== (grantErrors(damaged).length === 0))
        found = JSON.stringify(damaged);
      return found === null;
    }),
    { numRuns: runs, seed },
  );
  return found;
}
