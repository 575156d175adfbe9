/** Tiny questions, mostly without a plan, and the smallest mend of each kind by trying every set of pairs. */
import type { Highs } from 'highs';
import { readersOn } from '../src/readers/match.ts';
import type { ReadersProblem } from '../src/readers/problem.ts';
import type { Mend } from '../src/readers/result.ts';
import { seeded } from '../src/seed.ts';
import { watchFor } from '../src/solver/watch.ts';

const LIFTABLE = 'sponsor';

/** At most 3 readers and 3 applications, in reads or hours (one of them not 1), with links, a language, loads, coverage and caps. */
export function stuckQuestion(seed: string): ReadersProblem {
  const random = seeded(`stuck ${seed}`);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [people, items, reads, hours] = [2 + upTo(1), 2 + upTo(1), 1 + upTo(1), random() < 0.5];
  const unit = hours ? 0.5 : 1;
  const readers = Array.from({ length: people }, (_, i) => {
    const most = upTo(hours ? 6 : 3) * unit;
    return {
      id: `r${i}`,
      most,
      least: random() < 0.4 ? Math.min(most, upTo(hours ? 4 : 2) * unit) : 0,
      ...(random() < 0.3 ? { languages: ['en'] } : {}),
    };
  });
  const even = random() < 0.3 ? 2 : 0;
  const applications = Array.from({ length: items }, (_, i) => ({
    id: `a${i}`,
    ...(hours ? { effort: even || (i === 0 ? 1.5 : 0.5 + 0.5 * upTo(3)) } : {}),
    ...(random() < 0.2 ? { language: 'ti' } : {}),
  }));
  const some = (share: number, ids: { id: string }[]) => ids.filter(() => random() < share).map(({ id }) => id);
  const exclusions = readers.flatMap(({ id }) =>
    some(0.2, applications).map((application) => ({
      reader: id,
      application,
      kind: random() < 0.5 ? 'link' : LIFTABLE,
    })),
  );
  const coverage = random() < 0.4 ? [{ name: 'lived: yes', readers: some(0.5, readers) }] : [];
  const exposure = random() < 0.4 ? [{ name: 'hard', applications: some(0.7, applications), most: upTo(2) }] : [];
  const fit = readers.map(() => applications.map(() => upTo(3)));
  return { readers, applications, fit, reads, exclusions, coverage, exposure };
}

/** What every set of pairs falls short by, by kind; what a reader who offers nothing reads rules a set out. */
function* allSets(problem: ReadersProblem) {
  const { readers, applications, exclusions = [] } = problem;
  const barred = (r: number, a: number) => {
    const { language } = applications[a]!;
    const own = exclusions.filter((one) => one.reader === readers[r]!.id && one.application === applications[a]!.id);
    if (readers[r]!.most === 0 || own.some(({ kind }) => kind !== LIFTABLE)) return 'ever';
    if (language !== undefined && readers[r]!.languages && !readers[r]!.languages.includes(language)) return 'ever';
    return own.length > 0 ? 'liftable' : null;
  };
  const pairs = readers.flatMap((_, r) =>
    applications.flatMap((_, a) => (barred(r, a) === 'ever' ? [] : [{ r, a, lifted: barred(r, a) !== null }])),
  );
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const own = pairs.filter((_, i) => (set >> i) & 1);
    const counts = applications.map((_, a) => own.filter((pair) => pair.a === a).length);
    if (counts.some((count) => count > problem.reads)) continue;
    const loads = readers.map((_, r) =>
      own.reduce((sum, pair) => sum + (pair.r === r ? (applications[pair.a]!.effort ?? 1) : 0), 0),
    );
    const over = (value: number) => Math.max(0, value);
    const group = new Set(problem.coverage?.[0]?.readers);
    const cap = problem.exposure?.[0];
    const covers = applications.map((_, a) =>
      problem.coverage?.length
        ? over(1 - own.filter((pair) => pair.a === a && group.has(readers[pair.r]!.id)).length)
        : 0,
    );
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
    const hard = (pair: { a: number }) => cap?.applications.includes(applications[pair.a]!.id) ?? false;
    yield {
      lacks: counts.map((count) => problem.reads - count),
      covers,
      short: {
        readings: sum(counts.map((count) => problem.reads - count)),
        places: sum(loads.map((load, r) => over(load - readers[r]!.most!))),
        minimum: sum(loads.map((load, r) => over((readers[r]!.least ?? 0) - load))),
        coverage: sum(covers),
        exposure: cap
          ? sum(readers.map((_, r) => over(own.filter((pair) => pair.r === r && hard(pair)).length - cap.most)))
          : 0,
        exclusion: own.filter((pair) => pair.lifted).length,
      },
    };
  }
}

type Sizes = Map<string, number>;

