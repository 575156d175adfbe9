/** The ballot page: the rule the group agrees on, the open ballot, and what the count proposes. */
import { Button, Checks, Choice, Does, Form, TextArea, TextField } from '../../../ui/controls.tsx';
import { Amount } from '../../../ui/facts.tsx';
import { Column, Links, Quote, Section, Sheet, Small, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { answers } from '../rules.ts';
import type { Proposed } from './adoption/store.ts';
import type { BallotPageView, Sayer } from './page-view.ts';
import { ProposalPart } from './proposal-part.tsx';
import { completions, mostOptions, ruleNames, tieOrders, utilities } from './rules.ts';

const leftWords = {
  add1u: 'choosing.rule.add1u',
  add1: 'choosing.rule.add1',
  u: 'choosing.rule.u',
  none: 'choosing.rule.rest',
} as const;
const tieWords = {
  'max-supporters,min-cost,id': 'choosing.rule.ties.supporters',
  'min-cost,max-supporters,id': 'choosing.rule.ties.cost',
} as const;

function RuleWords({ say, proposed }: { say: Sayer; proposed: Proposed }) {
  const { rule } = proposed;
  return (
    <>
      <ul>
        <li>{say(`choosing.rule.${rule.rule}`)}</li>
        <li>{say(`choosing.rule.${rule.utility}`)}</li>
        {rule.rule === 'mes' && <li>{say(leftWords[rule.completion])}</li>}
        <li>{say(tieWords[rule.ties])}</li>
        <li>{say('choosing.rule.marks', { n: rule.minimum })}</li>
      </ul>
      <Small>{say('choosing.rule.hash', { hash: proposed.hash.slice(0, 16) })}</Small>
    </>
  );
}

function ProposeForm({ view }: { view: BallotPageView }) {
  const { say, fund } = view;
  return (
    <Form action={`/funds/${fund.id}/rules`} once={view.once()}>
      <Choice
        name="rule"
        legend={say('choosing.rule.which')}
        value="mes"
        options={ruleNames.map((value) => ({
          value,
          label: say(`choosing.rule.${value}`),
          hint: say(`choosing.rule.${value}.hint`),
        }))}
      />
      <Choice
        name="utility"
        legend={say('choosing.rule.utility')}
        value="points-cost"
        options={utilities.map((value) => ({
          value,
          label: say(`choosing.rule.${value}`),
          hint: say(`choosing.rule.${value}.hint`),
        }))}
      />
      <Choice
        name="completion"
        legend={say('choosing.rule.completion')}
        value="add1u"
        options={completions.map((value) => ({ value, label: say(leftWords[value]) }))}
      />
      <Choice
        name="ties"
        legend={say('choosing.rule.ties')}
        value={tieOrders[0]}
        options={tieOrders.map((value) => ({ value, label: say(tieWords[value]) }))}
      />
      <Does>
        <Button>{say(view.adopted ? 'choosing.rule.another' : 'choosing.rule.propose')}</Button>
      </Does>
    </Form>
  );
}

function RuleAnswerForm({ view, asked }: { view: BallotPageView; asked: Proposed }) {
  const { say, typed, myAnswer } = view;
  const value = typed?.answer ?? myAnswer?.answer;
  return (
    <Form action={`/rules/${asked.id}/answers`} once={view.once()}>
      {myAnswer && <Note kind="done">{say('choosing.consent.mine')}</Note>}
      <Choice
        name="answer"
        legend={say('choosing.rule.answers')}
        {...(value ? { value } : {})}
        options={answers.map((word) => ({ value: word, label: say(`choosing.consent.${word}`) }))}
      />
      <TextArea
        name="because"
        label={say('choosing.rule.because')}
        value={typed?.because ?? myAnswer?.because ?? ''}
        rows={3}
      />
      <Does>
        <Button>{say('choosing.rule.give')}</Button>
      </Does>
    </Form>
  );
}

function RulePart({ view }: { view: BallotPageView }) {
  const { say, asked, adopted, declined } = view;
  const facilitator = view.roles.includes('facilitator');
  const mayPropose = facilitator && !asked && !view.decided && !(view.ballot && view.ballot.endedAt === null);
  return (
    <Section title={say('choosing.rule.title')}>
      {!adopted && !asked && <p>{say('choosing.rule.none')}</p>}
      {adopted && (
        <>
          <Note kind="done">{say('choosing.rule.agreed')}</Note>
          <RuleWords say={say} proposed={adopted} />
        </>
      )}
      {declined && (
        <>
          <Note kind="gap">{say('choosing.rule.refused.before')}</Note>
          {view.shown
            .filter((each) => each.answer === 'cannot')
            .map((each) => (
              <Quote key={each.personId}>{each.because}</Quote>
            ))}
        </>
      )}
      {asked && (
        <Sheet>
          <p>{say('choosing.rule.asked')}</p>
          <RuleWords say={say} proposed={asked} />
          <p>{say('choosing.consent.count', { count: view.ruleAnswers, all: view.members })}</p>
          {view.roles.includes('member') && <RuleAnswerForm view={view} asked={asked} />}
          {facilitator && (
            <Form action={`/rules/${asked.id}/showing`} once={view.once()}>
              <Button>{say('choosing.rule.show')}</Button>
            </Form>
          )}
        </Sheet>
      )}
      {mayPropose && <ProposeForm view={view} />}
    </Section>
  );
}

function OpenPart({ view }: { view: BallotPageView }) {
  const { say, fund, votable } = view;
  return (
    <Section title={say('choosing.ballot.open.title')}>
      <p>{say('choosing.ballot.open.lede')}</p>
      <Form action={`/funds/${fund.id}/ballots`} once={view.once()}>
        <Checks
          name="application"
          legend={say('choosing.ballot.about')}
          values={votable.slice(0, mostOptions).map((each) => each.applicationId)}
          options={votable.map((each) => ({
            value: each.applicationId,
            label: say('choosing.mine.mark', {
              name: each.shownAs,
              amount: <Amount pence={each.pence + each.feePence} />,
            }),
          }))}
        />
        <Does>
          <Button>{say('choosing.ballot.open.does')}</Button>
        </Does>
      </Form>
    </Section>
  );
}

function NowPart({ view, ballotId }: { view: BallotPageView; ballotId: string }) {
  const { say } = view;
  return (
    <Section title={say('choosing.ballot.now')}>
      <p>{say('choosing.ballot.hidden')}</p>
      <p>{say('choosing.ballot.count', { count: view.given, all: view.roll })}</p>
      <Small>{say('choosing.ballot.manifest', { hash: view.ballot?.manifestHash.slice(0, 16) ?? '' })}</Small>
      {view.roles.includes('member') && (
        <Links>
          <a href={`/ballots/${ballotId}/mine`}>{say('choosing.ballot.mine.link')}</a>
        </Links>
      )}
      {view.roles.includes('facilitator') && (
        <>
          <Sheet>
            <p>{say('choosing.ballot.close.lede')}</p>
            <Form action={`/ballots/${ballotId}/closing`} once={view.once()}>
              <TextField name="phrase" autocomplete="off" label={say('choosing.ballot.phrase')} />
              <Does>
                <Button>{say('choosing.ballot.close.does')}</Button>
              </Does>
            </Form>
          </Sheet>
          <p>{say('choosing.ballot.off.lede')}</p>
          <Form action={`/ballots/${ballotId}/calling-off`} once={view.once()}>
            <Button kind="quiet">{say('choosing.ballot.off.does')}</Button>
          </Form>
        </>
      )}
    </Section>
  );
}

export function BallotPage({ view }: { view: BallotPageView }) {
  const { say, ballot, problem } = view;
  const open = ballot !== null && ballot.endedAt === null;
  const mayOpen = view.roles.includes('facilitator') && !open && !view.decided && view.adopted !== null && !view.asked;
  return (
    <Column>
      <Title lede={say('choosing.ballot.lede')}>{say('choosing.ballot.title')}</Title>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      {problem && <Problems problems={[problem]} />}
      <Links>
        <a href={`/funds/${view.fund.id}/table`}>{say('choosing.ballot.back')}</a>
      </Links>
      {open && <NowPart view={view} ballotId={ballot.id} />}
      {ballot?.ending === 'called-off' && <Note kind="gap">{say('choosing.ballot.off')}</Note>}
      {ballot && view.result && <ProposalPart view={view} ballotId={ballot.id} result={view.result} />}
      <RulePart view={view} />
      {mayOpen && <OpenPart view={view} />}
    </Column>
  );
}
