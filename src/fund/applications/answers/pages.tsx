/** One question a screen: what is asked, why, the boxes, and the way on. */
import type { ComponentChildren } from 'preact';
import { Boxes } from '../../../forms/controls.tsx';
import { gapInWords } from '../../../forms/gaps.tsx';
import { kindOf } from '../../../forms/kinds.ts';
import { nameOf, type Question } from '../../../forms/questions.ts';
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { DayTime, TwoWords } from '../../../ui/facts.tsx';
import { Fold, Links, Side, Title } from '../../../ui/layout.tsx';
import { Note, Progress, Saved } from '../../../ui/notes.tsx';
import type { Here } from '../here.ts';
import { savedWhen, sectionInWords } from '../here.ts';
import { windowOf } from '../rules.ts';
import { gapsOf } from './rules.ts';
import type { Kept } from './store.ts';

type QuestionProps = {
  readonly here: Here;
  readonly question: Question;
  readonly kept: Kept | undefined;
  readonly now: Date;
  readonly once: string;
};

export function QuestionPage({ here, question, kept, now, once }: QuestionProps) {
  const { say, voice, path, questions, fund } = here;
  const at = questions.indexOf(question) + 1;
  const previous = questions[at - 2];
  const gaps = kept ? gapsOf(question, kept) : [];
  return (
    <Side aside={<Beside here={here} question={question} now={now} />} label={say.text('applications.beside')}>
      <Progress at={at} of={questions.length} part={sectionInWords(here, question.section)} />
      <Title line={false}>{voice.content(`${question.id}.ask`, question.ask)}</Title>
      <WhyWeAsk here={here} question={question} />
      <Form
        action={`${path}/questions/${question.id}`}
        once={once}
        fields={{ [nameOf(question, 'seen')]: kept?.savedAt.toISOString() ?? '' }}
      >
        <Boxes question={question} fields={fieldsOf(here, question, kept)} voice={voice} alone />
        {gaps.length > 0 && (
          <Note kind="gap">
            {gaps.map((gap, index) => (
              <p key={index}>{gapInWords(gap, question, voice)}</p>
            ))}
          </Note>
        )}
        {kept && <Saved us={savedWhen(voice.lang, kept.savedAt, now, fund.zone)} />}
        <Does>
          <Button name="then" value="next">
            {say('applications.save-on')}
          </Button>
          <Button kind="quiet" name="then" value="stop">
            {say('applications.save-stop')}
          </Button>
        </Does>
      </Form>
      <Links>
        {previous && <a href={`${path}/questions/${previous.id}`}>{say('applications.back-to', { n: at - 1 })}</a>}{' '}
        <a href={path}>{say('applications.leave')}</a>{' '}
        <a href={`${path}/all`}>{say('applications.see-all', { n: questions.length })}</a>
      </Links>
    </Side>
  );
}

/** The language written in starts as the one the draft was opened in. */
export function fieldsOf(here: Here, question: Question, kept: Kept | undefined) {
  const fields = kindOf(question).fields(kept?.body ?? {});
  return question.type === 'place_and_languages' ? { write: here.application.language, ...fields } : fields;
}

export function WhyWeAsk({ here, question }: { here: Here; question: Question }) {
  const { say, voice } = here;
  const seen =
    question.type === 'contact' || question.type === 'mixed'
      ? 'applications.seen-by-team'
      : 'applications.seen-by-readers';
  return (
    <p class="hint">
      {question.type === 'contact' && <>{voice.say('forms.contact.why')} </>}
      {question.type === 'mixed' && <>{voice.say('forms.safety.why')} </>}
      {question.type !== 'contact' && question.type !== 'mixed' && <>{say(seen)} </>}
      {question.help !== undefined && voice.content(`${question.id}.help`, question.help)}
    </p>
  );
}

function Beside({ here, question, now }: { here: Here; question: Question; now: Date }) {
  const { say, application, fund, voice } = here;
  const looked = fund.design.criteria.items.filter((item) => question.criteria?.includes(item.id));
  return (
    <>
      {looked.length > 0 && (
        <Fold summary={say('applications.looked-for')}>
          {looked.map((item) => (
            <p key={item.id}>
              <b>{voice.content(`${item.id}.name`, item.name)}.</b>{' '}
              {voice.content(`${item.id}.question`, item.question)}
            </p>
          ))}
        </Fold>
      )}
      <Note kind="care">
        <p>{say('applications.word-pair', { reference: <TwoWords>{application.reference}</TwoWords> })}</p>
        <p class="small">
          <SendUntil here={here} now={now} />
        </p>
      </Note>
    </>
  );
}

export function SendUntil({ here, now }: { here: Here; now: Date }): ComponentChildren {
  const { say, application, fund } = here;
  if (windowOf(application, now) === 'open')
    return say('applications.until', { day: <DayTime at={application.closesAt} zone={fund.zone} /> });
  if (application.letIn || windowOf(application, now) === 'grace') return say('applications.still');
  return say('applications.was-closed', { day: <DayTime at={application.closesAt} zone={fund.zone} /> });
}
