/** Coming back to one's answers: by the private link, or by a code sent to the contact given. */
import { looksLikeEmail } from '../../../forms/contact.ts';
import { newCode, newId, sha256 } from '../../../kernel/ids.ts';
import { done, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import { addCode, countTry, newestCode, useCode } from '../../../people/accounts/codes/store.ts';
import { codeMinutes } from '../../../people/accounts/rules.ts';
import { post } from '../../../platform/mail/post.ts';
import type { Work } from '../../../platform/work.ts';
import type { Lang } from '../../../words/languages.ts';
import { fundById } from '../../pool/store.ts';
import { addKey, applicationOfLink, heldBy } from '../drafts/keys.ts';
import { sayerIn } from '../here.ts';
import { applicationById } from '../store.ts';
import { cleanCode, mayOpenWith } from './rules.ts';
import { applicationsOfContact, contactOf } from './store.ts';

export type Opened = {
  readonly applicationId: string /** Null when this browser already held a key. */;
  readonly secret: string | null;
};

async function openOne(work: Work, applicationId: string, held: readonly string[]): Promise<Opened> {
  if ((await heldBy(work.tx, held)).some(({ id }) => id === applicationId)) return { applicationId, secret: null };
  const application = need(await applicationById(work.tx, applicationId), 'application');
  const secret = await addKey(work, applicationId, 'cookie');
  await work.record('draft.opened', applicationId, {}, application.fundId);
  return { applicationId, secret };
}

export async function openByLink(
  work: Work,
  { ticket, held }: { ticket: string; held: readonly string[] },
): Promise<Outcome<Opened, 'old'>> {
  const applicationId = await applicationOfLink(work.tx, ticket);
  return applicationId === null ? refused('old') : done(await openOne(work, applicationId, held));
}

/** Does the same for an address we know and one we do not: only a letter tells them apart. */
export async function sendCode(
  work: Work,
  { contact, browser, lang }: { contact: string; browser: string; lang: Lang },
): Promise<Outcome<true>> {
  const email = contact.trim();
  const [newest] = await applicationsOfContact(work.tx, email);
  if (!newest || !looksLikeEmail(email)) return done(true);
  const code = newCode();
  const id = newId();
  const asked = {
    id,
    purpose: 'draft' as const,
    addressHash: sha256(email.toLowerCase()),
    personId: null,
    applicationId: newest.id,
    codeHash: sha256(`${id}:${code}`),
    browserHash: sha256(browser),
    expiresAt: new Date(work.now.getTime() + codeMinutes * 60_000),
  };
  await addCode(work.tx, asked, work.now);
  const say = sayerIn(lang);
  const { person, phone } = need(await fundById(work.tx, newest.fundId), 'fund').design.help;
  await post(work, {
    effectKey: `applications.code:${id}`,
    to: email,
    language: lang,
    subject: say.text('applications.code.subject'),
    body: say.text('applications.code.mail', { code, minutes: codeMinutes, person, phone }),
    fundId: newest.fundId,
    secret: true,
  });
  await work.record('draftCode.sent', newest.id, {}, newest.fundId);
  return done(true);
}

export async function openByCode(
  work: Work,
  { typed, browser, held }: { typed: string; browser: string; held: readonly string[] },
): Promise<Outcome<readonly Opened[], 'over' | 'other'>> {
  const code = await newestCode(work.tx, 'draft', sha256(browser));
  const verdict = mayOpenWith(code, sha256(`${code?.id}:${cleanCode(typed)}`), work.now);
  if (!verdict.yes) {
    if (code && verdict.reason === 'other') await countTry(work.tx, code.id);
    return refused(verdict.reason);
  }
  const { id, applicationId, addressHash } = need(code, 'code');
  await useCode(work.tx, id, work.now);
  const email = await contactOf(work.tx, applicationId ?? '');
  // The contact may have been changed since the code was asked for: then it opens nothing.
  if (email === null || sha256(email.toLowerCase()) !== addressHash) return refused('over');
  const opened: Opened[] = [];
  for (const each of await applicationsOfContact(work.tx, email)) opened.push(await openOne(work, each.id, held));
  return done(opened);
}
