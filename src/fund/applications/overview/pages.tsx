/** Everything about one application in one place: how far it is, what waits, and what one may do. */
import { Button, ButtonLink, Does, Form } from '../../../ui/controls.tsx';
import { DayTime, TwoWords } from '../../../ui/facts.tsx';
import { Heading, Links, Row, Rows, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import { SendUntil } from '../answers/pages.tsx';
import { stateOf } from '../answers/rules.ts';
import type { Answers } from '../answers/store.ts';
import { MakeLink } from '../drafts/pages.tsx';
import { type Here, savedWhen, sectionInWords } from '../here.ts';
import { mayAskLate, maySend, mayWithdraw, mayWrite } from '../rules.ts';
import type { NextStep } from '../store.ts';
import type { Stage } from '../tables.ts';

export type Overview = {
  readonly here: Here;
  readonly answers: Answers;
  readonly stage: Stage;
  readonly steps: readonly NextStep[];
  readonly now: Date;
  readonly once: () => string;
};

export function OverviewPage(props: Overview) {
  const { here, once } = props;
  const { say, application, path, fund } = here;
  const help = { person: fund.design.help.person, phone: fund.design.help.phone };
  return (
    <>
      <Title step={say('applications.overview.step')}>
        <TwoWords>{application.reference}</TwoWords>
      </Title>
      <WhereItStands {...props} />
      <WhatWaits {...props} />
      {mayWrite(application).yes && <Questions {...props} />}
      <Heading>{say('applications.overview.more')}</Heading>
      <Links>
        {application.sent && <a href={`${path}/receipt`}>{say('applications.see-receipt')}</a>}{' '}
        <a href={`${path}/answers.txt`}>{say('applications.download')}</a>{' '}
        {mayWithdraw(application).yes && <a href={`${path}/withdrawal`}>{say('applications.withdraw.link')}</a>}
      </Links>
      <MakeLink here={here} once={once()} />
      <Heading>{say('applications.forget.heading')}</Heading>
      <p>{say('applications.forget.why')}</p>
      <Form action={`${path}/forgetting`} once={once()}>
        <Does>
          <Button kind="quiet">{say('applications.forget.button')}</Button>
        </Does>
      </Form>
      <p class="small soft">{say('applications.ring', help)}</p>
    </>
  );
}

function WhereItStands({ here, stage, now }: Overview) {
  const { say, application, path, fund } = here;
  if (stage === 'draft' || stage === 'late-asked') {
    if (application.letIn) return <Note kind="care" title={say('applications.late.let-in')} />;
    if (application.lateAskedAt)
      return (
        <Note kind="care">
          <p>{say('applications.late.waiting')}</p>
        </Note>
      );
    if (mayAskLate(application, now).yes)
      return (
        <Note kind="gap" title={say('applications.late.closed')}>
          <p>{say('applications.late.offer')}</p>
          <Does>
            <ButtonLink href={`${path}/late`}>{say('applications.late.link')}</ButtonLink>
          </Does>
        </Note>
      );
    return (
      <p>
        <SendUntil here={here} now={now} />
      </p>
    );
  }
  return (
    <Note kind={stage === 'withdrawn' ? 'care' : 'done'} title={say(`applications.stage.${stage}.title`)}>
      <p>
        {say(`applications.stage.${stage}.why`, { person: fund.design.help.person, phone: fund.design.help.phone })}
      </p>
      {application.sentAt && (
        <p class="small">
          {say('applications.sent-on', { day: <DayTime at={application.sentAt} zone={fund.zone} /> })}
        </p>
      )}
    </Note>
  );
}

function WhatWaits({ here, steps }: Overview) {
  const { say, path } = here;
  if (steps.length === 0) return null;
  return (
    <>
      <Heading>{say('applications.waits')}</Heading>
      <Rows>
        {steps.map((step) => (
          <Row key={step} title={say(`applications.waits.${step}`)} href={`${path}/${step}`} />
        ))}
      </Rows>
    </>
  );
}

function Questions({ here, answers, now }: Overview) {
  const { say, voice, questions, path, application } = here;
  const sections = [...new Set(questions.map((question) => question.section))];
  return (
    <>
      <Does>
        <ButtonLink href={`${path}/questions/${nextQuestion(here, answers)}`}>{say('applications.go-on')}</ButtonLink>
        <ButtonLink kind="quiet" href={`${path}/all`}>
          <span>{say('applications.see-all', { n: questions.length })}</span>
        </ButtonLink>
        {(maySend(application, now).yes || application.lateAsked) && (
          <ButtonLink kind="quiet" href={`${path}/check`}>
            {say('applications.check-and-send')}
          </ButtonLink>
        )}
      </Does>
      {sections.map((section) => (
        <section key={section}>
          <Heading>{sectionInWords(here, section)}</Heading>
          <Rows>
            {questions
              .filter((question) => question.section === section)
              .map((question) => (
                <Row
                  key={question.id}
                  title={voice.content(`${question.id}.ask`, question.ask)}
                  href={`${path}/questions/${question.id}`}
                >
                  <p class="small soft">
                    <HowFar here={here} answers={answers} now={now} id={question.id} />
                  </p>
                </Row>
              ))}
          </Rows>
        </section>
      ))}
    </>
  );
}

export function HowFar({ here, answers, now, id }: { here: Here; answers: Answers; now: Date; id: string }) {
  const { say, questions, voice, fund } = here;
  const question = questions.find((each) => each.id === id);
  const kept = answers.get(id);
  if (!question) return null;
  const when = kept ? savedWhen(voice.lang, kept.savedAt, now, fund.zone) : '';
  return <>{say(`applications.state.${stateOf(question, kept)}`, { when })}</>;
}

function nextQuestion({ questions }: Here, answers: Answers): string {
  const open = questions.find((question) => stateOf(question, answers.get(question.id)) === 'not-yet');
  return (open ?? questions[0])?.id ?? '';
}
