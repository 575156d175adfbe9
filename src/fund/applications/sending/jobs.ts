/** The receipt by e-mail, in the language of the answers; neutral words, and no answer in it. */
import { looksLikeEmail } from '../../../forms/contact.ts';
import { need } from '../../../kernel/outcomes.ts';
import { post } from '../../../platform/mail/post.ts';
import type { Job } from '../../../platform/work.ts';
import { dayAndTime } from '../../../words/amounts.ts';
import { fundById } from '../../pool/store.ts';
import { sayerIn } from '../here.ts';
import { applicationById } from '../store.ts';
import { emailOf } from './store.ts';

export const receiptJob: Job = {
  name: 'applications.receipt',
  async run(work, { application: id }) {
    const application = need(await applicationById(work.tx, String(id)), 'application');
    const fund = need(await fundById(work.tx, application.fundId), 'fund');
    const to = await emailOf(work.tx, application.id);
    if (to === null || !looksLikeEmail(to) || !application.sentAt) return;
    const say = sayerIn(application.language);
    await post(work, {
      effectKey: `applications.receipt:${application.id}`,
      to,
      language: say.lang,
      subject: say.text('applications.receipt.subject'),
      body: say.text('applications.receipt.mail', {
        reference: application.reference,
        day: dayAndTime(say.lang, application.sentAt, fund.zone),
        person: fund.design.help.person,
        phone: fund.design.help.phone,
      }),
      fundId: fund.id,
    });
  },
};
