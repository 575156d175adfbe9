/** The deeds of a fund's people: ask somebody in, and end a role. */
import type { Role } from '../../kernel/actors.ts';
import { newId } from '../../kernel/ids.ts';
import { done, Missing, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import { post } from '../../platform/mail/post.ts';
import type { Work } from '../../platform/work.ts';
import { isLang } from '../../words/languages.ts';
import { speaker } from '../../words/speak.ts';
import { type ApartNo, type Invitation, mayEnd, mayHold, mayManage } from './rules.ts';
import { addRole, endRole, fundRow, holdersOf, lockTeam, personFor, roleById, rolesOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);

/** Asks somebody in. The same e-mail is the same person, who keeps their own name and language; the same role twice is one. */
export async function invite(
  work: Work,
  place: { readonly fundId: string; readonly origin: string },
  given: Invitation,
): Promise<Outcome<{ personId: string; fresh: boolean }, ApartNo>> {
  const fund = need(await fundRow(work.tx, place.fundId), 'fund');
  if (!mayManage(work.actor, fund.id)) throw new Missing('fund');
  await lockTeam(work.tx, fund.id);
  const known = await personFor(work.tx, { ...given, id: newId(), now: work.now });
  const held = await rolesOf(work.tx, fund.id, known.id);
  if (held.includes(given.role)) return done({ personId: known.id, fresh: false });
  const verdict = mayHold(held, given.role);
  if (!verdict.yes) return refused(verdict.reason);
  const roleId = newId();
  await addRole(work.tx, { id: roleId, fundId: fund.id, personId: known.id, role: given.role, now: work.now });
  if (known.fresh) await work.record('person.added', known.id, {}, fund.id);
  await work.record('role.granted', known.id, { role: given.role }, fund.id);
  await write(work, { roleId, to: given.email, fund, role: given.role, origin: place.origin, person: known });
  return done({ personId: known.id, fresh: true });
}

type Letter = {
  readonly roleId: string;
  readonly to: string;
  readonly fund: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly origin: string;
  readonly person: { readonly name: string; readonly language: string };
};

async function write(work: Work, { roleId, to, fund, role, origin, person }: Letter): Promise<void> {
  const lang = isLang(person.language) ? person.language : 'en';
  const say = speak(lang);
  await post(work, {
    effectKey: `role:${roleId}`,
    to,
    language: lang,
    subject: say.text('team.mail.subject'),
    body: [
      say.text('team.mail.come', { name: person.name, fund: fund.name, role: say.text(`team.role.${role}`) }),
      `${origin}/sign-in?lang=${lang}`,
      '',
      say.text('team.mail.then'),
      `${origin}/me`,
      '',
      say.text('team.mail.leave'),
    ].join('\n'),
    fundId: fund.id,
  });
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
  await endRole(work.tx, role.id, work.now);
  await work.record('role.ended', role.personId, { role: role.role }, fundId);
  return done({ ended: true });
}
