/** What happens on the day: each group with an e-mail gets a neutral letter that leads to its own page. */
import { post } from '../../platform/mail/post.ts';
import type { Job } from '../../platform/work.ts';
import { isLang } from '../../words/languages.ts';
import { speaker } from '../../words/speak.ts';
import { addresseeOf, ownLetter } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);

export const jobs: readonly Job[] = [
  {
    name: 'results.letter',
    async run(work, data) {
      const application = String(data.application);
      const letter = await ownLetter(work.tx, application);
      const addressee = await addresseeOf(work.tx, application);
      if (!letter || !addressee) return;
      const lang = isLang(addressee.language) ? addressee.language : 'en';
      const say = speak(lang);
      await post(work, {
        effectKey: `result:${application}`,
        to: addressee.email,
        language: lang,
        subject: say.text('results.mail.subject'),
        body: say.text(`results.mail.${letter.outcome}`, { reference: addressee.reference }),
        fundId: letter.fundId,
      });
    },
  },
];
