/** Paths of readers: my pile, one application, the others' words after mine. */
import { h } from 'preact';
import { questionsOf } from '../../forms/questions.ts';
import { words as formWords } from '../../forms/words.ts';
import { dayIn } from '../../kernel/instants.ts';
import { need } from '../../kernel/outcomes.ts';
import { scopeIn } from '../../people/groups/scope.ts';
import { type Answer, type Ask, go, page, type Route } from '../../platform/web/ask.ts';
import { money, time } from '../../words/amounts.ts';
import { contentIn } from '../../words/content.ts';
import { speaker } from '../../words/speak.ts';
import { fundHere } from '../pool/here.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { comeBack, flagWorry, saveReading, stepBack, type Typed } from './actions.ts';
import { routes as bringsRoutes } from './brings/routes.ts';
import { OneReadingPage, type ReadingView } from './one-page.tsx';
import { PilePage } from './pages.tsx';
import { routes as pilesRoutes } from './piles/routes.ts';
import { type AnchorWord, isAnchorWord, mayComeBack, mayWrite, type ReadingRefusal, sittingOf } from './rules.ts';
import { SteppedBackPage } from './stepped-back.tsx';
import { choosingBegan, type OneReading, othersOn, ownReading, pileOf, translationsOf, wordsOf } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const speakForms = speaker(formWords);
const member = { who: 'roles', roles: ['member'] } as const;

async function readingAt(ask: Ask, lock = false): Promise<{ fund: Fund; reading: OneReading; personId: string }> {
  const personId = need(ask.actor.kind === 'person' ? ask.actor : null, 'reader').personId;
  const reading = need(await ownReading(ask.work.tx, ask.params.reading ?? '', personId, lock), 'reading');
  const fund = need(await fundById(ask.work.tx, reading.fundId), 'fund');
  scopeIn(ask.actor, fund.id, 'member');
  return { fund, reading, personId };
}

type Found = Awaited<ReturnType<typeof readingAt>>;

async function viewOf(ask: Ask, { fund, reading, personId }: Found, more: Partial<ReadingView>): Promise<ReadingView> {
  const { tx } = ask.work;
  const say = speak(ask.lang, ask.tally);
  const pile = (await pileOf(tx, fund.id, personId)).filter((item) => item.steppedBackAt === null);
  const kept = (await wordsOf(tx, [reading.id])).get(reading.id) ?? {};
  return {
    say,
    design: fund.design,
    fundId: fund.id,
    reading,
    place: Math.max(1, pile.findIndex((item) => item.id === reading.id) + 1),
    all: pile.length,
    questions: questionsOf(fund.design),
    voice: { say: speakForms(ask.lang, ask.tally), content: contentIn(fund.design.words, ask.lang), lang: ask.lang },
    translated: await translationsOf(tx, reading.applicationId),
    words: kept,
    kept,
    others: await othersOn(tx, reading, personId),
    open: mayWrite(reading, await choosingBegan(tx, fund.id)).yes,
    money: money(ask.lang, reading.requestedPence),
    once: ask.once,
    ...(reading.savedAt ? { savedAt: time(ask.lang, reading.savedAt, fund.zone) } : {}),
    ...more,
  };
}

/** One reading as it stands; of one that was left, whatever led to it, nothing of the group's answers is shown. */
async function show(ask: Ask, more: Partial<ReadingView> = {}, status = 200): Promise<Answer> {
  const found = await readingAt(ask);
  const { fund, reading } = found;
  const say = speak(ask.lang, ask.tally);
  const title = say.text('reading.pile.title');
  if (reading.steppedBackAt !== null) {
    const view = {
      say,
      fundId: fund.id,
      readingId: reading.id,
      shownAs: reading.shownAs,
      linked: reading.linked,
      worrySent: more.message === 'worry',
      mayComeBack: mayComeBack(reading, await choosingBegan(ask.work.tx, fund.id)).yes,
      refusal: more.refusal,
      once: ask.once,
    };
    return page(h(SteppedBackPage, { view }), { title, status });
  }
  return page(h(OneReadingPage, { view: await viewOf(ask, found, more) }), { title, kind: 'wide', status });
}

/** Why words could not be kept; that a reading has ended, and by what, is said by the page itself. */
function refusedWith(ask: Ask, reason: ReadingRefusal): Partial<ReadingView> {
  if (reason !== 'choosing-began' && reason !== 'unchecked') return {};
  return { refusal: speak(ask.lang, ask.tally)(`reading.refused.${reason}`) };
}

