/** The questions the benchmark asks, drawn from seeds. */
import type { MentorsProblem } from '../src/mentors/problem.ts';
import type { ReadersProblem } from '../src/readers/problem.ts';
import { seeded } from '../src/seed.ts';

/** Readers and applications with random fits, about one pair in twelve barred by a link, loads a tenth either side. */
export function readers(people: number, items: number, reads: number): ReadersProblem {
  const random = seeded(`bench ${people} ${items}`);
  const even = (items * reads) / people;
  const who = Array.from({ length: people }, (_, i) => ({
    id: `r${i}`,
    name: `Member ${i + 1}`,
    least: Math.floor(even * 0.87),
    most: Math.ceil(even * 1.13),
  }));
  const applications = Array.from({ length: items }, (_, i) => ({ id: `a${i}`, name: `Application ${i + 1}` }));
  const fit = who.map(() => applications.map(() => Math.round(random() * 1e6) / 1e4));
  const exclusions = who.flatMap(({ id }) =>
    applications
      .filter(() => random() < 1 / 12)
      .map((application) => ({ reader: id, application: application.id, kind: 'link' })),
  );
  return { readers: who, applications, fit, reads, exclusions };
}

/** Mentees and mentors, two pairs in five possible. */
export function mentors(mentees: number, people: number): MentorsProblem {
  const random = seeded(`bench mentors ${mentees} ${people}`);
  return {
    mentees: Array.from({ length: mentees }, (_, i) => ({ id: `m${i}`, priority: random() < 0.3 })),
    mentors: Array.from({ length: people }, (_, j) => ({ id: `t${j}`, capacity: 1 + Math.floor(random() * 3) })),
    score: Array.from({ length: mentees }, () =>
      Array.from({ length: people }, () => (random() < 0.6 ? null : Math.floor(random() * 101))),
    ),
  };
}

/** Three questions without a plan: one place short, a member linked to everything, a language nobody reads. */
export function refusals(): { id: string; problem: ReadersProblem }[] {
  const base = { ...readers(40, 1000, 3), exclusions: [] };
  const free = base.readers.map((reader) => ({ ...reader, least: 0, most: 85 }));
  return [
    {
      id: 'one place short',
      problem: { ...base, readers: free.map((reader, i) => ({ ...reader, most: i === 0 ? 74 : 75 })) },
    },
    {
      id: 'a member linked to everything',
      problem: {
        ...base,
        readers: free.map((reader, i) => (i === 7 ? { ...reader, least: 5 } : reader)),
        exclusions: base.applications.map(({ id }) => ({ reader: 'r7', application: id, kind: 'link' })),
      },
    },
    {
      id: 'a language nobody reads',
      problem: {
        ...base,
        readers: free.map((reader) => ({ ...reader, languages: ['en'] })),
        applications: base.applications.map((one, i) => ({ ...one, language: i % 250 === 3 ? 'ti' : 'en' })),
      },
    },
  ];
}
