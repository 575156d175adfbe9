/** Makes more applications out of the forty by seeded variation, so that the round can be played with hundreds. */
import type { DemoApplication, DemoTruth } from '../applications.ts';
import { chanceFrom } from './chance.ts';

export type Cast = { code: string; record: DemoApplication; truth: DemoTruth | undefined };

const roads = ['Lane', 'Street', 'Hill', 'Gardens', 'Quay', 'Bridge', 'Corner', 'Yard', 'Rise', 'Green'];
const kinds = ['Circle', 'Kitchen', 'Collective', 'Choir', 'Room', 'Workshop', 'Assembly', 'Table', 'Club', 'House'];
const first = [
  'Amber',
  'River',
  'Harbour',
  'Meadow',
  'Lantern',
  'Orchard',
  'Copper',
  'Willow',
  'Morning',
  'Bridge',
  'Cedar',
  'Market',
];

/** The forty as they are, then variations of those that simply stand, each under a name and a plan of its own. */
export function cast(
  records: readonly DemoApplication[],
  truths: readonly DemoTruth[],
  count: number,
  seed: number,
): Cast[] {
  const known = new Map(truths.map((truth) => [truth.id, truth]));
  const forty = records.slice(0, count).map((record) => ({ code: record.id, record, truth: known.get(record.id) }));
  const special = new Set([
    'DEMO-021',
    'DEMO-022',
    'DEMO-023',
    'DEMO-024',
    'DEMO-025',
    'DEMO-026',
    'DEMO-027',
    'DEMO-028',
    'DEMO-029',
    'DEMO-030',
    'DEMO-031',
    'DEMO-040',
    'DEMO-001',
    'DEMO-010',
    'DEMO-017',
    'DEMO-036',
  ]);
  const plain = records.filter((record) => !special.has(record.id));
  const chance = chanceFrom(seed);
  const names = new Set<string>();
  const more: Cast[] = [];
  for (let n = forty.length; n < count; n += 1) {
    const from = chance.pick(plain);
    let name = '';
    do {
      name = `${chance.pick(first)} ${chance.pick(roads)} ${chance.pick(kinds)} ${chance.whole(900) + 100}`;
    } while (names.has(name));
    names.add(name);
    const days = 1 + chance.whole(40);
    const when = new Date(Date.UTC(2025, 0, 13 + days, 9 + chance.whole(7), chance.whole(60)));
    const code = `MADE-${String(n + 1).padStart(3, '0')}`;
    const twist = `(${name}, plan ${chance.whole(1_000_000)})`;
    const answers = Object.fromEntries(
      Object.entries(from.answers).map(([key, text]) => [key, text ? `${text} ${twist}` : text]),
    );
    more.push({
      code,
      truth: undefined,
      record: {
        ...from,
        id: code,
        organisation: { ...from.organisation, name },
        fiscal_sponsor: null,
        answers,
        application: {
          ...from.application,
          status_at_close: 'submitted',
          last_saved_or_sent_at: when.toISOString().slice(0, 16),
        },
      },
    });
  }
  return [...forty, ...more];
}
