/** Who an application wants among its readers: someone who reads its language, someone who knows its kind of work. */
import type { Coverage } from '../../../../packages/matching/src/index.ts';
import { type Held, hardMostOf, type Member, type Round, type Standing } from './round.ts';

/** A rule with the id by which the team lets it go for one plan. */
export type CoverageRule = { readonly id: string; readonly coverage: Required<Coverage> };

export type Wanted = {
  readonly rules: readonly CoverageRule[];
  /** Strengths that the design wants and no member has ticked, by their label: nobody could keep these rules. */
  readonly unsaid: readonly string[];
};

const tongues = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A rule as people read it, from its id. */
export function nameOfRule(reading: Round['reading'], id: string): string {
  const [kind = '', what = '', place = ''] = id.split('.');
  if (kind === 'language') return `people who read ${tongues.of(what) ?? what}`;
  const others = reading?.coverage.slice(0, Number(place) - 1).some((wish) => wish.strength === what);
  return `people who know ${labelOf(reading, what)}${others ? ` (${place})` : ''}`;
}

function labelOf(reading: Round['reading'], strength: string): string {
  return reading?.strengths.find(({ id }) => id === strength)?.label ?? strength;
}

/** What each rule on knowing a kind of work asks for, by the name the rule has in a plan. */
export function strengthsByRule(reading: Round['reading']): ReadonlyMap<string, string> {
  return new Map(
    (reading?.coverage ?? []).map(({ strength }, index) => [
      nameOfRule(reading, `strength.${strength}.${index + 1}`),
      labelOf(reading, strength),
    ]),
  );
}

/** From what members said and groups chose, and nothing else. */
export function wantedIn(round: Round, held: Held): Wanted {
  const rules: CoverageRule[] = [];
  const unsaid = new Set<string>();
  const add = (id: string, readers: readonly Member[], asked: readonly Standing[], atLeast: number) => {
    if (asked.length === 0) return;
    const applications = asked.map((each) => each.id);
    const name = nameOfRule(round.reading, id);
    rules.push({ id, coverage: { name, readers: readers.map((reader) => reader.id), applications, atLeast } });
  };
  const languages = [...new Set(held.applications.map((each) => each.language))].filter((each) => each !== 'en').sort();
  for (const language of languages) {
    const readers = held.members.filter((member) => member.languages.includes(language));
    // Where nobody who is free reads the language, the checked translation has to do.
    const asked = held.applications.filter(
      (each) =>
        each.language === language &&
        hasPlace(held, each, readers, 1) &&
        readers.some((reader) => isFree(round, held, each, reader)),
    );
    add(`language.${language}`, readers, asked, 1);
  }
  for (const [index, wish] of (round.reading?.coverage ?? []).entries()) {
    const id = `strength.${wish.strength}.${index + 1}`;
    const readers = held.members.filter((member) => member.strengths.includes(wish.strength));
    const own = held.applications.filter((each) => isMeant(wish.where, each));
    if (readers.length === 0) {
      if (own.length > 0) unsaid.add(labelOf(round.reading, wish.strength));
      continue;
    }
    const asked = own.filter((each) => hasPlace(held, each, readers, wish.at_least));
    add(id, readers, asked, wish.at_least);
  }
  return { rules, unsaid: [...unsaid] };
}

type Where = NonNullable<Round['reading']>['coverage'][number]['where'];

function isMeant({ tier, led }: Where, application: Standing): boolean {
  const fits = tier === undefined || (application.tier !== null && tier.includes(application.tier));
  return fits && (led === undefined || application.led === led);
}

/** A rule asks only while there are places to give: nobody's reading under way is taken away for it. */
function hasPlace(held: Held, application: Standing, readers: readonly Member[], atLeast: number): boolean {
  const ids = new Set(readers.map((reader) => reader.id));
  const missing = atLeast - held.readersOf(application.id).filter((id) => ids.has(id)).length;
  return missing > 0 && missing <= held.lacks(application);
}

function isFree(round: Round, held: Held, application: Standing, reader: Member): boolean {
  const cap = application.hard ? hardMostOf(round, reader) : null;
  return (
    held.mayHave(application.id, reader.id) &&
    held.loadOf(reader.id) < reader.offers &&
    (cap === null || held.hardOf(reader.id) < cap)
  );
}
