/** The deeds of signing in: ask for a code, use it, leave. */
import { newCode, newId, newSecret, sha256 } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcomes.ts';
import { post } from '../../platform/mail/post.ts';
import type { Work } from '../../platform/work.ts';
import { isLang } from '../../words/languages.ts';
import { speaker } from '../../words/speak.ts';
import { addCode, countTry, newestCode, useCode } from './codes/store.ts';
import { type CodeRefusal, codeMinutes, mayRedeem, sessionDays } from './rules.ts';
import { addSession, endSession, languageOf, personByEmail } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);

/** A code is kept only mixed with the browser's own secret, so neither the database nor the e-mail alone opens anything. */
function mixed(code: string, browser: string): string {
  return sha256(`${code}:${browser}`);
}

/** Sends a code when the e-mail is known; says nothing about whether it was. */
export async function askForCode(work: Work, given: { email: string; browser: string }): Promise<void> {
  const person = await personByEmail(work.tx, given.email);
  const code = newCode();
  const id = newId();
  const asked = {
    id,
    purpose: 'sign-in' as const,
    addressHash: sha256(given.email.toLowerCase()),
    personId: person?.id ?? null,
    applicationId: null,
    codeHash: mixed(code, given.browser),
    browserHash: sha256(given.browser),
    expiresAt: new Date(work.now.getTime() + codeMinutes * 60_000),
  };
  await addCode(work.tx, asked, work.now);
  if (!person) return;
  const lang = isLang(person.language) ? person.language : 'en';
  const say = speak(lang);
  await post(work, {
    effectKey: `code:${id}`,
    to: given.email,
    language: lang,
    subject: say.text('accounts.mail.subject'),
    body: say.text('accounts.mail.body', { code }),
    secret: true,
  });
  await work.record('code.sent', person.id);
}

/** Opens a session for the newest code that this browser asked for. */
export async function redeemCode(
  work: Work,
  given: { code: string; browser: string },
): Promise<Outcome<{ secret: string; language: string }, CodeRefusal>> {
  const browserHash = sha256(given.browser);
  const known = await newestCode(work.tx, 'sign-in', browserHash);
  if (!known || known.personId === null) return refused('wrong');
  const verdict = mayRedeem(
    known,
    { codeHash: mixed(given.code.replace(/\D/g, ''), given.browser), browserHash },
    work.now,
  );
  if (!verdict.yes) {
    await countTry(work.tx, known.id);
    await work.record('code.refused', known.personId, { reason: verdict.reason });
    return refused(verdict.reason);
  }
  await useCode(work.tx, known.id, work.now);
  const language = await languageOf(work.tx, known.personId);
  return done({ secret: await openSession(work, known.personId), language });
}

export async function openSession(work: Work, personId: string): Promise<string> {
  const secret = newSecret();
  await addSession(work.tx, {
    id: newId(),
    secretHash: sha256(secret),
    personId,
    now: work.now,
    endsAt: new Date(work.now.getTime() + sessionDays * 86_400_000),
  });
  await work.record('session.opened', personId);
  return secret;
}

export async function leave(work: Work, secret: string): Promise<void> {
  await endSession(work.tx, sha256(secret), work.now);
  if (work.actor.kind === 'person') await work.record('session.ended', work.actor.personId);
}
