/** Two looks and, where they differ, a settling: what was said so far and the form for what comes next. */
import type { ComponentChildren } from 'preact';
import { Button, Choice, Does, Form, Select, TextArea } from '../../../ui/controls.tsx';
import { Heading, Row, Rows, Soft } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import { day } from '../../../words/amounts.ts';
import { contentIn } from '../../../words/content.ts';
import type { Design } from '../../pool/design.ts';
import type { Sayer } from '../telling/letter.ts';
import { type Case, mayLook, maySettle, otherReason, reasonQuestions, type Voice, waitsForTalk } from './rules.ts';
import type { FitDecision } from './store.ts';

export type ProblemAt = (field: string) => ComponentChildren;
export type LooksProps = {
  readonly say: Sayer;
  readonly one: Case;
  readonly applicationId: string;
  readonly personId: string;
  readonly link: number;
  /** Whether this person gives looks at all (the team), or only settles (members). */
  readonly looks: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly design: Design;
  readonly language: string;
  readonly once: () => string;
  readonly typed: (field: string) => string;
  readonly problem: ProblemAt;
};

export function Looks(props: LooksProps) {
  const { say, one, personId, link } = props;
  const look = props.looks ? mayLook(one, personId, link) : null;
  const settle = maySettle(one, personId, link);
  return (
    <>
      <Heading line>{say('intake.looks.title')}</Heading>
      <Said {...props} />
      {look?.yes && <LookForm {...props} />}
      {look && !look.yes && look.reason === 'looked-already' && one.looks.length === 1 && (
        <p>{say('intake.looks.waits-other')}</p>
      )}
      {waitsForTalk(one) && <p>{say('intake.settle.lede')}</p>}
      {one.settlements.length > 0 && waitsForTalk(one) && <p>{say('intake.settle.one-more')}</p>}
      {settle.yes ? <SettleForm {...props} /> : waitsForTalk(one) && <Soft>{say('intake.settle.waits')}</Soft>}
    </>
  );
}

/** A first look stays unseen by the second person until their own is in; this is the only place that shows looks. */
function Said({ say, one, personId, names }: LooksProps) {
  const open = one.looks.length >= 2 || one.looks.some((look) => look.personId === personId);
  if (one.looks.length === 0) return <p>{say('intake.looks.who-two')}</p>;
  if (!open) return <p>{say('intake.looks.hidden')}</p>;
  const titled: readonly [Voice, ComponentChildren][] = [
    ...one.looks.map((look, at) => [look, say(at === 0 ? 'intake.looks.first' : 'intake.looks.second')] as const),
    ...one.settlements.map((voice) => [voice, say('intake.looks.settled')] as const),
  ].map(([voice, title]) => [voice, title]);
  return (
    <Rows>
      {titled.map(([voice, title], at) => (
        <Row key={at} title={title}>
          <p>
            {say('intake.looks.by', {
              name: names.get(voice.personId) ?? '',
              outcome: say.text(`intake.outcome.${voice.outcome}`),
            })}
          </p>
          {voice.words !== '' && <p dir="auto">{voice.words}</p>}
        </Row>
      ))}
    </Rows>
  );
}

function Why({ say, design, language, typed, problem }: LooksProps) {
  const content = contentIn(design.words, say.lang);
  const options = [
    ...reasonQuestions(design).map(({ id, ask }) => ({ value: id, label: content(`${id}.ask`, ask) })),
    { value: otherReason, label: say('intake.looks.reason-other') },
  ];
  return (
    <>
      <Select
        name="reason"
        label={say('intake.looks.reason')}
        empty={say('intake.unsaid')}
        value={typed('reason')}
        problem={problem('reason')}
        options={options}
      />
      <TextArea
        name="words"
        rows={4}
        label={say('intake.looks.words')}
        hint={say('intake.looks.words-hint', { language })}
        value={typed('words')}
        problem={problem('words')}
      />
    </>
  );
}

const outcomes = ['fit', 'talk', 'not-this-fund'] as const;

function outcomeOptions(say: Sayer, wanted: readonly (typeof outcomes)[number][]) {
  return wanted.map((value) => ({
    value,
    label: say(`intake.outcome.${value}`),
    ...(value === 'fit' ? {} : { hint: say(`intake.outcome.${value}-hint`) }),
  }));
}

function LookForm(props: LooksProps) {
  const { say, applicationId, once, typed, problem } = props;
  return (
    <Form action={`/intake/${applicationId}/looks`} once={once()}>
      <Choice
        name="outcome"
        legend={say('intake.looks.legend')}
        value={typed('outcome')}
        problem={problem('outcome')}
        options={outcomeOptions(say, outcomes)}
      />
      <Why {...props} />
      <Does>
        <Button>{say('intake.looks.save')}</Button>
      </Does>
    </Form>
  );
}

function SettleForm(props: LooksProps) {
  const { say, applicationId, once, typed, problem } = props;
  return (
    <Form action={`/intake/${applicationId}/settlement`} once={once()}>
      <Choice
        name="outcome"
        legend={say('intake.settle.title')}
        value={typed('outcome')}
        problem={problem('outcome')}
        options={outcomeOptions(say, ['fit', 'not-this-fund'])}
      />
      <Why {...props} />
      <Does>
        <Button>{say('intake.settle.save')}</Button>
      </Does>
    </Form>
  );
}

type DecisionProps = {
  readonly say: Sayer;
  readonly decision: FitDecision;
  readonly zone: string;
  readonly tellBy: Date;
  readonly hasEmail: boolean;
  readonly applicationId: string;
  readonly once: () => string;
  /** The programme team rings; others only read. */
  readonly rings: boolean;
};

/** What was decided, and whether the group has heard. */
export function DecisionNote(props: DecisionProps) {
  const { say, decision, zone } = props;
  const when = (at: Date) => day(say.lang, at, zone);
  const kind = decision.afterReply ? (`after-reply-${decision.outcome}` as const) : decision.outcome;
  const mustTell = decision.outcome === 'not-this-fund' || decision.afterReply;
  return (
    <Note
      kind={decision.outcome === 'fit' ? 'done' : 'gap'}
      title={say(`intake.decided.${kind}`, { day: when(decision.decidedAt) })}
    >
      {decision.words !== '' && <p dir="auto">{decision.words}</p>}
      {decision.toldAt !== null && <p>{say('intake.told.on', { day: when(decision.toldAt) })}</p>}
      {decision.toldAt === null && mustTell && (
        <p>{say(props.hasEmail ? 'intake.told.mail' : 'intake.told.ring', { day: when(props.tellBy) })}</p>
      )}
      {decision.toldAt === null && mustTell && props.rings && !props.hasEmail && (
        <Form action={`/intake/${props.applicationId}/told`} once={props.once()}>
          <Does>
            <Button kind="small">{say('intake.told.done')}</Button>
          </Does>
        </Form>
      )}
    </Note>
  );
}
