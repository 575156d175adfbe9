/** The page of hours: what reading would take, what people offer, what the group is asked, and what the team expects. */
import type { Forecast } from '../../../../packages/matching/src/index.ts';
import type { Problem } from '../../../kernel/outcomes.ts';
import { Button, Does, Form, TextField } from '../../../ui/controls.tsx';
import { Column, Facts, Links, Row, Rows, Section, Small, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { Load } from '../../../ui/pictures/load.tsx';
import { plainNumber } from '../../../words/amounts.ts';
import type { Say } from '../../../words/speak.ts';
import { CountedWords } from './heard.tsx';
import { type Figures, firstReaders, type Heard, readingsIn, saidToOpen, type Way, ways } from './rules.ts';
import type { words } from './words.ts';

export type HoursSayer = Say<keyof typeof words>;

export type HoursView = {
  readonly say: HoursSayer;
  readonly fundId: string;
  readonly once: () => string;
  readonly figures: Figures;
  readonly way: Way;
  readonly forecasts: Readonly<Record<Way, Forecast>>;
  readonly heard: Heard;
  readonly fits: boolean;
  /** The day of the group's newest yes. */
  readonly agreedOn: string | null;
  readonly question: { readonly id: string; readonly way: Way; readonly yes: number; readonly no: number } | null;
  readonly mine: { readonly minutes: number; readonly said: boolean; readonly voice: boolean | null } | null;
  readonly mayAsk: boolean;
  /** What was sent, when the page gives it back; an emptied box too. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly note: 'hours.question.settled' | 'hours.question.already' | null;
};

const tenths = (value: number): number => Math.round(value * 10) / 10;

type Key = Parameters<HoursSayer>[0];

export function HoursPage({ view }: { view: HoursView }) {
  const { say, forecasts, way, heard } = view;
  const expected = forecasts[way];
  const number = (value: number) => plainNumber(say.lang, tenths(value));
  return (
    <Column>
      <Title lede={say('hours.lede')}>{say('hours.title')}</Title>
      <Problems problems={view.problems.map(({ field, code }) => ({ field, words: say(code as Key, {}) }))} />
      {view.note && <Note kind="care">{say(view.note)}</Note>}
      {expected.offered > 0 && (
        <Load needed={tenths(expected.needed)} offered={tenths(heard.offered)} counted={tenths(heard.counted)}>
          <CountedWords say={say} heard={heard} />
        </Load>
      )}
      <p>
        {Number.isFinite(expected.share)
          ? say('hours.share', { percent: number(Math.round(expected.share * 100)) })
          : say('hours.nothing')}
      </p>
      <Verdict view={view} />
      {view.mine && <Mine view={view} mine={view.mine} />}
      <Question view={view} />
      <Section title={say('hours.figures')}>
        {view.mayAsk && (
          <Form action={`/funds/${view.fundId}/hours/figures`} once={view.once()}>
            <TextField
              name="applications"
              label={say('hours.figures.applications')}
              value={view.typed.applications ?? String(view.figures.applications)}
              inputmode="numeric"
              short
            />
            <TextField
              name="minutes"
              label={say('hours.figures.minutes')}
              value={view.typed.minutes ?? String(view.figures.minutesEach)}
              inputmode="numeric"
              short
            />
            <Does>
              <Button kind="quiet">{say('hours.figures.keep')}</Button>
            </Does>
          </Form>
        )}
        <Facts
          items={[
            ...(view.mayAsk
              ? []
              : [
                  { label: say('hours.figures.applications'), words: number(view.figures.applications) },
                  { label: say('hours.figures.minutes'), words: number(view.figures.minutesEach) },
                ]),
            { label: say('hours.facts.members'), words: number(heard.members) },
            { label: say('hours.facts.said'), words: number(heard.said) },
            { label: say('hours.facts.offered'), words: number(heard.offered) },
            ...(heard.said < heard.members
              ? [{ label: say('hours.facts.counted'), words: number(heard.counted) }]
              : []),
            { label: say('hours.facts.even'), words: number(expected.readsEach) },
            { label: say('hours.facts.carries'), words: number(expected.carries) },
          ]}
        />
      </Section>
      <Links>
        <a href={`/funds/${view.fundId}/call`}>{say('hours.to-call')}</a>
      </Links>
    </Column>
  );
}

function Verdict({ view }: { view: HoursView }) {
  const { say, forecasts, way, fits, agreedOn, heard } = view;
  const { needed, over } = forecasts[way];
  const enough = saidToOpen(heard.members);
  if (!over && heard.said < enough && !(fits && agreedOn)) {
    return (
      <Note kind="care">
        <p>{say(needed <= heard.offered ? 'hours.fits' : 'hours.fits.counted')}</p>
        <p>{say('hours.few', { said: heard.said, members: heard.members, enough })}</p>
      </Note>
    );
  }
  if (!over && needed <= heard.offered) return <Note kind="done">{say('hours.fits')}</Note>;
  if (!over) return <Note kind="care">{say('hours.fits.counted')}</Note>;
  if (fits && agreedOn) return <Note kind="done">{say('hours.agreed', { day: agreedOn })}</Note>;
  return (
    <Note kind="gap">
      <p>{say('hours.over')}</p>
      {agreedOn && <p>{say('hours.agreed.not-enough', { day: agreedOn })}</p>}
    </Note>
  );
}

function Mine({ view, mine }: { view: HoursView; mine: NonNullable<HoursView['mine']> }) {
  const { say } = view;
  const hours = String(mine.minutes / 60);
  const most = view.figures.applications * view.figures.minutesEach;
  return (
    <Section title={say('hours.mine')}>
      <p>
        {mine.said
          ? say('hours.mine.holds', { n: readingsIn(Math.min(mine.minutes, most), view.figures.minutesEach) })
          : say('hours.mine.not-said', { hours })}
      </p>
      {mine.minutes > most && <p>{say('hours.mine.capped', { hours: plainNumber(say.lang, tenths(most / 60)) })}</p>}
      <Form action={`/funds/${view.fundId}/hours`} once={view.once()}>
        <TextField
          name="hours"
          label={say('hours.mine.label')}
          hint={say('hours.mine.hint')}
          value={view.typed.hours ?? (mine.said ? hours : '')}
          inputmode="decimal"
          short
        />
        <Does>
          <Button>{say('hours.mine.keep')}</Button>
        </Does>
      </Form>
    </Section>
  );
}

function wayWords(view: HoursView, way: Way) {
  const n = firstReaders(way, view.figures.readersEach);
  return view.say(`hours.way.${way}`, { n });
}

function takes({ say, forecasts, heard }: HoursView, way: Way) {
  const { needed, offered: all, share } = forecasts[way];
  const number = (value: number) => plainNumber(say.lang, Math.round(value));
  if (!Number.isFinite(share)) return say('hours.way.takes.none', { needed: number(needed) });
  const sums = { needed: number(needed), offered: number(heard.offered), percent: number(share * 100) };
  if (heard.said === heard.members) return say('hours.way.takes', sums);
  return say('hours.way.takes.counted', { ...sums, all: number(all), counted: number(heard.counted) });
}

function Question({ view }: { view: HoursView }) {
  const { say, question, mine } = view;
  const path = `/funds/${view.fundId}/hours`;
  if (!question) {
    return (
      <Section title={say('hours.question')}>
        <p>{say('hours.question.none')}</p>
        <Rows>
          {ways.map((way) => (
            <Row key={way} title={wayWords(view, way)}>
              <p>{say(`hours.way.${way}.why`)}</p>
              <p>{takes(view, way)}</p>
              {way === view.way && <Small>{say('hours.way.now')}</Small>}
              {view.mayAsk && (
                <Form action={`${path}/questions`} once={view.once()} fields={{ way }}>
                  <Does>
                    <Button kind="small">{say('hours.question.ask')}</Button>
                  </Does>
                </Form>
              )}
            </Row>
          ))}
        </Rows>
      </Section>
    );
  }
  const counts = {
    yes: question.yes,
    no: question.no,
    members: view.heard.members,
    enough: Math.floor(view.heard.members / 2) + 1,
  };
  return (
    <Section title={say('hours.question')}>
      <p>{say('hours.question.asked')}</p>
      <Rows>
        <Row title={wayWords(view, question.way)}>
          <p>{say(`hours.way.${question.way}.why`)}</p>
          <p>{takes(view, question.way)}</p>
          <p>{say('hours.question.counts', counts)}</p>
        </Row>
      </Rows>
      {mine && (
        <Form action={`${path}/questions/${question.id}/voice`} once={view.once()}>
          {mine.voice !== null && <Small>{say(`hours.question.mine.${mine.voice ? 'yes' : 'no'}`)}</Small>}
          <Does>
            <Button name="yes" value="yes">
              {say('hours.question.yes')}
            </Button>
            <Button kind="quiet" name="yes" value="no">
              {say('hours.question.no')}
            </Button>
          </Does>
        </Form>
      )}
      {view.mayAsk && (
        <Form action={`${path}/questions/${question.id}/back`} once={view.once()}>
          <Does>
            <Button kind="small">{say('hours.question.back')}</Button>
          </Does>
        </Form>
      )}
    </Section>
  );
}
