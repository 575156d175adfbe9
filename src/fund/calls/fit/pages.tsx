/** The fit check on one page: the fund's few questions, then what they say, why, and what to do next. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Choice, Does, Form } from '../../../ui/controls.tsx';
import { Day, DayTime, Ltr } from '../../../ui/facts.tsx';
import { Column, Heading, Links, Section, Sheet, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { Content } from '../../../words/content.ts';
import type { Say } from '../../../words/speak.ts';
import type { Fund } from '../../pool/store.ts';
import type { CallState } from '../rules.ts';
import type { Call } from '../store.ts';
import { words } from '../words.ts';
import type { FitAnswers, FitReason, FitResult } from './rules.ts';

type FitWord = Extract<keyof typeof words, string>;

export type FitView = {
  readonly say: Say<FitWord>;
  readonly content: Content;
  readonly fund: Fund;
  /** Null as long as the call is only planned. */
  readonly call: Call | null;
  readonly state: CallState;
  readonly hears: Date | null;
  readonly answers: FitAnswers;
  /** Null until the form was sent once. */
  readonly result: FitResult | null;
  readonly once: string;
  /** The language asked for in the address, kept when the form is sent. */
  readonly lang: string | undefined;
};

export function FitPage(view: FitView) {
  const { say, fund, call, state, result } = view;
  if (call && state === 'closed') return <ClosedFit {...view} call={call} />;
  return (
    <Column>
      {result === null || result.outcome === 'unfinished' ? (
        <>
          <Title lede={say('calls.fit.lede', { n: fund.design.eligibility.questions.length })}>
            {say('calls.fit.title')}
          </Title>
          {result !== null && <Note kind="gap">{say('calls.fit.left', { n: result.open.length })}</Note>}
          {state === 'planned' && <p>{say('calls.fit.planned')}</p>}
          {call && state === 'before' && (
            <p>{say('calls.fit.before', { when: <DayTime at={call.opensAt} zone={fund.zone} /> })}</p>
          )}
        </>
      ) : (
        <Result {...view} result={result} />
      )}
      {state === 'grace' && <p>{say('calls.fit.grace')}</p>}
      {result !== null && result.outcome !== 'unfinished' ? (
        <Section title={say('calls.fit.answered')} id="answers">
          <Questions {...view} />
        </Section>
      ) : (
        <Questions {...view} />
      )}
    </Column>
  );
}

function Questions({ say, content, fund, answers, result, lang }: FitView) {
  return (
    <Form action={`/funds/${fund.id}/fit`} method="get" {...(lang === undefined ? {} : { fields: { lang } })}>
      {fund.design.eligibility.questions.map(({ id, ask, help, options }) => (
        <Choice
          key={id}
          name={id}
          legend={content(`${id}.ask`, ask)}
          {...(help === undefined ? {} : { hint: content(`${id}.help`, help) })}
          {...(answers[id] === undefined ? {} : { value: String(answers[id]) })}
          options={options.map((option, index) => ({
            value: String(index),
            label: content(`${id}.option.${index}`, option),
          }))}
        />
      ))}
      <Does>
        <Button>{say(result === null ? 'calls.fit.check' : 'calls.fit.again')}</Button>
      </Does>
    </Form>
  );
}

function Result(view: FitView & { result: FitResult }) {
  const { say, fund, state, result } = view;
  const help = { person: fund.design.help.person, phone: <Ltr>{fund.design.help.phone}</Ltr> };
  if (result.outcome === 'fit') {
    return (
      <>
        <Title>{say('calls.fit.fit.title')}</Title>
        <Sheet call>
          <WhenToWrite {...view} now={<p>{say('calls.fit.fit.next')}</p>} />
        </Sheet>
      </>
    );
  }
  if (result.outcome === 'talk') {
    return (
      <>
        <Title>{say('calls.fit.talk.title')}</Title>
        <Reasons {...view} />
        <Sheet call>
          <p>{say('calls.fit.talk.next', help)}</p>
          <WhenToWrite {...view} now={<p>{say('calls.fit.talk.write')}</p>} />
        </Sheet>
      </>
    );
  }
  return (
    <>
      <Title line={false}>{say('calls.fit.no.title')}</Title>
      <Reasons {...view} />
      <p>{say('calls.fit.no.person', help)}</p>
      <Heading>{say('calls.fit.no.elsewhere')}</Heading>
      <ul>
        <li>{say('calls.fit.no.cvs')}</li>
        <li>{say('calls.fit.no.foundation')}</li>
        <li>{say('calls.fit.no.library')}</li>
      </ul>
      <p>
        {say(isAhead(state) ? 'calls.fit.no.write-later' : 'calls.fit.no.write')} {say('calls.fit.no.reply')}
      </p>
      <Start {...view} quiet />
    </>
  );
}

