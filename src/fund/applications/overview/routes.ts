/** The path of an application itself. */
import { h } from 'preact';
import { page, type Route } from '../../../platform/web/ask.ts';
import { answersOf } from '../answers/store.ts';
import { hereOf, pageOf } from '../here.ts';
import { nextStepsOf } from '../store.ts';
import { OverviewPage } from './pages.tsx';

export const overviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/applications/:application',
    policy: { who: 'applicant' },
    does: 'one’s own application and what waits',
    async handle(ask) {
      const here = await hereOf(ask);
      const answers = await answersOf(ask.work.tx, here.application.id, here.questions);
      const { stage, steps } = await nextStepsOf(ask.work.tx, here.application.id);
      return page(
        h(OverviewPage, { here, answers, stage, steps, now: ask.now, once: ask.once }),
        pageOf(here, here.say.text('applications.overview.title')),
      );
    },
  },
];
