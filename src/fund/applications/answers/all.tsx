/** Every question on one page, for those who like to see it whole. */
import { Boxes } from '../../../forms/controls.tsx';
import { nameOf } from '../../../forms/questions.ts';
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { TwoWords } from '../../../ui/facts.tsx';
import { Heading, Links, Title } from '../../../ui/layout.tsx';
import { Saved } from '../../../ui/notes.tsx';
import { type Here, savedWhen } from '../here.ts';
import { fieldsOf, SendUntil, WhyWeAsk } from './pages.tsx';
import type { Answers } from './store.ts';

export function AllPage({ here, answers, now, once }: { here: Here; answers: Answers; now: Date; once: string }) {
  const { say, voice, path, questions, application, fund } = here;
  const seen = Object.fromEntries(
    questions.map((each) => [nameOf(each, 'seen'), answers.get(each.id)?.savedAt.toISOString() ?? '']),
  );
  return (
    <>
      <Title step={say('applications.word-pair', { reference: <TwoWords>{application.reference}</TwoWords> })}>
        {say('applications.all.title', { n: questions.length })}
      </Title>
      <p>
        {say('applications.all.lede')} <SendUntil here={here} now={now} />
      </p>
      <Form action={`${path}/all`} once={once} fields={seen}>
        {questions.map((question, at) => {
          const kept = answers.get(question.id);
          return (
            <section key={question.id} id={question.id} aria-labelledby={`${question.id}-t`}>
              <Heading id={`${question.id}-t`}>
                {at + 1}. {voice.content(`${question.id}.ask`, question.ask)}
              </Heading>
              <WhyWeAsk here={here} question={question} />
              <Boxes question={question} fields={fieldsOf(here, question, kept)} voice={voice} alone={false} />
              {kept && <Saved us={savedWhen(voice.lang, kept.savedAt, now, fund.zone)} />}
            </section>
          );
        })}
        <Does>
          <Button name="then" value="check">
            {say('applications.save-check')}
          </Button>
          <Button kind="quiet" name="then" value="stop">
            {say('applications.save-stop')}
          </Button>
        </Does>
      </Form>
      <Links>
        <a href={path}>{say('applications.leave')}</a>
      </Links>
    </>
  );
}
