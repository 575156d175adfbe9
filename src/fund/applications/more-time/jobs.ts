/** When the closing day moves to a later one, groups that still write hear of it, in their language; no answer in it. */
import { looksLikeEmail } from '../../../forms/contact.ts';
import { need } from '../../../kernel/outcomes.ts';
import { post } from '../../../platform/mail/post.ts';
import type { Job } from '../../../platform/work.ts';
import { dayAndTime } from '../../../words/amounts.ts';
import { fundById } from '../../pool/store.ts';
import { sayerIn } from '../here.ts';
import { moreTimeOf, writingIn } from './store.ts';

/** Letters a step: a long list of groups holds no transaction for long. */
const atOnce = 200;

export const moreTimeJob: Job = {
  // Told by calls/opening, which knows nothing of applications.
  name: 'calls.closingMoved',
  async run(work, { move, origin = '', after = '' }) {
    const given = await moreTimeOf(work.tx, String(move));
    if (!given || given.closesAt <= work.now) return;
    const fund = need(await fundById(work.tx, given.fundId), 'fund');
    const { person, phone } = fund.design.help;
    const groups = await writingIn(work.tx, given.callId, String(after), atOnce);
    for (const group of groups) {
      if (!group.email || !looksLikeEmail(group.email)) continue;
      const say = sayerIn(group.language);
      await post(work, {
        effectKey: `applications.moreTime:${move}:${group.id}`,
        to: group.email.trim(),
        language: say.lang,
        subject: say.text('applications.more-time.subject'),
        body: say.text('applications.more-time.mail', {
          reference: group.reference,
          day: dayAndTime(say.lang, given.closesAt, fund.zone),
          why: given.why,
          place: `${origin}/open`,
          person,
          phone,
        }),
        fundId: fund.id,
      });
    }
    const last = groups.at(-1);
    if (last && groups.length === atOnce) {
      await work.enqueue('calls.closingMoved', { move: String(move), origin, after: last.id }, `${move} ${last.id}`);
    }
  },
};
