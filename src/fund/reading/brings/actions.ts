/** The deed of a member who says what they bring to reading. */
import { done, invalid, need, type Outcome } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { capIn, languagesToTick, strengthsToTick, type Typed } from './rules.ts';
import { broughtBy, keepBrings } from './store.ts';

/** Everything is theirs to say or leave; the newest word counts. What was said stays out of the record. */
export async function sayBrings(work: Work, fund: Fund, typed: Typed): Promise<Outcome<{ id: string }>> {
  const { personId } = need(work.actor.kind === 'person' ? work.actor : null, 'member');
  const hardMost = capIn(typed.hardMost);
  if (hardMost === 'unclear') return invalid({ field: 'hard_most', code: 'number' });
  const said = (await broughtBy(work.tx, fund.id, [personId])).get(personId);
  const languages = languagesToTick(said?.languages ?? []).filter((each) => typed.languages.includes(each));
  const strengths = strengthsToTick(fund.design)
    .map(({ id }) => id)
    .filter((id) => typed.strengths.includes(id));
  await keepBrings(work.tx, fund.id, personId, { languages, strengths, hardMost, now: work.now });
  await work.record('brings.said', personId, {}, fund.id);
  return done({ id: personId });
}
