/** Paths of withdrawing, coming late, and publishing. */
import { h } from 'preact';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { hereOf, pageOf } from '../here.ts';
import { askLate, choosePublishing, withdraw } from './actions.ts';
import { LatePage, PublishPage, WithdrawPage } from './pages.tsx';
import { publishChoicesOf } from './store.ts';

const applicant = { who: 'applicant' } as const;

async function withdrawPage(ask: Ask, status: number): Promise<Answer> {
  const here = await hereOf(ask);
  const title = here.say.text('applications.withdraw.title');
  return page(h(WithdrawPage, { here, once: ask.once(), now: ask.now }), pageOf(here, title, { status }));
}

async function latePage(ask: Ask, status: number): Promise<Answer> {
  const here = await hereOf(ask);
  const title = here.say.text('applications.late.title');
  const reason = ask.form.text('reason');
  return page(
    h(LatePage, { here, once: ask.once(), now: ask.now, reason, empty: status === 422 }),
    pageOf(here, title, { status }),
  );
}

async function publishPage(ask: Ask, status: number): Promise<Answer> {
  const here = await hereOf(ask);
  const choices = await publishChoicesOf(ask.work.tx, here.application.id);
  const title = here.say.text('applications.publish.title');
  return page(h(PublishPage, { here, once: ask.once(), now: ask.now, choices }), pageOf(here, title, { status }));
}

function own(ask: Ask): { applicationId: string; path: string } {
  const applicationId = ask.params.application ?? '';
  return { applicationId, path: `/applications/${applicationId}` };
}

export const afterwardsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/applications/:application/withdrawal',
    policy: applicant,
    does: 'ask before withdrawing',
    handle: (ask) => withdrawPage(ask, 200),
  },
  {
    method: 'POST',
    path: '/applications/:application/withdrawal',
    policy: applicant,
    does: 'withdraw and keep the draft',
    async handle(ask) {
      const { applicationId, path } = own(ask);
      const outcome = await withdraw(ask.work, applicationId);
      return 'done' in outcome ? go(path) : withdrawPage(ask, 409);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/late',
    policy: applicant,
    does: 'the late route',
    handle: (ask) => latePage(ask, 200),
  },
  {
    method: 'POST',
    path: '/applications/:application/late',
    policy: applicant,
    does: 'ask to be let in late',
    async handle(ask) {
      const { applicationId, path } = own(ask);
      const outcome = await askLate(ask.work, { applicationId, reason: ask.form.text('reason') });
      if ('done' in outcome) return go(path);
      return latePage(ask, 'invalid' in outcome ? 422 : 409);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/publishing',
    policy: applicant,
    does: 'what of a grant may be public',
    handle: (ask) => publishPage(ask, 200),
  },
  {
    method: 'POST',
    path: '/applications/:application/publishing',
    policy: applicant,
    does: 'choose what of a grant may be public',
    async handle(ask) {
      const { applicationId, path } = own(ask);
      const yes = (field: string) => ask.form.text(field) === 'yes';
      const choices = { name: yes('name'), place: yes('place'), amount: yes('amount'), purpose: yes('purpose') };
      const outcome = await choosePublishing(ask.work, { applicationId, choices });
      return 'done' in outcome ? go(path) : publishPage(ask, 409);
    },
  },
];
