/** What each rule cost: how much higher the goals could be without it. */
import type { Highs } from 'highs';
import { type Reached, reach } from '../solver/goal.ts';
import type { Watch } from '../solver/watch.ts';
import { points } from '../words.ts';
import { type Lifted, laidOut } from './field.ts';
import type { ReadersOptions, ReadersProblem } from './problem.ts';
import { readingProgram } from './program.ts';
import type { Run } from './pursue.ts';
import type { RuleCost } from './result.ts';

interface Variant {
  rule: string;
  problem: ReadersProblem;
  lifted: Lifted;
}

/**
 * The cost of each family of rules in total fit: the highest total without floors under all rules, against the same
 * without that family. Raising the worst-covered application is a rule too. An exclusion can only be costed where
 * the fit of the pair is given. Stops quietly when the time is up; what is missing was not worked out.
 */
export function ruleCosts(
  highs: Highs,
  problem: ReadersProblem,
  options: ReadersOptions,
  known: Run & { base: Reached },
  watch: Watch,
): RuleCost[] {
  const costs: RuleCost[] = [];
  const goal = known.stages.find((stage) => stage.goal === 'total');
  const { unit } = laidOut(problem, options);
  const push = (rule: string, total: number) => {
    const cost = Math.abs(total) < 1e-9 * Math.max(unit, Math.abs(known.base.value * unit)) ? 0 : total;
    const words = cost === 0 ? `${rule} cost nothing in total fit.` : `${rule} cost ${points(cost)} of total fit.`;
    costs.push({ rule, total: cost, words });
  };
  if (known.floor !== null && goal) push('Raising the worst-covered application', known.base.value * unit - goal.value);
  for (const variant of variants(problem)) {
    if (watch.left() <= 0) break;
    const field = laidOut(variant.problem, options, variant.lifted);
    const freer = reach(highs, readingProgram(field), field.fit, watch);
    if (freer.status === 'optimal') push(variant.rule, freer.value * field.unit - known.base.value * unit);
  }
  return costs;
}

function variants(problem: ReadersProblem): Variant[] {
  const found: Variant[] = [];
  const kinds = new Set((problem.exclusions ?? []).map((exclusion) => exclusion.kind));
  if (problem.applications.some((application) => application.language !== undefined)) kinds.add('language');
  for (const kind of kinds) found.push({ rule: `Exclusions for ${kind}`, problem, lifted: { kinds: new Set([kind]) } });
  if (problem.readers.some((reader) => (reader.least ?? 0) > 0)) {
    found.push({ rule: 'Least loads', problem, lifted: { least: true } });
  }
  if (problem.readers.some((reader) => Number.isFinite(reader.most ?? Infinity))) {
    found.push({ rule: 'Most loads', problem, lifted: { most: true } });
  }
  for (const rule of problem.coverage ?? []) {
    const coverage = (problem.coverage ?? []).filter((other) => other !== rule);
    found.push({ rule: `Coverage by ${rule.name}`, problem: { ...problem, coverage }, lifted: {} });
  }
  for (const rule of problem.exposure ?? []) {
    const exposure = (problem.exposure ?? []).filter((other) => other !== rule);
    found.push({ rule: `The cap on ${rule.name}`, problem: { ...problem, exposure }, lifted: {} });
  }
  if ((problem.locks ?? []).length > 0)
    found.push({ rule: 'Choices locked by hand', problem, lifted: { locks: true } });
  return found;
}
