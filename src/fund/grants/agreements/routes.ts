/** Paths of the agreement: the team's list, the group's letter, signing, and what a group may say afterwards. */
import { need } from '../../../kernel/outcomes.ts';
import { scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { contentIn } from '../../../words/content.ts';
import { speaker } from '../../../words/speak.ts';
import { applicationById } from '../../applications/store.ts';
import { fundHere } from '../../pool/here.ts';
import { type Fund, fundById } from '../../pool/store.ts';
import { changeBank, countersign, makeAgreements, sayItLanded, sign } from './actions.ts';
import type { LetterProps } from './letter.ts';
import { BoardNoPage, LetterPage, NotYetPage } from './letter-page.tsx';
import { LettersPage } from './list-page.tsx';
import { readLetter } from './rules.ts';
import { agreementOf, boardNoOf, grantsIn, keptPrivate, moneyOf, payeeOf, signaturesOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const team = { who: 'roles', roles: ['programme', 'finance'] } as const;
const group = { who: 'applicant' } as const;

const options = (fund: Fund, title: string) => ({
  title,
  fund: { name: fund.name, href: `/funds/${fund.id}` },
  quiet: true,
});

async function letterPage(ask: Ask, more: Pick<LetterProps, 'problems' | 'typed'> = {}, status = 200): Promise<Answer> {
  const { tx } = ask.work;
  const id = ask.params.application ?? '';
  const application = need(await applicationById(tx, id), 'application');
  const fund = need(await fundById(tx, application.fundId), 'fund');
  const say = speak(ask.lang, ask.tally);
  const content = contentIn(fund.design.words, ask.lang);
  const shown = options(fund, say.text('grants.title'));
  const agreement = await agreementOf(tx, id);
  if (agreement) {
    const letter = readLetter(agreement.body);
    const body = LetterPage({
      say,
      content,
      once: ask.once,
      path: `/applications/${id}`,
      zone: fund.zone,
      language: application.language,
      letter,
      money: await moneyOf(tx, id),
      signatures: await signaturesOf(tx, id),
      payee: await payeeOf(tx, id),
      kept: await keptPrivate(tx, id),
      ...more,
    });
    return page(body, { ...shown, status, kind: 'letter' });
  }
  const boardNo = await boardNoOf(tx, id);
  if (!boardNo) return page(NotYetPage({ say }), shown);
  const place = fund.design.fund.fiscal_host.refusal_grounds.indexOf(boardNo.ground);
  const because = content.text(`ground.${place}`, boardNo.ground);
  return page(BoardNoPage({ say, because, words: boardNo.words, help: fund.design.help }), {
    ...shown,
    kind: 'letter',
  });
}

async function listPage(ask: Ask, fund: Fund, more: { notSigned?: boolean } = {}, status = 200): Promise<Answer> {
  const scope = scopeIn(ask.actor, fund.id, 'programme', 'finance');
  const say = speak(ask.lang, ask.tally);
  const grants = await grantsIn(ask.work.tx, scope);
  const body = LettersPage({ say, once: ask.once, fundId: fund.id, zone: fund.zone, grants, ...more });
  return page(body, { ...options(fund, say.text('letters.title')), status });
}

async function theFund(ask: Ask): Promise<Fund> {
  const fund = await fundHere(ask);
  scopeIn(ask.actor, fund.id, 'programme', 'finance');
  return fund;
}

const typedBank = (ask: Ask) => ({
  accountName: ask.form.text('account_name'),
  sortCode: ask.form.text('sort_code'),
  accountNumber: ask.form.text('account_number'),
  holder: ask.form.text('holder'),
});

const letterAt = (applicationId: string) => `/applications/${applicationId}/agreement`;

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/agreements',
    policy: team,
    does: 'see grant letters and who signed',
    handle: async (ask) => listPage(ask, await theFund(ask)),
  },
  {
    method: 'POST',
    path: '/funds/:fund/agreements',
    policy: team,
    does: 'make grant letters for what is approved and checked',
    async handle(ask) {
      const fund = await theFund(ask);
      await makeAgreements(ask.work, { fund });
      return go(`/funds/${fund.id}/agreements`);
    },
  },
  {
    method: 'POST',
    path: '/grants/:application/countersignature',
    policy: team,
    does: 'sign a grant letter for the host',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      const outcome = await countersign(ask.work, { applicationId });
      if ('done' in outcome) return go(`/funds/${outcome.done.fundId}/agreements`);
      const agreement = need(await agreementOf(ask.work.tx, applicationId), 'agreement');
      const fund = need(await fundById(ask.work.tx, agreement.fund_id), 'fund');
      return listPage(ask, fund, { notSigned: true }, 409);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/agreement',
    policy: group,
    does: 'read the grant letter',
    handle: (ask) => letterPage(ask),
  },
  {
    method: 'POST',
    path: '/applications/:application/agreement/signature',
    policy: group,
    does: 'sign the grant letter',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      const outcome = await sign(ask.work, {
        applicationId,
        typed: {
          agree: ask.form.text('agree'),
          signedAs: ask.form.text('signed_as'),
          bank: typedBank(ask),
          publish: (field) => ask.form.text(`publish-${field}`),
        },
      });
      if ('invalid' in outcome) return letterPage(ask, { problems: outcome.invalid, typed: ask.form.text }, 422);
      return go(letterAt(applicationId));
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/bank',
    policy: group,
    does: 'change the bank details',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      const outcome = await changeBank(ask.work, { applicationId, typed: typedBank(ask) });
      if ('invalid' in outcome) return letterPage(ask, { problems: outcome.invalid, typed: ask.form.text }, 422);
      return go(letterAt(applicationId));
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/landed',
    policy: group,
    does: 'say that the money landed',
    async handle(ask) {
      const applicationId = ask.params.application ?? '';
      await sayItLanded(ask.work, { applicationId });
      return go(letterAt(applicationId));
    },
  },
];
