/** The deeds of a fund's people: ask somebody in, and end a role. */
import { newId } from '../../kernel/ids.ts';
import { done, Missing, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import { endWaiting, letWait } from './asked/actions.ts';
import { guarded, isGuarded, waitsForYes } from './asked/rules.ts';
import { holding } from './asked/store.ts';
import { begin } from './begin.ts';
import { tellOfChange } from './letters.ts';
import { type Invitation, type InviteNo, mayEnd, mayHold, mayManage } from './rules.ts';
import { endRole, fundRow, holdersOf, lockTeam, personFor, roleById, rolesOf, seatsIn } from './store.ts';

export type Invited = {
  readonly personId: string;
  readonly fresh: boolean;
  /** The role is not in force: it begins when a second person says yes. */
  readonly waits: boolean;
};

/** Asks somebody in. The same e-mail is the same person, who keeps their own name and language; the same role twice is one. */
export async function invite(
  work: Work,
  place: { readonly fundId: string; readonly origin: string },
  given: Invitation,
): Promise<Outcome<Invited, InviteNo>> {
  const fund = need(await fundRow(work.tx, place.fundId), 'fund');
  if (!mayManage(work.actor, fund.id)) throw new Missing('fund');
  const { role } = given;
  await lockTeam(work.tx, fund.id);
  if (waitsForYes(work.actor, role) && (await holding(work.tx, fund.id, guarded)).length === 0)
    return refused('nobody-yet');
  const known = await personFor(work.tx, { ...given, id: newId(), now: work.now });
  const held = await rolesOf(work.tx, fund.id, known.id);
  if (held.includes(role)) return done({ personId: known.id, fresh: false, waits: false });
  const verdict = mayHold(held, role);
  if (!verdict.yes) return refused(verdict.reason);
  if (known.fresh) await work.record('person.added', known.id, {}, fund.id);
  const who = { id: known.id, name: known.name, language: known.language, email: given.email };
  const at = { fund, origin: place.origin };
  if (waitsForYes(work.actor, role)) {
    const { fresh } = await letWait(work, at, who, role);
    return done({ personId: known.id, fresh, waits: true });
  }
  if (isGuarded(role)) await endWaiting(work, { fundId: fund.id, personId: known.id, role });
  await begin(work, at, who, role);
  return done({ personId: known.id, fresh: true, waits: false });
}

/** Ends a role now. What the person did stays; what they may do is asked anew with each request. */
export async function end(
  work: Work,
  fundId: string,
  roleId: string,
): Promise<Outcome<{ ended: boolean }, 'last-programme'>> {
  if (!mayManage(work.actor, fundId)) throw new Missing('fund');
  await lockTeam(work.tx, fundId);
  const role = need(await roleById(work.tx, fundId, roleId), 'role');
  if (role.endedAt !== null) return done({ ended: false });
  const verdict = mayEnd(role.role, await holdersOf(work.tx, fundId, role.role));
  if (!verdict.yes) return refused(verdict.reason);
  if (isGuarded(role.role)) {
    const [seat] = await seatsIn(work.tx, fundId, role.id);
    const fund = need(await fundRow(work.tx, fundId), 'fund');
    const who = { id: role.personId, name: need(seat, 'role').name };
    // Before it ends, so that the one whose role it was hears of it too.
    await tellOfChange(work, { roleId: role.id, who, fund, role: role.role, change: 'ends' });
  }
  await endRole(work.tx, role.id, work.now);
  await work.record('role.ended', role.personId, { role: role.role }, fundId);
  await work.enqueue('people.changed', { fund: fundId });
  return done({ ended: true });
}
