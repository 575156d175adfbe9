/** The page of the call for those who run it: where it stands, what it takes to open, its days, and more time. */
import type { ComponentChildren } from 'preact';
import { daysBetween, wallTimeIn } from '../../../kernel/instants.ts';
import type { Problem } from '../../../kernel/outcomes.ts';
import { Button, Check, Does, Form, TextField } from '../../../ui/controls.tsx';
import { DayTime } from '../../../ui/facts.tsx';
import { Column, Facts, Links, Section, Small, Ticks, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { day, dayAndTime, plainNumber } from '../../../words/amounts.ts';
import type { Say } from '../../../words/speak.ts';
import type { Fund } from '../../pool/store.ts';
import { HeardWords } from '../hours/heard.tsx';
import { covers, type Heard, mayBear, saidToOpen } from '../hours/rules.ts';
import type { words as hoursWords } from '../hours/words.ts';
import { callState } from '../rules.ts';
import type { Call } from '../store.ts';
import {
  type Care,
  fewestDays,
  type MoveRefusal,
  mayMoveClosing,
  mayOpenCall,
  mayTakeBack,
  type OpenRefusal,
  type PlanRefusal,
} from './rules.ts';
import type { Move } from './store.ts';
import type { words } from './words.ts';

export type OpeningSayer = Say<keyof typeof words | keyof typeof hoursWords>;
export type OpeningRefusal = OpenRefusal | PlanRefusal | MoveRefusal | 'begun';

export type OpeningView = {
  readonly say: OpeningSayer;
  readonly fund: Fund;
  readonly once: () => string;
  readonly call: Call | null;
  readonly state: Parameters<typeof mayOpenCall>[0] & { readonly heard: Heard };
  readonly cares: readonly Care[];
  /** The days were kept a moment ago. */
  readonly kept: boolean;
  readonly moves: readonly Move[];
  /** Only the programme team plans and opens; others read. */
  readonly mayAct: boolean;
  readonly refused: OpeningRefusal | null;
  readonly problems: readonly Problem[];
  /** What was sent, when the page gives it back; an emptied box too. */
  readonly typed: Readonly<Record<string, string>>;
};

export function OpeningPage({ view }: { view: OpeningView }) {
  const { say, fund, call, state } = view;
  return (
    <Column>
      <Title lede={whereItStands(view)}>{say('opening.title')}</Title>
      <Problems
        problems={view.problems.map(({ field, code }) => ({ field, words: say(code as 'opening.problem.opens') }))}
      />
      {view.refused && <Note kind="no">{refusalWords(view, view.refused)}</Note>}
      {view.kept && call && (
        <Note kind="done">{say('opening.kept', { days: daysBetween(call.opensAt, call.closesAt, fund.zone) })}</Note>
      )}
      {call && (
        <Facts
          items={[
            { label: say('opening.opens'), words: <DayTime at={call.opensAt} zone={fund.zone} year /> },
            { label: say('opening.closes'), words: <DayTime at={call.closesAt} zone={fund.zone} year /> },
          ]}
        />
      )}
      {view.moves.map((move) => (
        <Note key={move.toAt.getTime()} kind="care">
          {say('opening.moved', {
            from: dayAndTime(say.lang, move.fromAt, fund.zone, true),
            to: dayAndTime(say.lang, move.toAt, fund.zone, true),
            why: move.why,
          })}
        </Note>
      ))}
      {state.opened ? <AfterOpening view={view} /> : <BeforeOpening view={view} />}
      <Links>
        <a href={`/funds/${fund.id}/hours`}>{say('opening.hours')}</a>
      </Links>
    </Column>
  );
}

function whereItStands({ say, fund, call, state }: OpeningView): ComponentChildren {
  if (call === null) return say('opening.none');
  if (!state.opened) return say('opening.planned');
  const when = (at: Date) => ({ when: dayAndTime(say.lang, at, fund.zone, true) });
  switch (callState(call, state.now)) {
    case 'before':
      return say('opening.before', when(call.opensAt));
    case 'open':
      return say('opening.open', when(call.closesAt));
    default:
      return say('opening.closed', when(call.closesAt));
  }
}

function refusalWords({ say, call, state }: OpeningView, refused: OpeningRefusal) {
  const { members, said } = state;
  const key = refused === 'opened' && call ? openedBy(call, state.now) : refused;
  return say(`opening.refused.${key}`, { days: fewestDays, members, said, enough: saidToOpen(members) });
}

/** What a call that was opened is by now. */
function openedBy(call: Call, now: Date): 'announced' | 'opened' | 'closed' {
  if (now < call.opensAt) return 'announced';
  return callState(call, now) === 'open' ? 'opened' : 'closed';
}

function BeforeOpening({ view }: { view: OpeningView }) {
  const { say, state, fund } = view;
  const opening = mayOpenCall(state);
  const percent = plainNumber(say.lang, Math.round(state.expected.share * 100));
  const daysStand = state.days !== null && (opening.yes || opening.reason !== 'short');
  const enough = saidToOpen(state.members);
  const borne = mayBear(state.expected, state.way, state.agreed).yes;
  const hours = !Number.isFinite(state.expected.share)
    ? say('opening.needs.hours.none')
    : say(state.expected.over && borne ? 'opening.needs.hours.agreed' : 'opening.needs.hours', { percent });
  return (
    <>
      <Section title={say('opening.needs')}>
        <Ticks
          items={[
            { met: daysStand, words: say('opening.needs.days', { days: fewestDays }) },
            { met: state.members > 0, words: say('opening.needs.members') },
            {
              met: covers(state.agreed, state.way, state.expected) || (state.members > 0 && state.said >= enough),
              words: say('opening.needs.said', { said: state.said, members: state.members, enough }),
            },
            { met: borne, words: hours },
          ]}
        />
        <HeardWords say={say} heard={state.heard} />
        {!opening.yes && view.refused !== opening.reason && (
          <Note kind="gap">{refusalWords(view, opening.reason)}</Note>
        )}
        {view.cares.map((care) => (
          <Note key={care.code} kind="care">
            {careWords(view, care)}
          </Note>
        ))}
        {view.mayAct && opening.yes && (
          <Form action={`/funds/${fund.id}/call/opening`} once={view.once()}>
            <Small>{say('opening.do.hint')}</Small>
            <Does>
              <Button>{say('opening.do')}</Button>
            </Does>
          </Form>
        )}
      </Section>
      {view.mayAct && <Days view={view} />}
    </>
  );
}

function careWords({ say, fund }: OpeningView, care: Care) {
  switch (care.code) {
    case 'care':
      return say('opening.care.care', { what: care.what });
    case 'overlap':
      return say('opening.care.overlap', { what: care.what, day: day(say.lang, care.at, fund.zone, true) });
    default:
      return say(`opening.care.${care.code}`);
  }
}

/** What is wrong with a box, said at the box too. */
function atBox({ say, problems }: OpeningView, field: string) {
  const found = problems.find((each) => each.field === field);
  return found ? { problem: say(found.code as 'opening.problem.opens') } : {};
}

/** A day and an hour to type, as they stand or as they were typed. */
function Moment({
  view,
  which,
  at,
  usual,
}: {
  view: OpeningView;
  which: 'opens' | 'closes';
  at: string;
  usual: string;
}) {
  const { say, typed } = view;
  const [day, time] = [`${which}_day`, `${which}_time`];
  return (
    <>
      <TextField
        name={day}
        type="date"
        {...atBox(view, day)}
        label={say(`opening.plan.${which}-day`)}
        value={typed[day] ?? at.slice(0, 10)}
        short
      />
      <TextField
        name={time}
        type="time"
        label={say(`opening.plan.${which}-time`)}
        value={typed[time] ?? (at.slice(11) || usual)}
        short
      />
    </>
  );
}

/** Ticked until the form was sent without the tick. `box` is one that its form always sends. */
function stays(typed: OpeningView['typed'], box: 'closes_day' | 'day'): boolean {
  return typed[box] === undefined || typed.later !== undefined;
}

function Days({ view }: { view: OpeningView }) {
  const { say, fund, call, typed } = view;
  const opens = call ? wallTimeIn(call.opensAt, fund.zone) : '';
  const closes = call ? wallTimeIn(call.closesAt, fund.zone) : '';
  return (
    <Section title={say('opening.plan')}>
      <Small>{say('opening.plan.hint', { city: fund.zone.replace(/^.*\//, '').replaceAll('_', ' ') })}</Small>
      <Form action={`/funds/${fund.id}/call`} once={view.once()}>
        <Moment view={view} which="opens" at={opens} usual="09:00" />
        <Moment view={view} which="closes" at={closes} usual="17:00" />
        {call && (
          <Check name="later" value="yes" label={say('opening.plan.later')} checked={stays(typed, 'closes_day')} />
        )}
        <Does>
          <Button kind="quiet">{say('opening.plan.keep')}</Button>
        </Does>
      </Form>
    </Section>
  );
}

function AfterOpening({ view }: { view: OpeningView }) {
  const { say, fund, call, state, typed } = view;
  if (!call || !view.mayAct) return null;
  const later = new Date(call.closesAt.getTime() + 7 * 86_400_000);
  const mayMove = mayMoveClosing(call, true, later, 'why', state.now).yes;
  return (
    <>
      {mayTakeBack(call, true, state.now).yes && (
        <Form action={`/funds/${fund.id}/call/taking-back`} once={view.once()}>
          <Small>{say('opening.back.hint', { when: dayAndTime(say.lang, call.opensAt, fund.zone, true) })}</Small>
          <Does>
            <Button kind="quiet">{say('opening.back')}</Button>
          </Does>
        </Form>
      )}
      {mayMove && (
        <Section title={say('opening.move')}>
          <Small>{say('opening.move.hint')}</Small>
          <Form action={`/funds/${fund.id}/call/closing`} once={view.once()}>
            <TextField
              {...atBox(view, 'day')}
              name="day"
              type="date"
              label={say('opening.move.day')}
              value={typed.day ?? ''}
              short
            />
            <TextField
              name="time"
              type="time"
              label={say('opening.move.time')}
              value={typed.time ?? wallTimeIn(call.closesAt, fund.zone).slice(11)}
              short
            />
            <Check name="later" value="yes" label={say('opening.plan.later')} checked={stays(typed, 'day')} />
            <TextField name="why" label={say('opening.move.why')} value={typed.why ?? ''} maxlength={200} />
            <Does>
              <Button kind="quiet">{say('opening.move.do')}</Button>
            </Does>
          </Form>
        </Section>
      )}
    </>
  );
}
