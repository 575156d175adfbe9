/** Paths of beginning an application. */
import { h } from 'preact';
import { go, page, type Route } from '../../../platform/web/ask.ts';
import { isLang } from '../../../words/languages.ts';
import { fundHere } from '../../pool/here.ts';
import { hereOf, pageOf, sayer } from '../here.ts';
import { forgetPhone, makeLink, startApplication } from './actions.ts';
import { cookieWith, cookieWithout } from './keys.ts';
import { CannotStart, LinkPage, StartedPage } from './pages.tsx';

const applicant = { who: 'applicant' } as const;

export const draftRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/funds/:fund/applications',
    policy: { who: 'anyone' },
    does: 'begin an application',
    // Many groups share one address: a library, a community centre, a phone network.
    limits: [{ bucket: 'applications.start', by: 'address', most: 100, seconds: 3600 }],
    async handle(ask) {
      const fund = await fundHere(ask);
      const typed = ask.form.text('language');
      const language = isLang(typed) || typed === 'other' ? typed : ask.lang;
      const known = fund.design.eligibility.questions;
      const fit = Object.fromEntries(
        known.flatMap(({ id, options }) => {
          const typed = ask.form.text(id);
          const chosen = options.includes(typed) ? typed : /^\d$/.test(typed) ? options[Number(typed)] : undefined;
          return chosen === undefined ? [] : [[id, chosen]];
        }),
      );
      const outcome = await startApplication(ask.work, { fundId: fund.id, language, fit });
      if ('done' in outcome)
        return go(
          `/applications/${outcome.done.applicationId}/started`,
          cookieWith(ask.cookie('draft'), outcome.done.secret),
        );
      const reason = 'refused' in outcome ? outcome.refused : 'closed';
      const say = sayer(ask);
      const title = say.text(`applications.start.${reason}.title`);
      return page(
        h(CannotStart, { say, reason, fundHref: `/funds/${fund.id}` }),
        pageOf({ fund }, title, { status: 409 }),
      );
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/started',
    policy: applicant,
    does: 'the word pair of a new draft and the way on',
    async handle(ask) {
      const here = await hereOf(ask);
      return page(
        h(StartedPage, { here, now: ask.now, once: ask.once() }),
        pageOf(here, here.say.text('applications.started.step')),
      );
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/link',
    policy: applicant,
    does: 'make a new private link',
    async handle(ask) {
      const here = await hereOf(ask);
      const outcome = await makeLink(ask.work, here.application.id);
      const { secret } = outcome.done;
      // Answered with a page rather than a redirect: the answer to this press is the one place where the link can be
      // shown without lying in an address, in the history or in our database. Pressing again makes another and ends this one.
      return page(
        h(LinkPage, { here, link: `${ask.origin}/o/${secret}` }),
        pageOf(here, here.say.text('applications.link.title')),
      );
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/forgetting',
    policy: applicant,
    does: 'clear this phone',
    async handle(ask) {
      const outcome = await forgetPhone(ask.work, {
        applicationId: ask.params.application ?? '',
        keyHashes: ask.draftKeys,
      });
      return go('/', cookieWithout(ask.cookie('draft'), outcome.done.ended));
    },
  },
];
