/** One grant before the board: its summary, and a form each for a yes, one question and a no. */
import type { Actor } from '../../kernel/actors.ts';
import type { Problem } from '../../kernel/outcomes.ts';
import { Button, Check, Choice, Does, Form, TextArea } from '../../ui/controls.tsx';
import { Amount } from '../../ui/facts.tsx';
import { Facts, Fold, Quote, Section, Sheet, Soft, Title } from '../../ui/layout.tsx';
import { Problems } from '../../ui/notes.tsx';
import { ResultTag } from '../checks/pages.tsx';
import { type BoardSay, BoardTag, type Grant, NoNote } from './pages.tsx';
import { askerOf, type BoardNo, mayAnswer, mayApprove, mayAsk, mayRefuse, type Standing } from './rules.ts';

export type OneProps = {
  readonly say: BoardSay;
  readonly once: () => string;
  readonly actor: Actor;
  readonly linkLevel: number;
  readonly grant: Grant;
  readonly grounds: readonly string[];
  readonly choice: 'question' | 'refusal' | null;
  readonly problems?: readonly Problem[];
  readonly no?: BoardNo;
  readonly typed?: (name: string) => string;
};

export function standingOf({ chosen, signoff, question }: Grant): Standing {
  return {
    fundId: chosen.fundId,
    decision: signoff?.decision ?? null,
    question: question === null ? 'none' : question.answer === null ? 'open' : 'answered',
    result: chosen.result,
  };
}

export function OneGrantPage(props: OneProps) {
  const { say, grant, actor, problems = [], choice } = props;
  const { chosen } = grant;
  const standing = standingOf(grant);
  const asker = askerOf(actor, chosen.fundId, props.linkLevel);
  const words = problems.map((each) => ({
    field: each.field,
    words: say(`signoff.problem.${each.code}` as 'signoff.problem.nothing'),
  }));
  return (
    <>
      <Title step={say('signoff.one.title')}>{chosen.shownAs}</Title>
      <Problems problems={words} />
      <NoNote say={say} no={props.no} />
      <ResultTag say={say} result={chosen.result} />
      <BoardTag say={say} grant={grant} />
      <About {...props} />
      <Said {...props} />
      {mayAnswer(actor, standing).yes && <AnswerForm {...props} />}
      {mayApprove(asker, standing).yes && choice === null && <YesForm {...props} />}
      {mayAsk(asker, standing).yes && (
        <Fold summary={say('signoff.one.ask')} open={choice === 'question'}>
          <AskForm {...props} />
        </Fold>
      )}
      {mayRefuse(asker, standing).yes && (
        <Fold summary={say('signoff.one.no')} open={choice === 'refusal'}>
          <NoForm {...props} />
        </Fold>
      )}
      {asker.trustee && <Soft>{say('signoff.maynot')}</Soft>}
    </>
  );
}

function About({ say, grant: { chosen } }: OneProps) {
  return (
    <Facts
      items={[
        { label: say('signoff.amount'), words: <Amount pence={chosen.pence} big /> },
        ...(chosen.feePence > 0 ? [{ label: say('signoff.fee'), words: <Amount pence={chosen.feePence} /> }] : []),
        { label: say('signoff.place'), words: chosen.shownPlace ?? say('signoff.place.hidden') },
        { label: say('signoff.purpose'), words: chosen.purpose !== '' ? chosen.purpose : say('signoff.purpose.none') },
        ...(chosen.plan !== '' ? [{ label: say('signoff.plan'), words: chosen.plan }] : []),
      ]}
    />
  );
}

function Said({ say, grant: { question, signoff } }: OneProps) {
  return (
    <>
      {question !== null && (
        <Section title={say('signoff.one.asked')} id="asked">
          <Quote>{question.question}</Quote>
          {question.answer !== null && (
            <>
              <h3>{say('signoff.one.answered')}</h3>
              <Quote>{question.answer}</Quote>
            </>
          )}
        </Section>
      )}
      {signoff?.decision === 'refuse' && (
        <Section title={say('signoff.one.because', { ground: signoff.ground ?? '' })} id="because">
          <Quote>{signoff.words}</Quote>
        </Section>
      )}
    </>
  );
}

const mend = ({ say, problems = [] }: OneProps, field: string) => {
  const problem = problems.find((each) => each.field === field);
  return problem ? { problem: say(`signoff.problem.${problem.code}` as 'signoff.problem.nothing') } : {};
};

function YesForm(props: OneProps) {
  const { say, once, grant, typed } = props;
  return (
    <Sheet call>
      <Form
        action={`/signoff/${grant.chosen.applicationId}/approval`}
        once={once()}
        label={say.text('signoff.one.yes')}
      >
        <Check
          name="no_link"
          label={say('signoff.nolink.one')}
          checked={typed?.('no_link') === 'yes'}
          {...mend(props, 'no_link')}
        />
        <Does>
          <Button>{say('signoff.one.yes.do')}</Button>
        </Does>
        <Soft>{say('signoff.kept')}</Soft>
      </Form>
    </Sheet>
  );
}

function AskForm(props: OneProps) {
  const { say, once, grant, typed } = props;
  return (
    <Form action={`/signoff/${grant.chosen.applicationId}/question`} once={once()}>
      <TextArea
        name="question"
        label={say('signoff.one.question')}
        hint={say('signoff.one.question.hint')}
        value={typed?.('question') ?? ''}
        {...mend(props, 'question')}
      />
      <Does>
        <Button>{say('signoff.one.ask.do')}</Button>
      </Does>
    </Form>
  );
}

function NoForm(props: OneProps) {
  const { say, once, grant, typed, grounds } = props;
  return (
    <Form action={`/signoff/${grant.chosen.applicationId}/refusal`} once={once()}>
      <Choice
        name="ground"
        legend={say('signoff.one.ground')}
        value={typed?.('ground') ?? null}
        options={grounds.map((label, index) => ({ value: String(index), label }))}
        {...mend(props, 'ground')}
      />
      <TextArea
        name="words"
        label={say('signoff.one.words')}
        hint={say('signoff.one.words.hint')}
        value={typed?.('words') ?? ''}
        {...mend(props, 'words')}
      />
      <Check name="no_link" id="f-no_link-2" label={say('signoff.nolink.one')} checked={typed?.('no_link') === 'yes'} />
      <Does>
        <Button kind="quiet">{say('signoff.one.no.do')}</Button>
      </Does>
    </Form>
  );
}

function AnswerForm(props: OneProps) {
  const { say, once, grant, typed } = props;
  return (
    <Form action={`/signoff/${grant.chosen.applicationId}/answer`} once={once()}>
      <TextArea
        name="answer"
        label={say('signoff.one.answer')}
        hint={say('signoff.one.answer.hint')}
        value={typed?.('answer') ?? ''}
        {...mend(props, 'answer')}
      />
      <Does>
        <Button>{say('signoff.one.answer.do')}</Button>
      </Does>
    </Form>
  );
}
