/** Saying who one knows: for oneself, for a whole list at once, and the facilitator's correction. */
import { done, invalid, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import type { FundScope } from '../groups/scope.ts';
import { type Level, mayCorrect, mayDeclare, mayRead } from './rules.ts';
import { linksInForce, lockLinksOf, type NewLink, namesOf, seatHolders, writeLinks } from './store.ts';

export type Said = { readonly applicationId: string; readonly level: Level; readonly why: string };

/** One's own links, all or none. What does not exist for this person is passed over without a word. */
export async function declareLinks(
  work: Work,
  scope: FundScope,
  said: readonly Said[],
): Promise<Outcome<{ saved: number }, 'ask-facilitator'>> {
  await lockLinksOf(work.tx, scope.personId);
  const visible = await namesOf(
    work.tx,
    scope,
    said.map((each) => each.applicationId),
  );
  const there = new Set(visible.map((name) => name.applicationId));
  const mine = said.filter((each) => there.has(each.applicationId));
  const inForce = await linksInForce(work.tx, scope.personId, [...there]);
  for (const each of mine) {
    const verdict = mayDeclare(inForce.get(each.applicationId)?.level ?? 0, each.level);
    if (!verdict.yes) return refused(verdict.reason);
  }
  const fresh = mine.filter((each) => {
    const before = inForce.get(each.applicationId);
    return before === undefined || before.level !== each.level || (each.why !== '' && before.why !== each.why);
  });
  await write(
    work,
    fresh.flatMap((each) => inForce.get(each.applicationId)?.id ?? []),
    fresh.map((each) => ({ ...each, fundId: scope.fundId, personId: scope.personId, saidBy: 'self' })),
  );
  return done({ saved: fresh.length });
}

/** One link of one's own. */
export async function declareLink(
  work: Work,
  scope: FundScope,
  said: Said,
): Promise<Outcome<{ saved: number }, 'ask-facilitator'>> {
  const [visible] = await namesOf(work.tx, scope, [said.applicationId]);
  need(visible, 'application');
  return declareLinks(work, scope, [said]);
}

export type Correction = Said & { readonly personId: string; readonly saidBy: 'facilitator' | 'applicant' };

/** The facilitator writes what was agreed, up or down, or what an applicant told us. */
export async function correctLink(
  work: Work,
  scope: FundScope,
  said: Correction,
): Promise<Outcome<{ saved: number }, 'own-link'>> {
  const verdict = mayCorrect(scope.personId, said.personId);
  if (!verdict.yes) return refused(verdict.reason);
  const [visible] = await namesOf(work.tx, scope, [said.applicationId]);
  if (!visible) return invalid({ field: 'application', code: 'links.pick-application' });
  const seats = await seatHolders(work.tx, scope);
  if (!seats.some((seat) => seat.personId === said.personId)) {
    return invalid({ field: 'person', code: 'links.pick-person' });
  }
  if (said.why.trim() === '') return invalid({ field: 'why', code: 'links.say-why' });
  await lockLinksOf(work.tx, said.personId);
  const before = (await linksInForce(work.tx, said.personId, [said.applicationId])).get(said.applicationId);
  await write(work, before ? [before.id] : [], [{ ...said, fundId: scope.fundId }]);
  return done({ saved: 1 });
}

async function write(work: Work, ended: readonly string[], added: readonly NewLink[]): Promise<void> {
  await writeLinks(work.tx, ended, added, work.now);
  for (const { applicationId, personId, level, saidBy, fundId } of added) {
    await work.record('link.declared', applicationId, { person: personId, level, saidBy }, fundId);
  }
  // Whoever was reading one of them does not any more; reading looks for somebody else.
  for (const { fundId: fund, applicationId: application } of added.filter((each) => !mayRead(each.level))) {
    await work.enqueue('readers.changed', { fund, application });
  }
}
