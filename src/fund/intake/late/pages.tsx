/** The late log, and what else waits for a member: groups that wrote back and talks to settle. */
import type { ComponentChildren } from 'preact';
import { daysBetween } from '../../../kernel/instants.ts';
import { Button, Choice, Does, Form, TextArea } from '../../../ui/controls.tsx';
import { Heading, Quote, Row, Rows, Tag, Title } from '../../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../../ui/notes.tsx';
import { day } from '../../../words/amounts.ts';
import type { Sayer } from '../telling/letter.ts';
import type { VoteNo } from './actions.ts';
import { decideBy, lateOutcome, mayVote } from './rules.ts';
import type { LateCase } from './store.ts';

export type Waiting = { readonly applicationId: string; readonly name: string; readonly by: Date | null };

export type LateProps = {
  readonly say: Sayer;
  readonly zone: string;
  readonly personId: string;
  readonly isMember: boolean;
  readonly cases: readonly (LateCase & { readonly link: number })[];
  readonly replies: readonly Waiting[];
  readonly talks: readonly Waiting[];
  readonly once: () => string;
  /** A vote that could not be kept: which one, why, and what was typed. */
  readonly trouble: { applicationId: string; no?: VoteNo; field?: string; words?: ComponentChildren } | null;
  readonly typed: (field: string) => string;
};

export function LatePage(props: LateProps) {
  const { say, cases, replies, talks, trouble } = props;
  return (
    <>
      <Title lede={say('intake.late.lede')}>{say('intake.late.title')}</Title>
      {trouble?.no !== undefined && (
        <Note kind="no" title={say(`intake.not.${trouble.no}`)}>
          <p>{say(`intake.not.${trouble.no}-next`)}</p>
        </Note>
      )}
      {trouble?.field !== undefined && (
        <Problems problems={[{ field: fieldId(trouble.field, trouble.applicationId), words: trouble.words }]} />
      )}
      <Heading line>{say('intake.late.log')}</Heading>
      {cases.length === 0 ? (
        <Empty>{say('intake.late.none')}</Empty>
      ) : (
        <Rows>
          {cases.map((each) => (
            <OneCase key={each.applicationId} {...props} late={each} />
          ))}
        </Rows>
      )}
      <Heading line>{say('intake.late.replies')}</Heading>
      {replies.length === 0 ? (
        <p>{say('intake.late.no-replies')}</p>
      ) : (
        <Rows>
          {replies.map((each) => (
            <Row
              key={each.applicationId}
              title={<span dir="auto">{each.name}</span>}
              href={`/intake/${each.applicationId}`}
            >
              {each.by !== null && <p>{say('intake.late.reply-by', { day: day(say.lang, each.by, props.zone) })}</p>}
            </Row>
          ))}
        </Rows>
      )}
      {talks.length > 0 && (
        <>
          <Heading line>{say('intake.late.talks')}</Heading>
          <Rows>
            {talks.map((each) => (
              <Row
                key={each.applicationId}
                title={<span dir="auto">{each.name}</span>}
                href={`/intake/${each.applicationId}`}
              >
                <p>{say('intake.late.talk-line')}</p>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </>
  );
}

const fieldId = (field: string, applicationId: string) => `f-${field}-${applicationId}`;

function OneCase(props: LateProps & { late: LateCase & { link: number } }) {
  const { say, late, zone, personId } = props;
  const when = (at: Date) => day(say.lang, at, zone);
  const outcome = lateOutcome(late.votes);
  const may = props.isMember ? mayVote(late.votes, personId, late.link) : null;
  const days = say.text('intake.late.days', { n: Math.max(0, daysBetween(late.closedAt, late.askedAt, zone)) });
  const open = outcome !== 'waiting';
  return (
    <Row
      title={late.reference}
      aside={
        <Tag {...(outcome === 'waiting' ? ({ kind: 'mind', icon: 'clock' } as const) : {})}>
          {say(`intake.late.outcome.${outcome}`)}
        </Tag>
      }
    >
      <p>{say('intake.late.asked', { asked: when(late.askedAt), days, by: when(decideBy(late.askedAt)) })}</p>
      <Quote>{late.reason}</Quote>
      {!open && <p>{say('intake.late.votes', { n: late.votes.length })}</p>}
      {open && (
        <ul>
          {late.votes.map((vote) => (
            <li key={vote.personId}>
              {say(vote.yes ? 'intake.yes' : 'intake.no')} <span dir="auto">{vote.words}</span>
            </li>
          ))}
        </ul>
      )}
      {late.sent && <p>{say('intake.late.sent')}</p>}
      {may?.yes && <VoteForm {...props} />}
      {may && !may.yes && may.reason === 'voted-already' && <p>{say('intake.late.yours')}</p>}
      {may && !may.yes && may.reason === 'linked' && <p>{say('intake.not.linked')}</p>}
    </Row>
  );
}

function VoteForm({ say, late, once, trouble, typed }: LateProps & { late: LateCase }) {
  const mine = trouble?.applicationId === late.applicationId ? trouble : null;
  const problem = (field: string) => (mine?.field === field ? mine.words : undefined);
  const text = (field: string) => (mine ? typed(field) : '');
  return (
    <Form action={`/intake/${late.applicationId}/late-votes`} once={once()}>
      <Choice
        name="yes"
        id={fieldId('yes', late.applicationId)}
        legend={say('intake.late.legend')}
        value={text('yes')}
        problem={problem('yes')}
        options={[
          { value: 'yes', label: say('intake.yes') },
          { value: 'no', label: say('intake.no') },
        ]}
      />
      <TextArea
        name="words"
        id={fieldId('words', late.applicationId)}
        rows={2}
        label={say('intake.late.words')}
        hint={say('intake.late.words-hint')}
        value={text('words')}
        problem={problem('words')}
      />
      <Does>
        <Button>{say('intake.late.save')}</Button>
      </Does>
    </Form>
  );
}
