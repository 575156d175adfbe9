/** Letters around the sign-off: the team hears of a question, a group hears of a no. */
import type { AccountTables } from '../../people/accounts/tables.ts';
import { post } from '../../platform/mail/post.ts';
import type { Job } from '../../platform/work.ts';
import { speaker } from '../../words/speak.ts';
import { mailboxOf } from '../checks/mailbox.ts';
import { words } from './words.ts';

const speak = speaker(words);

export const jobs: Job[] = [
  {
    name: 'signoff.asked',
    async run(work, data) {
      const fundId = String(data.fundId);
      const team = await work.tx
        .withTables<AccountTables>()
        .selectFrom('roles')
        .innerJoin('people', 'people.id', 'roles.person_id')
        .select(['people.id', 'people.email'])
        .where('roles.fund_id', '=', fundId)
        .where('roles.role', '=', 'programme')
        .where('roles.ended_at', 'is', null)
        .execute();
      const say = speak('en');
      for (const each of team) {
        await post(work, {
          effectKey: `signoff.asked:${data.applicationId}:${each.id}`,
          to: each.email,
          language: 'en',
          subject: say.text('signoff.mail.asked.subject'),
          body: say.text('signoff.mail.asked.body'),
          fundId,
        });
      }
    },
  },
  {
    name: 'signoff.told',
    async run(work, data) {
      const mailbox = await mailboxOf(work.tx, String(data.applicationId));
      if (!mailbox) return;
      const say = speak(mailbox.lang);
      await post(work, {
        effectKey: `signoff.told:${data.applicationId}`,
        to: mailbox.to,
        language: mailbox.lang,
        subject: say.text('signoff.mail.told.subject'),
        body: say.text('signoff.mail.told.body', mailbox.help),
        fundId: mailbox.fundId,
      });
    },
  },
];
