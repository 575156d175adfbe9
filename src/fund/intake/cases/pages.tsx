/** One application at intake: for the team the whole of it, for a member only what the question at hand needs. */
import type { ComponentChildren } from 'preact';
import type { Fact as Answer } from '../../../forms/questions.ts';
import { Button, Does, Form, TextArea } from '../../../ui/controls.tsx';
import { Amount, DayTime } from '../../../ui/facts.tsx';
import { type Fact, Facts, Fold, Heading, Links, Quote, Row, Rows, Side, Soft, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { day } from '../../../words/amounts.ts';
import { tellBy } from '../board/rules.ts';
import { DecisionNote, Looks, type LooksProps } from '../looks/pages.tsx';
import type { FitDecision } from '../looks/store.ts';
import { Again, type AgainProps } from '../replies/pages.tsx';
import type { Sayer } from '../telling/letter.ts';
import { reasonText } from '../telling/letter.ts';
import { Answers } from './answers.tsx';
import type { CallNote, Reach, Sent } from './store.ts';

/** Why something could not be done: the end of the keys `intake.not.…`. */
export type NotNow =
  | 'linked'
  | 'gone'
  | 'looked-already'
  | 'both-in'
  | 'nothing-to-settle'
  | 'no-reply'
  | 'decided'
  | 'seat-taken';

/** For someone who came too late and has no errand here: why, and nothing about the group. */
export function NotNowPage({ say, no }: { say: Sayer; no: NotNow }) {
  return (
    <>
      <Title line={false}>{say('intake.late.title')}</Title>
      <Note kind="no" title={say(`intake.not.${no}`)}>
        <p>{say(`intake.not.${no}-next`)}</p>
      </Note>
    </>
  );
}

export type CaseProps = {
  readonly say: Sayer;
  readonly zone: string;
  readonly sent: Sent;
  readonly languageName: string;
  readonly sizeLabel: ComponentChildren;
  readonly answers: readonly Answer[];
  readonly decisions: readonly FitDecision[];
  readonly looks: LooksProps;
  readonly again: AgainProps;
  readonly no: NotNow | null;
  readonly problems: readonly { field: string; words: ComponentChildren }[];
  /** Only for the team. */
  readonly team: {
    readonly reach: Reach | null;
    readonly hasEmail: boolean;
    readonly programme: boolean;
    readonly knows: string;
    readonly linkHref: string | null;
    readonly notes: readonly CallNote[];
    readonly alike: boolean;
    readonly pairsHref: string;
    readonly once: () => string;
    readonly typedNote: string;
    readonly noteProblem: ComponentChildren;
  } | null;
};

export function CasePage(props: CaseProps) {
  const { say, sent, team, decisions, no, problems, zone } = props;
  return (
    <>
      <Title step={sent.reference} line={false}>
        <span dir="auto">{team === null ? sent.shownAs : sent.groupName}</span>
      </Title>
      <Problems problems={problems} />
      {no !== null && (
        <Note kind="no" title={say(`intake.not.${no}`)}>
          <p>{say(`intake.not.${no}-next`)}</p>
        </Note>
      )}
      {decisions.map((decision) => (
        <DecisionNote
          key={String(decision.afterReply)}
          say={say}
          decision={decision}
          zone={zone}
          tellBy={tellBy(decision.decidedAt)}
          hasEmail={team?.hasEmail ?? true}
          applicationId={sent.applicationId}
          once={props.looks.once}
          rings={team?.programme ?? false}
        />
      ))}
      {team?.alike === true && (
        <Note kind="gap" title={say('intake.case.alike')}>
          <p>
            <a href={team.pairsHref}>{say('intake.board.all-pairs')}</a>
          </p>
        </Note>
      )}
      <Side
        wideAside
        aside={
          <>
            <Again {...props.again} />
            {decisions.length === 0 && sent.stage === 'received' && <Looks {...props.looks} />}
            {team !== null && <Calls {...props} team={team} />}
          </>
        }
      >
        <Heading line>{say('intake.case.facts')}</Heading>
        <Facts items={factsOf(props)} />
        <Fold summary={say('intake.case.answers')} open={decisions.length === 0}>
          <Answers facts={props.answers} />
        </Fold>
        {team !== null && <Reaching {...props} team={team} />}
      </Side>
    </>
  );
}

function factsOf({ say, sent, team, zone, languageName, sizeLabel, decisions, looks }: CaseProps): Fact[] {
  const text = (words: string) => <span dir="auto">{words}</span>;
  const facts: Fact[] = [
    { label: say('intake.case.place'), words: text(sent.shownPlace ?? say.text('intake.place-hidden')) },
    { label: say('intake.case.language'), words: languageName },
    {
      label: say('intake.case.asks'),
      words: (
        <>
          <Amount pence={sent.requestedPence} /> {sizeLabel}
        </>
      ),
    },
    { label: say('intake.case.sent'), words: <DayTime at={sent.sentAt} zone={zone} /> },
  ];
  if (team === null) {
    const told = decisions.find((decision) => decision.outcome === 'not-this-fund');
    const reason = told ? reasonText(say, looks.design, told.reasonCode) : '';
    return reason === '' ? facts : [...facts, { label: say('intake.again.told-them'), words: text(reason) }];
  }
  const asked = new Map(looks.design.application_form.questions.map(({ id, ask }) => [id, ask]));
  const more: [ComponentChildren, string | null][] = [
    [say('intake.case.shown-as'), sent.shownAs],
    [say('intake.case.form'), sent.legalForm],
    [say('intake.case.sponsor'), sent.sponsor],
    [say('intake.case.missing'), sent.missing.map((id) => asked.get(id) ?? id).join(' ') || null],
  ];
  for (const [label, words] of more) if (words) facts.push({ label, words: text(words) });
  if (sent.turnoverPence !== null) {
    facts.push({ label: say('intake.case.turnover'), words: <Amount pence={sent.turnoverPence} /> });
  }
  return facts;
}

type TeamProps = CaseProps & { readonly team: NonNullable<CaseProps['team']> };

function Reaching({ say, team }: TeamProps) {
  return (
    <>
      {team.knows !== '' && (
        <>
          <Heading line>{say('intake.case.knows')}</Heading>
          <Quote>{team.knows}</Quote>
          <p>{say('intake.case.knows-next')}</p>
          {team.linkHref !== null && (
            <Links>
              <a href={team.linkHref}>{say('intake.case.write-link')}</a>
            </Links>
          )}
        </>
      )}
      {team.reach !== null && (
        <>
          <Heading line>{say('intake.case.reach')}</Heading>
          <Facts items={reachFacts(say, team.reach)} />
        </>
      )}
    </>
  );
}

function Calls({ say, sent, team, zone }: TeamProps) {
  return (
    <>
      <Heading line>{say('intake.notes.title')}</Heading>
      <Soft>{say('intake.notes.lede')}</Soft>
      {team.notes.length === 0 ? (
        <p>{say('intake.notes.none')}</p>
      ) : (
        <Rows>
          {team.notes.map((note, at) => (
            <Row key={at}>
              <p dir="auto">{note.words}</p>
              <Soft>{say('intake.notes.by', { name: note.by, day: day(say.lang, note.at, zone) })}</Soft>
            </Row>
          ))}
        </Rows>
      )}
      {team.programme && (
        <Form action={`/intake/${sent.applicationId}/notes`} once={team.once()}>
          <TextArea
            name="note"
            rows={3}
            label={say('intake.notes.label')}
            value={team.typedNote}
            problem={team.noteProblem}
          />
          <Does>
            <Button kind="quiet">{say('intake.notes.save')}</Button>
          </Does>
        </Form>
      )}
    </>
  );
}

function reachFacts(say: Sayer, reach: Reach): Fact[] {
  const lines: [ComponentChildren, string | null][] = [
    [say('intake.case.person'), reach.person],
    [say('intake.case.phone'), reach.phone],
    [say('intake.case.email'), reach.email],
    [say('intake.case.way'), reach.bestWay],
    [say('intake.case.times'), reach.safeTimes],
    [say('intake.case.message'), reach.safeToLeaveMessage],
  ];
  return lines.flatMap(([label, words]) => (words ? [{ label, words: <span dir="auto">{words}</span> }] : []));
}
