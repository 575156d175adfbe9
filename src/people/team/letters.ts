/** The letters about a fund's people: you are asked in, somebody waits for your yes, who does what has changed. */
import type { Role } from '../../kernel/actors.ts';
import { post } from '../../platform/mail/post.ts';
import type { Work } from '../../platform/work.ts';
import { isLang } from '../../words/languages.ts';
import { speaker } from '../../words/speak.ts';
import { guarded, watching } from './asked/rules.ts';
import { holding, type Reader } from './asked/store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const langOf = (language: string) => (isLang(language) ? language : 'en');

export type Fund = { readonly id: string; readonly name: string };

export async function writeInvitation(
  work: Work,
  { roleId, to, fund, role, origin }: { roleId: string; to: Reader; fund: Fund; role: Role; origin: string },
): Promise<void> {
  const lang = langOf(to.language);
  const say = speak(lang);
  await post(work, {
    effectKey: `role:${roleId}`,
    to: to.email,
    language: lang,
    subject: say.text('team.mail.subject'),
    body: [
      say.text('team.mail.come', { name: to.name, fund: fund.name, role: say.text(`team.role.${role}`) }),
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

/** To everyone of money and the board who may say it; neither of the two it is about. */
export async function writeToAnswer(
  work: Work,
  {
    askedId,
    asker,
    who,
    fund,
    role,
    origin,
  }: { askedId: string; asker: string; who: Reader; fund: Fund; role: Role; origin: string },
): Promise<void> {
  for (const to of await holding(work.tx, fund.id, guarded)) {
    if (to.id === who.id) continue;
    const lang = langOf(to.language);
    const say = speak(lang);
    const about = { name: to.name, fund: fund.name, asker, who: who.name, role: say.text(`team.role.${role}`) };
    await post(work, {
      effectKey: `asked:${askedId}:${to.id}`,
      to: to.email,
      language: lang,
      subject: say.text('team.mail.asked.subject'),
      body: `${say.text('team.mail.asked', about)}\n${origin}/funds/${fund.id}/people/asked?lang=${lang}`,
      fundId: fund.id,
    });
  }
}

/** Who looks after money hears of every change among them, so that none comes or goes unseen. */
export async function tellOfChange(
  work: Work,
  { roleId, who, fund, role, change }: Change & { fund: Fund; role: Role },
): Promise<void> {
  for (const to of await holding(work.tx, fund.id, watching)) {
    if (change === 'begins' && to.id === who.id) continue;
    const lang = langOf(to.language);
    const say = speak(lang);
    const about = { name: to.name, fund: fund.name, who: who.name, role: say.text(`team.role.${role}`) };
    await post(work, {
      effectKey: `role:${roleId}:${change}:${to.id}`,
      to: to.email,
      language: lang,
      subject: say.text('team.mail.change.subject'),
      body: say.text(`team.mail.change.${change}`, about),
      fundId: fund.id,
    });
  }
}
export type Change = {
  readonly roleId: string;
  readonly who: { readonly id: string; readonly name: string };
  readonly change: 'begins' | 'ends';
};
