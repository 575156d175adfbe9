/** Paths of checking, sending and the receipt. */
import { h } from 'preact';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { answersOf } from '../answers/store.ts';
import { hereOf, pageOf } from '../here.ts';
import { sendApplication } from './actions.ts';
import { CheckPage } from './check.tsx';
import { ReceiptPage } from './receipt.tsx';
import { comingSteps } from './store.ts';

const applicant = { who: 'applicant' } as const;

async function checkPage(ask: Ask, asked: boolean): Promise<Answer> {
  const here = await hereOf(ask);
  if (here.application.sent) return go(`${here.path}/receipt`);
  const answers = await answersOf(ask.work.tx, here.application.id, here.questions);
  return page(
    h(CheckPage, { here, answers, now: ask.now, once: ask.once(), asked }),
    pageOf(here, here.say.text('applications.check.title'), { status: asked ? 422 : 200 }),
  );
}

export const sendingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/applications/:application/check',
    policy: applicant,
    does: 'what is there and what is not, before sending',
    handle: (ask) => checkPage(ask, false),
  },
  {
    method: 'POST',
    path: '/applications/:application/submission',
    policy: applicant,
    does: 'send the application',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      const outcome = await sendApplication(ask.work, { applicationId, asIs: ask.form.text('as_is') === 'yes' });
      if ('invalid' in outcome) return checkPage(ask, true);
      if ('refused' in outcome) return go(`/applications/${applicationId}/late`);
      return go(`/applications/${applicationId}/receipt`);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/receipt',
    policy: applicant,
    does: 'the receipt, with a full copy',
    async handle(ask) {
      const here = await hereOf(ask);
      const { sentAt } = here.application;
      if (!sentAt) return go(`${here.path}/check`);
      const answers = await answersOf(ask.work.tx, here.application.id, here.questions);
      const coming = await comingSteps(ask.work.tx, here.fund.id, here.application.closesAt);
      return page(
        h(ReceiptPage, { here, answers, coming, sentAt }),
        pageOf(here, here.say.text('applications.receipt.title')),
      );
    },
  },
];