const isAhead = (state: CallState) => state === 'planned' || state === 'before';

/** The way on to writing, or, as long as nobody can write, the day on which it begins. */
function WhenToWrite({ now, ...view }: FitView & { now: ComponentChildren }) {
  const { say, fund, call, state } = view;
  const link = (inside: ComponentChildren) => <a href={`/funds/${fund.id}/questions`}>{inside}</a>;
  if (call !== null && state === 'before') {
    const when = <DayTime at={call.opensAt} zone={fund.zone} />;
    return <p>{say('calls.fit.later.before', { when }, { link })}</p>;
  }
  if (isAhead(state)) return <p>{say('calls.fit.later.planned', {}, { link })}</p>;
  return (
    <>
      {now}
      <Start {...view} />
      <Links>{say('calls.fit.read', {}, { link })}</Links>
    </>
  );
}

function Reasons({ say, content, fund, result }: FitView & { result: FitResult }) {
  return (
    <ul>
      {result.reasons.map((reason) => {
        const question = fund.design.eligibility.questions.find((each) => each.id === reason.question);
        return (
          <li key={reason.question}>
            <span class="soft">{content(`${reason.question}.ask`, question?.ask ?? '')}</span>
            <br />
            {reason.leaning === 'no' && question?.no_message !== undefined
              ? content(`${reason.question}.no_message`, question.no_message)
              : say(keyOf(reason))}
          </li>
        );
      })}
    </ul>
  );
}

/** A question may have a sentence of its own; a fund with other questions gets the one that fits all. */
function keyOf({ question, leaning }: FitReason): FitWord {
  const group = leaning === 'talk' ? 'talk' : 'reason';
  const own = `calls.fit.${group}.${question}`;
  return own in words ? (own as FitWord) : `calls.fit.${group}.other`;
}

/** Carries the answers along, so that nobody is asked twice. */
function Start({ say, fund, state, answers, once, quiet }: FitView & { quiet?: boolean }) {
  if (isAhead(state)) return null;
  const fields: Record<string, string> = { language: say.lang };
  for (const [id, chosen] of Object.entries(answers)) fields[id] = String(chosen);
  return (
    <Form action={`/funds/${fund.id}/applications`} once={once} fields={fields}>
      <Does>
        <Button kind={quiet === true ? 'quiet' : 'main'}>
          {say(quiet === true ? 'calls.fit.start-anyway' : 'calls.fit.start')}
        </Button>
      </Does>
    </Form>
  );
}

function ClosedFit({ say, fund, call, hears }: FitView & { call: Call }) {
  const help = { person: fund.design.help.person, phone: <Ltr>{fund.design.help.phone}</Ltr> };
  return (
    <Column>
      <Title>{say('calls.fit.closed.title')}</Title>
      <p>{say('calls.fit.closed.when', { when: <DayTime at={call.closesAt} zone={fund.zone} /> })}</p>
      {hears !== null && <p>{say('calls.fit.closed.hear', { when: <Day at={hears} zone={fund.zone} /> })}</p>}
      <p>{say('calls.fit.closed.late', {}, { link: (inside) => <a href="/open">{inside}</a> })}</p>
      <p>{say('calls.fit.closed.else', help)}</p>
      <Does>
        <ButtonLink href={`/funds/${fund.id}`} kind="quiet">
          {say('calls.fit.back')}
        </ButtonLink>
      </Does>
    </Column>
  );
}
