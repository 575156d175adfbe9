/** Letters to a group about its grant: there is a letter, the bank details changed, money is on its way. */
import { post } from '../../../platform/mail/post.ts';
import type { Job } from '../../../platform/work.ts';
import { speaker } from '../../../words/speak.ts';
import { mailboxOf } from '../../checks/mailbox.ts';
import { words } from './words.ts';

const speak = speaker(words);

function letter(name: string, kind: 'made' | 'bank' | 'way', about: 'applicationId' | 'instalmentId' | 'at'): Job {
  return {
    name,
    async run(work, data) {
      const applicationId = String(data.applicationId);
      const mailbox = await mailboxOf(work.tx, applicationId);
      if (!mailbox) return;
      const say = speak(mailbox.lang);
      await post(work, {
        effectKey: `${name}:${applicationId}:${data[about]}`,
        to: mailbox.to,
        language: mailbox.lang,
        subject: say.text(`grants.mail.${kind}.subject`),
        body: say.text(`grants.mail.${kind}.body`, mailbox.help),
        fundId: mailbox.fundId,
      });
    },
  };
}

export const jobs: Job[] = [
  letter('grants.letter', 'made', 'applicationId'),
  letter('grants.bankChanged', 'bank', 'at'),
  letter('grants.onItsWay', 'way', 'instalmentId'),
];
