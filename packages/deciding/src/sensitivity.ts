/** How firmly each option is in or out: the same decision again with small things changed. */
import { decide, type Rule } from './decide.ts';
import type { Election } from './election.ts';
import { type SensitivityOptions, type Variation, variations } from './variations.ts';

export interface OptionSensitivity {
  readonly id: string;
  readonly funded: boolean;
  readonly label: 'stable in' | 'stable out' | 'depends';
  /** What it depends on, in the order of the variations; empty when stable. */
  readonly dependsOn: readonly Variation[];
  /** By variation: in how many of the tries the option was funded. */
  readonly tries: Readonly<Record<Variation, { readonly funded: number; readonly of: number }>>;
}

/** Tries every variation and labels every option. As many decisions as `variations` yields. */
export function sensitivity(election: Election, rule: Rule, options: SensitivityOptions = {}): OptionSensitivity[] {
  const kinds: readonly Variation[] = ['voter', 'score', 'ties', 'budget', 'rule'];
  const counts = election.options.map(
    () =>
      Object.fromEntries(kinds.map((k) => [k, { funded: 0, of: 0 }])) as Record<
        Variation,
        { funded: number; of: number }
      >,
  );
  for (const tried of variations(election, rule, options)) {
    const won = new Set(decide(tried.election, tried.rule).winners.map((w) => w.option));
    counts.forEach((count, o) => {
      count[tried.kind].of++;
      if (won.has(o)) count[tried.kind].funded++;
    });
  }
  const now = new Set(decide(election, rule).winners.map((w) => w.option));
  return election.options.map((option, o) => {
    const funded = now.has(o);
    const tries = counts[o]!;
    const dependsOn = kinds.filter((k) => tries[k].funded !== (funded ? tries[k].of : 0));
    return {
      id: option.id,
      funded,
      label: dependsOn.length > 0 ? 'depends' : funded ? 'stable in' : 'stable out',
      dependsOn,
      tries,
    };
  });
}
