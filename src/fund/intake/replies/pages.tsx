/** Right of reply: the group's own page, and the box where two people look again. */
import type { ComponentChildren } from 'preact';
import { OwnWords } from '../../../forms/facts.tsx';
import { Button, Choice, Does, Form, TextArea } from '../../../ui/controls.tsx';
import { Heading, Links, Quote, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { day } from '../../../words/amounts.ts';
import type { Design } from '../../pool/design.ts';
import type { FitDecision } from '../looks/store.ts';
import { reasonText, type Sayer } from '../telling/letter.ts';
import { type AgainLook, mayLookAgain, type Reply, type Seat } from './rules.ts';

export type ReplyPageProps = {
  readonly say: Sayer;
  readonly applicationId: string;
  readonly design: Design;
  readonly zone: string;
  readonly decision: FitDecision;
  readonly again: FitDecision | null;
  readonly reply: Reply | null;
  readonly by: Date | null;
  readonly once: string;
  readonly typed: string;
  readonly problem: ComponentChildren;
  /** A second reply came in. */
  readonly answered: boolean;
};

export function ReplyPage(props: ReplyPageProps) {
  const { say, decision, design, reply, again, answered } = props;
  const reason = reasonText(say, design, decision.reasonCode);
  return (
    <>
      <Title line={false}>{say('intake.reply.title')}</Title>
      {props.problem !== undefined && <Problems problems={[{ field: 'words', words: props.problem }]} />}
      {answered && (
        <Note kind="no" title={say('intake.reply.answered')}>
          <p>{say('intake.reply.answered-next', { ...design.help })}</p>
        </Note>
      )}
      {again !== null && <AgainNote say={say} again={again} />}
      <p>
        {say('intake.reply.no')} {say('intake.reply.two')}
      </p>
      <Heading>{say('intake.reply.why')}</Heading>
      {reason !== '' && <p>{reason}</p>}
      {decision.words !== '' && (
        <Quote>
          <OwnWords text={decision.words} />
        </Quote>
      )}
      {reply === null ? <ReplyForm {...props} /> : <Said {...props} reply={reply} />}
      <Heading>{say('intake.reply.elsewhere')}</Heading>
      <ul>
        <li>{say('intake.elsewhere.one')}</li>
        <li>{say('intake.elsewhere.two')}</li>
      </ul>
      <p>{say('intake.yours')}</p>
      <p>{say('intake.mail.person', { ...design.help })}</p>
      <Links>
        <a href={`/applications/${props.applicationId}`}>{say('intake.back')}</a>
      </Links>
    </>
  );
}

function AgainNote({ say, again }: { say: Sayer; again: FitDecision }) {
  if (again.outcome === 'fit') {
    return (
      <Note kind="done" title={say('intake.reply.fit')}>
        <p>{say('intake.reply.fit-next')}</p>
      </Note>
    );
  }
  return (
    <Note kind="gap" title={say('intake.reply.stays')}>
      <OwnWords text={again.words} />
    </Note>
  );
}

function Said({ say, reply, again, by, zone }: ReplyPageProps & { reply: Reply }) {
  return (
    <>
      {again === null && by !== null && (
        <Note kind="done" title={say('intake.reply.sent')}>
          <p>{say('intake.reply.by', { day: day(say.lang, by, zone) })}</p>
        </Note>
      )}
      <Heading>{say('intake.reply.yours')}</Heading>
      <Quote>
        <OwnWords text={reply.words} />
      </Quote>
    </>
  );
}

function ReplyForm({ say, applicationId, once, typed, problem }: ReplyPageProps) {
  return (
    <>
      <Heading>{say('intake.reply.ask')}</Heading>
      <p>{say('intake.reply.ask-why')}</p>
      <Form action={`/applications/${applicationId}/reply`} once={once}>
        <TextArea
          name="words"
          rows={6}
          label={say('intake.reply.label')}
          hint={say('intake.reply.hint')}
          value={typed}
          problem={problem}
        />
        <Does>
          <Button>{say('intake.reply.send')}</Button>
        </Does>
      </Form>
    </>
  );
}

export type AgainProps = {
  readonly say: Sayer;
  readonly applicationId: string;
  readonly personId: string;
  readonly seat: Seat;
  readonly link: number;
  readonly known: { reply: Reply | null; looks: readonly AgainLook[]; decisions: readonly FitDecision[] };
  readonly by: Date;
  readonly zone: string;
  readonly once: () => string;
  readonly typed: (field: string) => string;
  readonly problem: (field: string) => ComponentChildren;
};

/** What the other seat said stays unseen until one's own look is in. */
export function Again(props: AgainProps) {
  const { say, known, personId } = props;
  if (!known.reply) return null;
  const may = mayLookAgain(known, personId, props.seat, props.link);
  const decided = known.decisions.some((decision) => decision.afterReply);
  const open = decided || known.looks.some((look) => look.personId === personId);
  return (
    <>
      <Heading line>{say('intake.again.title')}</Heading>
      {!decided && <p>{say('intake.again.lede', { day: day(say.lang, props.by, props.zone) })}</p>}
      <Heading level={3}>{say('intake.again.wrote')}</Heading>
      <Quote>
        <OwnWords text={known.reply.words} />
      </Quote>
      <ul>
        {(['member', 'staff'] as const).map((seat) => (
          <SeatLine
            key={seat}
            say={say}
            seat={seat}
            look={known.looks.find((look) => look.seat === seat)}
            open={open}
          />
        ))}
      </ul>
      {may.yes && <AgainForm {...props} />}
    </>
  );
}

type SeatLineProps = { say: Sayer; seat: Seat; look: AgainLook | undefined; open: boolean };

function SeatLine({ say, seat: place, look, open }: SeatLineProps) {
  const seat = say.text(`intake.again.seat.${place}`);
  if (!look) return <li>{say('intake.again.waits', { seat })}</li>;
  if (!open) return <li>{say('intake.again.looked', { seat })}</li>;
  return (
    <li>
      {say('intake.again.said', { seat, answer: say.text(look.yes ? 'intake.yes' : 'intake.no') })}{' '}
      <span dir="auto">{look.words}</span>
    </li>
  );
}

function AgainForm({ say, applicationId, once, typed, problem }: AgainProps) {
  return (
    <Form action={`/intake/${applicationId}/reply-looks`} once={once()}>
      <Choice
        name="yes"
        legend={say('intake.again.legend')}
        value={typed('yes')}
        problem={problem('yes')}
        options={[
          { value: 'yes', label: say('intake.yes') },
          { value: 'no', label: say('intake.no') },
        ]}
      />
      <TextArea
        name="words"
        rows={3}
        label={say('intake.again.words')}
        hint={say('intake.again.words-hint')}
        value={typed('words')}
        problem={problem('words')}
      />
      <Does>
        <Button>{say('intake.again.save')}</Button>
      </Does>
    </Form>
  );
}