function typedIn(ask: Ask, fund: Fund): Typed {
  const picked: Record<string, AnchorWord> = {};
  for (const item of fund.design.criteria.items) {
    const word = ask.form.text(item.id);
    if (isAnchorWord(word)) picked[item.id] = word;
  }
  return {
    words: picked,
    sentence: ask.form.text('sentence'),
    needToKnow: ask.form.text('need'),
    knowsLanguage: ask.form.text('knows_language') === 'yes',
    seen: ask.form.has('seen') ? ask.form.text('seen') : null,
  };
}

async function save(ask: Ask): Promise<Answer> {
  const { fund, reading } = await readingAt(ask);
  const typed = typedIn(ask, fund);
  const outcome = await saveReading(ask.work, fund, reading.id, typed, ask.form.text('do') === 'finish');
  if ('done' in outcome)
    return go(outcome.done.finished ? `/funds/${fund.id}/pile` : `/readings/${reading.id}?saved=1`);
  const kept = { words: typed.words, typedSentence: typed.sentence, typedNeed: typed.needToKnow };
  if ('refused' in outcome && outcome.refused === 'newer') return show(ask, { ...kept, newer: true }, 409);
  if ('refused' in outcome) return show(ask, { ...kept, ...refusedWith(ask, outcome.refused) }, 409);
  const say = speak(ask.lang, ask.tally);
  const names = new Map(fund.design.criteria.items.map((item) => [item.id, item.name]));
  const problems = outcome.invalid.map(({ field }) => ({
    field,
    words:
      field === 'sentence' ? say('reading.gap.sentence') : say('reading.gap.pick', { name: names.get(field) ?? field }),
  }));
  return show(ask, { ...kept, problems }, 422);
}

async function myPile(ask: Ask): Promise<Answer> {
  const fund = await fundHere(ask);
  const scope = scopeIn(ask.actor, fund.id, 'member');
  const say = speak(ask.lang, ask.tally);
  const given = await pileOf(ask.work.tx, fund.id, scope.personId);
  const pile = given.filter((item) => item.steppedBackAt === null);
  const began = await choosingBegan(ask.work.tx, fund.id);
  const finished = pile.filter((item) => item.finishedAt !== null);
  const today = dayIn(ask.now, fund.zone);
  const view = {
    say,
    fundId: fund.id,
    items: sittingOf(pile).map((item) => ({ ...item, money: money(ask.lang, item.requestedPence) })),
    all: pile.length,
    done: finished.length,
    today: finished.filter((item) => item.finishedAt && dayIn(item.finishedAt, fund.zone) === today).length,
    minutes: fund.design.capacity_model.reading_minutes_each,
    left: given.filter((item) => item.steppedBackAt !== null && mayComeBack({ ...item, standing: true }, began).yes),
  };
  return page(h(PilePage, { view }), { title: say.text('reading.pile.title'), fund: { name: fund.name, href: '/' } });
}

const one = '/readings/:reading';
export const routes: readonly Route[] = [
  { method: 'GET', path: '/funds/:fund/pile', policy: member, does: 'reads my pile', handle: myPile },
  {
    method: 'GET',
    path: one,
    policy: member,
    does: 'reads one application of my pile',
    async handle(ask) {
      const message = ask.query.has('saved') ? 'saved' : ask.query.has('worry') ? 'worry' : undefined;
      return show(ask, message ? { message } : {});
    },
  },
  { method: 'POST', path: one, policy: member, does: 'save my words on an application', handle: save },
  {
    method: 'POST',
    path: `${one}/step-back`,
    policy: member,
    does: 'step back from an application',
    async handle(ask) {
      const { fund, reading } = await readingAt(ask);
      const outcome = await stepBack(ask.work, fund, reading.id);
      // Pressing it again, or on a page that was open since a link was told, ends at the same place.
      if ('refused' in outcome && outcome.refused !== 'stepped-back')
        return show(ask, refusedWith(ask, outcome.refused), 409);
      return go(`/readings/${reading.id}`);
    },
  },
  {
    method: 'POST',
    path: `${one}/come-back`,
    policy: member,
    does: 'read an application after all, having stepped back',
    async handle(ask) {
      const { fund, reading } = await readingAt(ask);
      const outcome = await comeBack(ask.work, fund, reading.id);
      if ('refused' in outcome) return show(ask, refusedWith(ask, outcome.refused), 409);
      return go(`/readings/${reading.id}`);
    },
  },
  {
    method: 'POST',
    path: `${one}/worry`,
    policy: member,
    does: 'tell the facilitator a quiet worry',
    async handle(ask) {
      const { fund, reading } = await readingAt(ask);
      const outcome = await flagWorry(ask.work, fund, reading.id, ask.form.text('worry'));
      if ('done' in outcome) return go(`/readings/${reading.id}?worry=1`);
      const say = speak(ask.lang, ask.tally);
      return show(ask, { problems: [{ field: 'worry', words: say('reading.gap.worry') }] }, 422);
    },
  },
  ...bringsRoutes,
  ...pilesRoutes,
];
