/** The deeds of the second yes: let somebody wait for it, say it or say no, and take the question back. */
import type { Actor } from '../../../kernel/actors.ts';
import { newId } from '../../../kernel/ids.ts';
import { done, Missing, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import { begin } from '../begin.ts';
import { type Fund, writeToAnswer } from '../letters.ts';
import { mayManage } from '../rules.ts';
import { fundRow, lockTeam, rolesOf } from '../store.ts';
import { type GuardedRole, mayAnswer, mayBegin, mayEndAsked, tooOld, type YesNo } from './rules.ts';
import { addAsked, askedToAnswer, endAsked, type Reader, waitingFor } from './store.ts';

const personIn = (actor: Actor) => need(actor.kind === 'person' ? actor : null, 'person');

/** Called with the team locked. Asked twice is asked once; what is too old is asked anew. */
export async function letWait(
  work: Work,
  place: { readonly fund: Fund; readonly origin: string },
  who: Reader,
  role: GuardedRole,
): Promise<{ fresh: boolean }> {
  const { fund, origin } = place;
  const asker = personIn(work.actor);
  const before = await waitingFor(work.tx, { fundId: fund.id, personId: who.id, role });
  if (before && !tooOld(before, work.now)) return { fresh: false };
  if (before) await endAsked(work.tx, before.id, { outcome: 'over', saidBy: null, now: work.now });
  const id = newId();
  const given = { id, fundId: fund.id, personId: who.id, role, askedBy: asker.personId, now: work.now };
  await addAsked(work.tx, given);
  await work.record('role.asked', who.id, { role }, fund.id);
  await writeToAnswer(work, { askedId: id, asker: asker.name, who, fund, role, origin });
  return { fresh: true };
}

/** The role came another way: nobody needs to say anything any more. */
export async function endWaiting(
  work: Work,
  given: { fundId: string; personId: string; role: GuardedRole },
): Promise<void> {
  const waits = await waitingFor(work.tx, given);
  if (waits) await endAsked(work.tx, waits.id, { outcome: 'over', saidBy: null, now: work.now });
}

/** A yes lets the role begin, a no ends the question; each said again changes nothing. */
export async function answer(
  work: Work,
  place: { readonly fundId: string; readonly origin: string },
  askedId: string,
  word: 'yes' | 'no',
): Promise<Outcome<{ fresh: boolean }, YesNo>> {
  const fund = need(await fundRow(work.tx, place.fundId), 'fund');
  if (!mayAnswer(work.actor, fund.id)) throw new Missing('fund');
  const { personId } = personIn(work.actor);
  await lockTeam(work.tx, fund.id);
  const asked = need(await askedToAnswer(work.tx, fund.id, askedId), 'asked');
  if (asked.outcome === word) return done({ fresh: false });
  const may = mayEndAsked(asked, { personId, held: await rolesOf(work.tx, fund.id, personId) });
  if (!may.yes) return refused(may.reason);
  if (word === 'yes') {
    const starts = mayBegin(asked, await rolesOf(work.tx, fund.id, asked.personId), work.now);
    if (!starts.yes) return refused(starts.reason);
  }
  await endAsked(work.tx, asked.id, { outcome: word, saidBy: personId, now: work.now });
  if (word === 'no') {
    await work.record('role.declined', asked.personId, { role: asked.role }, fund.id);
    return done({ fresh: true });
  }
  await work.record('role.agreed', asked.personId, { role: asked.role }, fund.id);
  await begin(work, { fund, origin: place.origin }, { ...asked, id: asked.personId }, asked.role);
  return done({ fresh: true });
}

/** By the programme team, whoever of them asked. */
export async function takeBack(
  work: Work,
  fundId: string,
  askedId: string,
): Promise<Outcome<{ fresh: boolean }, 'answered'>> {
  if (!mayManage(work.actor, fundId)) throw new Missing('fund');
  const { personId } = personIn(work.actor);
  await lockTeam(work.tx, fundId);
  const asked = need(await askedToAnswer(work.tx, fundId, askedId), 'asked');
  if (asked.outcome === 'back') return done({ fresh: false });
  if (asked.outcome !== null) return refused('answered');
  await endAsked(work.tx, asked.id, { outcome: 'back', saidBy: personId, now: work.now });
  await work.record('role.takenBack', asked.personId, { role: asked.role }, fundId);
  return done({ fresh: true });
}
