/** Paths of questions and answers. */
import { h } from 'preact';
import { asPlainText } from '../../../forms/facts.tsx';
import { kindOf } from '../../../forms/kinds.ts';
import { nameOf, type Question } from '../../../forms/questions.ts';
import { need } from '../../../kernel/outcomes.ts';
import { type Answer, type Ask, data, go, page, type Route } from '../../../platform/web/ask.ts';
import { type Here, hereOf, pageOf } from '../here.ts';
import { mayWrite } from '../rules.ts';
import { saveAnswers, type Written } from './actions.ts';
import { AllPage } from './all.tsx';
import { ChangedPage } from './changed.tsx';
import { QuestionPage } from './pages.tsx';
import { SentAlready } from './sent-already.tsx';
import { answersOf } from './store.ts';

const applicant = { who: 'applicant' } as const;

function questionOf(here: Here, ask: Ask): Question {
  return need(
    here.questions.find((each) => each.id === ask.params.question),
    'question',
  );
}

function titleOf(here: Here, question: Question): string {
  return here.say.text('applications.question-title', {
    at: here.questions.indexOf(question) + 1,
    of: here.questions.length,
  });
}

function alreadySent(here: Here): Answer {
  return page(
    h(SentAlready, { here }),
    pageOf(here, here.say.text('applications.sent-already.title'), { status: 409 }),
  );
}

function written(ask: Ask, question: Question): Written {
  return { question, body: kindOf(question).read(ask.form, question), seen: ask.form.text(nameOf(question, 'seen')) };
}

async function save(ask: Ask, here: Here, all: readonly Written[], on: string): Promise<Answer> {
  const outcome = await saveAnswers(ask.work, {
    applicationId: here.application.id,
    questions: here.questions,
    written: all,
  });
  if (!('done' in outcome)) return alreadySent(here);
  const { changed } = outcome.done;
  if (changed.length === 0) return go(on);
  return page(
    h(ChangedPage, { here, changed, now: ask.now, once: ask.once, on }),
    pageOf(here, here.say.text('applications.changed.title'), { status: 409 }),
  );
}

function onFrom(ask: Ask, here: Here, question: Question): string {
  const then = ask.form.text('then');
  if (then === 'line') return `${here.path}/questions/${question.id}`;
  if (then === 'stop') return here.path;
  const next = here.questions[here.questions.indexOf(question) + 1];
  return next ? `${here.path}/questions/${next.id}` : `${here.path}/check`;
}

export const answerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/applications/:application/questions/:question',
    policy: applicant,
    does: 'one question of the form',
    async handle(ask) {
      const here = await hereOf(ask);
      const question = questionOf(here, ask);
      if (!mayWrite(here.application).yes) return alreadySent(here);
      const kept = (await answersOf(ask.work.tx, here.application.id, here.questions)).get(question.id);
      return page(
        h(QuestionPage, { here, question, kept, now: ask.now, once: ask.once() }),
        pageOf(here, titleOf(here, question), { kind: 'one' }),
      );
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/questions/:question',
    policy: applicant,
    does: 'save one answer',
    async handle(ask) {
      const here = await hereOf(ask);
      const question = questionOf(here, ask);
      return save(ask, here, [written(ask, question)], onFrom(ask, here, question));
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/all',
    policy: applicant,
    does: 'all questions of the form on one page',
    async handle(ask) {
      const here = await hereOf(ask);
      if (!mayWrite(here.application).yes) return alreadySent(here);
      const answers = await answersOf(ask.work.tx, here.application.id, here.questions);
      return page(
        h(AllPage, { here, answers, now: ask.now, once: ask.once() }),
        pageOf(here, here.say.text('applications.all.title', { n: here.questions.length })),
      );
    },
  },
  {
    method: 'POST',
    path: '/applications/:application/all',
    policy: applicant,
    does: 'save all answers at once',
    async handle(ask) {
      const here = await hereOf(ask);
      const all = here.questions.map((question) => written(ask, question));
      return save(ask, here, all, ask.form.text('then') === 'stop' ? here.path : `${here.path}/check`);
    },
  },
  {
    method: 'GET',
    path: '/applications/:application/answers.txt',
    policy: applicant,
    does: 'a copy of the answers as text',
    async handle(ask) {
      const here = await hereOf(ask);
      const answers = await answersOf(ask.work.tx, here.application.id, here.questions);
      const facts = here.questions.flatMap((question) => {
        const kept = answers.get(question.id);
        return kept ? kindOf(question).facts(kept.body, question, here.voice) : [];
      });
      const text = `${here.application.reference}\n\n${asPlainText(facts)}`;
      return data('text/plain; charset=utf-8', text, { filename: 'answers.txt' });
    },
  },
];
