/** A last look before sending: what is there, what is not yet, and friendly gaps; it can go as it is. */
import { gapInWords } from '../../../forms/gaps.tsx';
import { Button, ButtonLink, Does, Form } from '../../../ui/controls.tsx';
import { TwoWords } from '../../../ui/facts.tsx';
import { Links, Row, Rows, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { SendUntil } from '../answers/pages.tsx';
import { gapsOf, missingFrom } from '../answers/rules.ts';
import type { Answers } from '../answers/store.ts';
import type { Here } from '../here.ts';
import { HowFar } from '../overview/pages.tsx';
import { maySend } from '../rules.ts';

type CheckProps = { here: Here; answers: Answers; now: Date; once: string; asked: boolean };

export function CheckPage({ here, answers, now, once, asked }: CheckProps) {
  const { say, voice, path, questions, application } = here;
  const missing = missingFrom(questions, answers);
  return (
    <>
      {asked && (
        <Problems
          title={say('applications.check.not-all')}
          problems={missing.map((id) => ({
            field: id,
            words: voice.content(`${id}.ask`, questions.find((each) => each.id === id)?.ask ?? id),
          }))}
        />
      )}
      <Title step={<TwoWords>{application.reference}</TwoWords>} lede={<SendUntil here={here} now={now} />}>
        {say('applications.check.title')}
      </Title>
      <Rows>
        {questions.map((question) => {
          const gaps = gapsOf(question, answers.get(question.id)).filter((gap) => gap.code !== 'empty');
          return (
            <Row
              key={question.id}
              title={<span id={`f-${question.id}`}>{voice.content(`${question.id}.ask`, question.ask)}</span>}
              href={`${path}/questions/${question.id}`}
            >
              <p class="small soft">
                <HowFar here={here} answers={answers} now={now} id={question.id} />
              </p>
              {gaps.map((gap, at) => (
                <p key={at} class="small">
                  {gapInWords(gap, question, voice)}
                </p>
              ))}
            </Row>
          );
        })}
      </Rows>
      {maySend(application, now).yes ? (
        <SendIt here={here} once={once} missing={missing.length} />
      ) : (
        <Note kind="gap" title={say('applications.late.closed')}>
          <p>{say('applications.late.offer')}</p>
          <Does>
            <ButtonLink href={`${path}/late`}>{say('applications.late.link')}</ButtonLink>
          </Does>
        </Note>
      )}
      <Links>
        <a href={path}>{say('applications.leave')}</a>
      </Links>
    </>
  );
}

function SendIt({ here, once, missing }: { here: Here; once: string; missing: number }) {
  const { say, path } = here;
  return (
    <Form
      action={`${path}/submission`}
      once={once}
      fields={missing > 0 ? { as_is: 'yes' } : {}}
      label={say.text('applications.check.send')}
    >
      {missing > 0 && <p>{say('applications.check.as-is-why', { n: missing })}</p>}
      <p>{say('applications.check.then')}</p>
      <Does>
        <Button>{missing > 0 ? say('applications.check.as-is') : say('applications.check.send')}</Button>
      </Does>
    </Form>
  );
}