/** The smallest mend of each kind by trying; for new readers how many, and their places. Null when there is a plan. */
export function smallestMends(problem: ReadersProblem): Sizes | null {
  const best: Sizes = new Map();
  const offer = (kind: string, size: number) => best.set(kind, Math.min(best.get(kind) ?? Infinity, size));
  const cap = problem.exposure?.[0];
  for (const { short, lacks, covers } of allSets(problem)) {
    const wrong = Object.entries(short).filter(([, by]) => by > 1e-9);
    if (wrong.length === 0) return null;
    if (wrong.length === 1) offer(wrong[0]![0], wrong[0]![1]);
    const others = wrong.filter(([kind]) => kind !== 'readings' && kind !== 'coverage');
    if (others.length > 0 || covers.some((cover, a) => cover > lacks[a]!)) continue;
    const heavy = lacks.reduce(
      (sum, lack, a) => sum + (cap?.applications.includes(problem.applications[a]!.id) ? lack : 0),
      0,
    );
    const people = Math.max(...lacks, cap && heavy > 0 ? Math.ceil(heavy / cap.most) : 1);
    const hours = lacks.reduce((sum, lack, a) => sum + lack * (problem.applications[a]!.effort ?? 1), 0);
    if (Number.isFinite(people)) offer('readers', people * 1000 + hours);
  }
  return best;
}

/** The question with a mend carried out. */
export function carriedOut(problem: ReadersProblem, mend: Mend): ReadersProblem {
  const by = new Map(mend.touches.map((touch) => [touch.id, touch.by]));
  const readers = problem.readers.map((reader) => ({
    ...reader,
    most: reader.most! + (mend.kind === 'places' ? (by.get(reader.id) ?? 0) : 0),
    least: reader.least! - (mend.kind === 'minimum' ? (by.get(reader.id) ?? 0) : 0),
  }));
  if (mend.kind === 'readers') {
    const fresh = Array.from({ length: mend.people! }, (_, i) => ({ id: `new ${i}` }));
    return {
      ...problem,
      readers: [...readers, ...fresh],
      fit: [...problem.fit, ...fresh.map(() => problem.applications.map(() => 0))],
      coverage: (problem.coverage ?? []).map((rule) => ({
        ...rule,
        readers: [...rule.readers, ...fresh.map(({ id }) => id)],
      })),
    };
  }
  return {
    ...problem,
    readers,
    applications: problem.applications.map((one) => ({
      ...one,
      reads: problem.reads - (mend.kind === 'readings' ? (by.get(one.id) ?? 0) : 0),
    })),
    exclusions: (problem.exclusions ?? []).filter(
      ({ reader, application }) => mend.kind !== 'exclusion' || !by.has(`${reader}:${application}`),
    ),
    coverage: (problem.coverage ?? []).map((rule) => ({
      ...rule,
      applications: problem.applications
        .map(({ id }) => id)
        .filter((id) => mend.kind !== 'coverage' || !by.has(`${rule.name}:${id}`)),
    })),
    exposure: (problem.exposure ?? []).map((rule) => ({
      ...rule,
      ofReader: Object.fromEntries(
        problem.readers.map(({ id }) => [
          id,
          rule.most + (mend.kind === 'exposure' ? (by.get(`${rule.name}:${id}`) ?? 0) : 0),
        ]),
      ),
    })),
  };
}

/** Mends that do not mend, are not the smallest of their kind, are missing or come before one that adds. */
export function mendFaults(highs: Highs, name: string, questions: number): { stuck: number; faults: string[] } {
  const faults: string[] = [];
  let stuck = 0;
  for (let i = 0; i < questions; i++) {
    const problem = stuckQuestion(`${name} ${i}`);
    const ask = (asked: ReadersProblem, liftable: string[]) =>
      readersOn(highs, asked, { costs: false, liftable }, watchFor(10));
    const [result, truth] = [ask(problem, [LIFTABLE]), smallestMends(problem)];
    const fault = (what: string) => faults.push(`${name} ${i}: ${what}`);
    if (result.status !== 'infeasible' || truth === null) {
      if ((result.status === 'infeasible') !== (truth !== null)) fault(`${result.status} is wrong`);
      continue;
    }
    stuck++;
    if (result.mends.length === 0 || result.obstacles.length === 0) fault(`nothing named: ${result.words}`);
    const found = new Map(result.mends.map((mend) => [mend.kind as string, mend.size + 1000 * (mend.people ?? 0)]));
    for (const [kind, size] of truth) {
      if (Math.abs((found.get(kind) ?? -1) - size) > 1e-6) fault(`${kind} is ${found.get(kind)}, not ${size}`);
    }
    for (const mend of result.mends) {
      if (mend.kind !== 'several' && !truth.has(mend.kind)) fault(`${mend.words} is impossible`);
      if (mend.kind !== 'several' && ask(carriedOut(problem, mend), []).status === 'infeasible')
        fault(`${mend.words} does not mend`);
    }
    const order = ['places', 'readers', 'minimum', 'readings', 'coverage', 'exposure', 'exclusion', 'several'];
    const places = result.mends.map(({ kind }) => order.indexOf(kind));
    if (places.some((place, n) => n > 0 && place < places[n - 1]!)) fault('what adds does not come first');
    const strict = ask(problem, []);
    if (strict.status !== 'infeasible' || strict.mends.some(({ kind }) => kind === 'exclusion'))
      fault('an exclusion is lifted though nobody said it may be');
    for (const { needed, available, words } of result.obstacles) {
      if (available !== null && (available < 0 || available >= needed))
        fault(`${words} says ${available} of ${needed}`);
    }
  }
  return { stuck, faults };
}
