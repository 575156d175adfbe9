/** Two devices wrote different things: both stand side by side, and either can be kept. */
import { OwnWords } from '../../../forms/facts.tsx';
import { kindOf } from '../../../forms/kinds.ts';
import { type Body, nameOf, type Question } from '../../../forms/questions.ts';
import { Button, Form } from '../../../ui/controls.tsx';
import { Half, Heading, Links, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import { type Here, savedWhen } from '../here.ts';
import type { Changed } from './actions.ts';

type ChangedProps = { here: Here; changed: readonly Changed[]; now: Date; once: () => string; on: string };

export function ChangedPage({ here, changed, now, once, on }: ChangedProps) {
  const { say, voice, fund, path } = here;
  return (
    <>
      <Title line={false}>{say('applications.changed.title')}</Title>
      <p>{say('applications.changed.lede')}</p>
      {changed.map(({ question, mine, theirs }) => (
        <section key={question.id}>
          <Heading>{voice.content(`${question.id}.ask`, question.ask)}</Heading>
          <Half>
            <Note
              kind="done"
              title={
                <span>{say('applications.changed.mine', { time: savedWhen(voice.lang, now, now, fund.zone) })}</span>
              }
            >
              <Told here={here} question={question} body={mine} />
            </Note>
            <Note
              kind="gap"
              title={say('applications.changed.theirs', {
                time: savedWhen(voice.lang, theirs.savedAt, now, fund.zone),
              })}
            >
              <Told here={here} question={question} body={theirs.body} />
              <Form
                action={`${path}/questions/${question.id}`}
                once={once()}
                fields={{ ...boxes(question, theirs.body), [nameOf(question, 'seen')]: now.toISOString() }}
              >
                <Button kind="small" name="then" value="stop">
                  {say('applications.changed.keep')}
                </Button>
              </Form>
            </Note>
          </Half>
        </section>
      ))}
      <Links>
        <a href={on}>{say('applications.changed.on')}</a>
      </Links>
    </>
  );
}

function boxes(question: Question, body: Body): Record<string, string> {
  const fields = Object.entries(kindOf(question).fields(body)).filter(([, text]) => text !== '');
  return Object.fromEntries(fields.map(([part, text]) => [nameOf(question, part), text]));
}

function Told({ here, question, body }: { here: Here; question: Question; body: Body }) {
  const facts = kindOf(question).facts(body, question, here.voice);
  if (facts.length === 0) return <p>{here.say('applications.changed.empty')}</p>;
  return (
    <>
      {facts.map(({ label, words }, at) => (
        <p key={at}>
          {question.type !== 'text_or_audio' && <b>{label}: </b>}
          <OwnWords text={words} />
        </p>
      ))}
    </>
  );
}
