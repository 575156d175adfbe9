/** Random people for circles: times, languages, organisations, managers and traits, drawn from a seed. */
import type { CirclesProblem, Facilitator, Person } from '../src/circles/problem.ts';
import { seeded } from '../src/seed.ts';

const SLOTS = ['Mon 10:00', 'Mon 18:00', 'Tue 12:00', 'Wed 10:00', 'Wed 19:00', 'Thu 14:00', 'Fri 10:00', 'Sat 11:00'];

/** A question of `count` people; `held` adds facilitators. */
export function randomCircles(seed: string, count: number, held = false): CirclesProblem {
  const random = seeded(seed);
  const some = <T>(items: readonly T[], share: number) => items.filter(() => random() < share);
  const people = Array.from({ length: count }, (_, i): Person => {
    const traits = some(['lived experience', 'disabled', 'under 30'], 0.3);
    const manager = random() < 0.1 ? Math.floor(random() * count) : i;
    return {
      id: `p${i}`,
      slots: some(SLOTS, 0.35),
      languages: [...some(['English'], 0.92), ...some(['Arabic', 'Tigrinya'], 0.15)],
      organisation: `o${Math.floor(random() * count * 0.7)}`,
      traits,
      notAlone: some(traits, 0.5),
      leftOut: random() < 0.1,
      region: `region ${Math.floor(random() * 5)}`,
      companions: random() < 0.3 ? [`p${Math.floor(random() * count)}`] : [],
      ...(manager === i ? {} : { manager: `p${manager}` }),
    };
  });
  const facilitators = Array.from({ length: held ? Math.ceil(count / 6) : 0 }, (_, i): Facilitator => {
    const languages = ['English', ...some(['Arabic', 'Tigrinya'], 0.3)];
    return { id: `f${i}`, slots: some(SLOTS, 0.5), languages, most: 1 + Math.floor(random() * 2) };
  });
  return { people, facilitators };
}
