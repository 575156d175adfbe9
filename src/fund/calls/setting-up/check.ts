/** Looks a whole fund file over: every mistake at once, each with its place, and things worth a thought. */
import { blanksIn, unreadIn } from './blanks.ts';
import type { Finding, Path } from './finding.ts';
import { careAdvice, dateMistakes } from './mistakes/dates.ts';
import { groupMistakes, helpMistakes, languageMistakes, nameMistakes, readingAdvice } from './mistakes/group.ts';
import { charityMistakes, poolMistakes, tierMistakes } from './mistakes/money.ts';
import { paperMistakes } from './mistakes/papers.ts';
import {
  budgetAdvice,
  budgetMistakes,
  checkMistakes,
  criteriaMistakes,
  fitMistakes,
  formMistakes,
} from './mistakes/questions.ts';
import { plain } from './plain.ts';
import { type FundFile, fundFile, type Part, parts } from './shape.ts';

export type Checked = {
  /** Null as long as there is a mistake. */
  readonly file: FundFile | null;
  readonly mistakes: readonly Finding[];
  /** Worth a thought; nobody is held up by it. */
  readonly advice: readonly Finding[];
  /** What nothing reads. */
  readonly unread: readonly Finding[];
};

type Rule = { readonly needs: readonly Part[]; readonly look: (file: FundFile, now: Date) => readonly Finding[] };

const rules: readonly Rule[] = [
  { needs: ['fund'], look: nameMistakes },
  { needs: ['help'], look: helpMistakes },
  { needs: ['fund', 'words'], look: languageMistakes },
  { needs: ['pool'], look: poolMistakes },
  { needs: ['pool', 'application_form'], look: charityMistakes },
  { needs: ['pool', 'tiers'], look: tierMistakes },
  { needs: ['timeline', 'zone'], look: dateMistakes },
  { needs: ['capacity_model', 'criteria', 'co_creation_group', 'conflicts'], look: groupMistakes },
  { needs: ['eligibility'], look: fitMistakes },
  { needs: ['application_form'], look: formMistakes },
  { needs: ['application_form', 'criteria'], look: criteriaMistakes },
  { needs: ['budget_template'], look: budgetMistakes },
  { needs: ['due_diligence', 'grant_agreement'], look: checkMistakes },
  {
    needs: ['eligibility', 'application_form', 'budget_template', 'due_diligence', 'reading', 'words'],
    look: paperMistakes,
  },
];
const thoughts: readonly Rule[] = [
  { needs: ['capacity_model'], look: readingAdvice },
  { needs: ['budget_template'], look: budgetAdvice },
  { needs: ['timeline', 'zone', 'calendar_care'], look: careAdvice },
];

/** The parts that have their shape, and what the others lack: one broken part does not hide the mistakes of another. */
function partsOf(given: Readonly<Record<string, unknown>>): { whole: Partial<FundFile>; lacks: Finding[] } {
  const whole: Record<string, unknown> = {};
  const lacks: Finding[] = [];
  for (const part of parts) {
    const read = fundFile.shape[part].safeParse(given[part]);
    if (read.success) whole[part] = read.data;
    else
      for (const issue of read.error.issues) {
        const { path, says } = plain(issue, given[part]);
        lacks.push({ path: [part, ...path], says });
      }
  }
  return { whole: whole as Partial<FundFile>, lacks };
}

const under = (path: Path, top: Path) => top.every((key, index) => path[index] === key);

export function checkFund(given: Readonly<Record<string, unknown>>, now: Date): Checked {
  const { whole, lacks } = partsOf(given);
  const known = Object.fromEntries(parts.map((part) => [part, given[part]]));
  const blanks = blanksIn(known);
  const ask = (asked: readonly Rule[]) =>
    asked
      .filter((rule) => rule.needs.every((part) => part in whole))
      .flatMap((rule) => rule.look(whole as FundFile, now));
  // What is not filled in yet cannot be wrong yet.
  const others = [...lacks, ...ask(rules)].filter((each) => !blanks.some((empty) => under(each.path, empty.path)));
  const mistakes = [...blanks, ...others];
  return {
    file: mistakes.length === 0 ? fundFile.parse(given) : null,
    mistakes,
    advice: ask(thoughts),
    unread: unreadIn(given, { ...known, ...whole }),
  };
}
