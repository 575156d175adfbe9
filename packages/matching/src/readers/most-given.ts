/** What can be given at most to some applications or to some readers, whatever happens to all others. */
import type { Highs } from 'highs';
import { reach } from '../solver/goal.ts';
import type { Watch } from '../solver/watch.ts';
import { loosened, rulesOf } from './elastic.ts';
import type { Field } from './field.ts';

/** The most readings that these applications can have under loads, caps and locks; null when that is not known. */
export function mostReadings(
  highs: Highs,
  field: Field,
  applications: ReadonlySet<number>,
  watch: Watch,
): number | null {
  const { program } = withoutLeasts(field, () => false);
  const objective = Float64Array.from(field.pairApplication, (a) => (applications.has(a) ? 1 : 0));
  const outcome = reach(highs, program, objective, watch);
  return outcome.status === 'optimal' ? Math.round(outcome.value) : null;
}

/** The most of their least loads that these readers can have; null when that is not known. */
export function mostOfLeasts(highs: Highs, field: Field, readers: ReadonlySet<number>, watch: Watch): number | null {
  const rules = withoutLeasts(field, (reader) => readers.has(reader));
  const used = rules.limits.filter((limit) => limit.kind === 'minimum' && readers.has(limit.reader!));
  const { program, objective } = loosened(rules, used, ['minimum']);
  const outcome = reach(highs, program, objective, watch);
  if (outcome.status !== 'optimal') return null;
  return used.reduce((given, { row }) => {
    const { at, by, lower } = rules.program.rows[row]!;
    const load = at.reduce((sum, p, e) => sum + by[e]! * outcome.x[p]!, 0);
    return given + Math.min(lower, load);
  }, 0);
}

/** The rules with nothing asked for at least, but for the least loads of some. */
function withoutLeasts(field: Field, asked: (reader: number) => boolean) {
  const rules = rulesOf(field);
  const rows = rules.program.rows.slice();
  for (const { kind, row, reader } of rules.limits) {
    if (kind !== 'minimum' || !asked(reader!)) rows[row] = { ...rows[row]!, lower: -Infinity };
  }
  return { ...rules, program: { ...rules.program, rows } };
}
