/** Paths of past grants: look them up, and bring a file. */
import { readGrants } from '../../../../packages/360giving/src/read.ts';
import { report } from '../../../../packages/360giving/src/report.ts';
import { Unreadable } from '../../../../packages/360giving/src/unreadable.ts';
import { type FundScope, scopeIn } from '../../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../../platform/web/ask.ts';
import { speaker } from '../../../words/speak.ts';
import { fundHere } from '../here.ts';
import type { Fund } from '../store.ts';
import { bringPastGrants } from './actions.ts';
import { PastPage, type Problem } from './pages.tsx';
import { mayBring } from './rules.ts';
import { fundersBefore, onePage, pastGrants } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
// A file of the usual kind; whoever brings one is signed in, and it is read in this process.
const limits = {
  fileBytes: 10 * 2 ** 20,
  unpackedBytes: 64 * 2 ** 20,
  columns: 2000,
  cellText: 100_000,
  grants: 20_000,
};

const whole = (text: string | null): number | null => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : null);

async function show(ask: Ask, fund: Fund, scope: FundScope, problem: Problem | null): Promise<Answer> {
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const path = `/funds/${fund.id}/pool/past`;
  const [letters, skip] = [(ask.query.get('letters') ?? '').trim().slice(0, 60), whole(ask.query.get('skip')) ?? 0];
  const grants = await pastGrants(tx, fund.id, { letters, skip });
  const more = new URLSearchParams({ ...(letters === '' ? {} : { letters }), skip: String(skip + onePage) });
  const body = PastPage({
    say,
    once: ask.once(),
    path,
    mayBring: scope.roles.some((role) => role === 'finance' || role === 'programme'),
    brought: whole(ask.query.get('brought')),
    problem,
    funders: await fundersBefore(tx, fund.id),
    grants: grants.slice(0, onePage),
    letters,
    next: grants.length > onePage ? `${path}?${more}#list` : null,
  });
  return page(body, {
    title: say.text('past.title'),
    kind: 'wide',
    status: problem === null ? 200 : 422,
    fund: { name: fund.name, href: `/funds/${fund.id}` },
  });
}

async function pastPage(ask: Ask): Promise<Answer> {
  const fund = await fundHere(ask);
  return show(ask, fund, scopeIn(ask.actor, fund.id, 'funder', 'finance', 'programme'), null);
}

async function bring(ask: Ask): Promise<Answer> {
  const fund = await fundHere(ask);
  const scope = scopeIn(ask.actor, fund.id, 'finance', 'programme');
  const bytes = ask.form.file('file');
  if (bytes === undefined) return show(ask, fund, scope, { no: 'nofile' });
  try {
    const file = await readGrants(bytes, limits);
    const found = report(file, ask.now.getTime());
    const verdict = mayBring(found);
    if (verdict.may)
      return go(`/funds/${fund.id}/pool/past?brought=${await bringPastGrants(ask.work, scope, file.data.grants)}`);
    const { no } = verdict;
    return await show(ask, fund, scope, no === 'empty' ? { no } : { no, bad: found.grants - found.valid });
  } catch (problem) {
    if (problem instanceof Unreadable) return show(ask, fund, scope, { no: 'unreadable', message: problem.message });
    throw problem;
  }
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/funds/:fund/pool/past',
    policy: { who: 'roles', roles: ['funder', 'finance', 'programme'] },
    does: 'see who funded what before',
    handle: pastPage,
  },
  {
    method: 'POST',
    path: '/funds/:fund/pool/past',
    policy: { who: 'roles', roles: ['finance', 'programme'] },
    does: 'bring a file of past grants',
    limits: [{ bucket: 'past-grants', by: 'address', most: 20, seconds: 600 }],
    takesFiles: true,
    handle: bring,
  },
];
