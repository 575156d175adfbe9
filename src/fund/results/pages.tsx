/** The letters: the list where a person checks them, one letter to edit, and the letter as the group reads it. */
import type { ComponentChildren } from 'preact';
import { Button, Check, Does, Form, TextArea } from '../../ui/controls.tsx';
import { Amount, Day } from '../../ui/facts.tsx';
import { Column, Heading, Quote, Row, Rows, Sheet, Tag, Title } from '../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { Reasons } from './rules.ts';
import type { Heard, LetterRow, ToTell } from './store.ts';
import type { words } from './words.ts';

export type Sayer = Say<keyof typeof words>;
export type ListView = {
  say: Sayer;
  fundId: string;
  zone: string;
  once: () => string;
  all: readonly ToTell[];
  released: Date | null;
  ways: readonly { way: string; count: number }[];
  programme: boolean;
  refusal?: ComponentChildren;
};

export function LettersPage({ view }: { view: ListView }) {
  const { say, all, fundId } = view;
  const checked = all.filter((each) => each.letter?.checkedAt).length;
  const written = all.filter((each) => each.letter !== null);
  const open = view.released === null;
  const way = (name: string) => view.ways.find((each) => each.way === name)?.count ?? 0;
  return (
    <Column>
      <Title lede={say('results.list.lede')}>{say('results.list.title')}</Title>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      {view.released && (
        <Note kind="done">
          {say('results.list.released', { day: <Day at={view.released} zone={view.zone} /> })}{' '}
          {say('results.list.ways', { email: way('email'), call: way('call'), page: way('page') })}
        </Note>
      )}
      {open && view.programme && (
        <Form action={`/funds/${fundId}/letters`} once={view.once()}>
          <Does>
            <Button kind="quiet">{say('results.list.draft')}</Button>
          </Does>
        </Form>
      )}
      {written.length === 0 ? (
        <Empty>{say('results.list.none')}</Empty>
      ) : (
        <p>{say('results.list.count', { checked, all: all.length })}</p>
      )}
      <Form action={`/funds/${fundId}/letters/checks`} once={view.once()}>
        <Rows>
          {written.map(({ applicationId, shownAs, outcome, letter }) => (
            <Row
              key={applicationId}
              title={shownAs}
              href={`/letters/${applicationId}`}
              aside={say(`results.list.outcome.${outcome}`)}
            >
              <p>{letter?.strength}</p>
              <p>{letter?.one}</p>
              <p>{letter?.two}</p>
              {letter?.checkedAt ? (
                <Tag icon="tick" kind="ok">
                  {say('results.list.checked')}
                </Tag>
              ) : (
                open && (
                  <Check
                    id={`l-${applicationId}`}
                    name="letter"
                    value={applicationId}
                    label={say('results.list.tick')}
                  />
                )
              )}
            </Row>
          ))}
        </Rows>
        {open && checked < written.length && (
          <Does>
            <Button>{say('results.list.check')}</Button>
          </Does>
        )}
      </Form>
      {open && view.programme && written.length > 0 && (
        <Form action={`/funds/${fundId}/result-day`} once={view.once()}>
          <Does>
            <Button>{say('results.list.release')}</Button>
          </Does>
        </Form>
      )}
    </Column>
  );
}

export function OneLetterPage({
  say,
  applicationId,
  shownAs,
  outcome,
  words,
  once,
  open,
  problems,
}: {
  say: Sayer;
  applicationId: string;
  shownAs: string;
  outcome: LetterRow['outcome'];
  words: Reasons;
  once: string;
  open: boolean;
  problems?: readonly { field: string; words: ComponentChildren }[];
}) {
  return (
    <Column>
      <Title lede={say(`results.list.outcome.${outcome}`)}>{shownAs}</Title>
      {problems && <Problems problems={[...problems]} />}
      {!open && <Note kind="done">{say('results.refused.told')}</Note>}
      <Form action={`/letters/${applicationId}`} once={once}>
        <TextArea name="strength" label={say('results.one.strength')} value={words.strength} rows={3} />
        <TextArea name="one" label={say('results.one.one')} value={words.one} rows={3} />
        <TextArea name="two" label={say('results.one.two')} value={words.two} rows={3} />
        {open && (
          <Does>
            <Button name="checked" value="yes">
              {say('results.one.checked')}
            </Button>
            <Button kind="quiet" name="checked" value="no">
              {say('results.one.save')}
            </Button>
          </Does>
        )}
      </Form>
    </Column>
  );
}

/** The letter itself: the result first, then a strength, two reasons, a next step and a person's name. No drawn line under bad news. */
export function GroupLetter({
  say,
  letter,
  person,
  zone,
  home,
  why,
}: {
  say: Sayer;
  letter: Heard;
  person: string;
  zone: string;
  home: string;
  /** What the count of ballots says about this one, where the count and the group came to the same. */
  why?: ComponentChildren;
}) {
  const good = letter.outcome === 'chosen';
  return (
    <Sheet>
      <p>
        <Day at={letter.told} zone={zone} year />
      </p>
      <p>{say('results.letter.dear')}</p>
      <Title line={good}>{say(`results.letter.${letter.outcome}`)}</Title>
      {good && letter.pence !== null && (
        <p>{say('results.letter.chosen.once', { amount: <Amount pence={letter.pence} /> })}</p>
      )}
      {letter.outcome === 'reserve' && <p>{say('results.letter.reserve.why')}</p>}
      <p>
        {say('results.letter.odds', { asked: letter.asked, chosen: letter.chosen })}{' '}
        {letter.readers > 0 && say('results.letter.readers', { readers: letter.readers })}
      </p>
      <Heading line={false}>{say('results.letter.strength')}</Heading>
      <Quote lang="en">{letter.strength}</Quote>
      <Heading line={false}>{say(good ? 'results.letter.mind' : 'results.letter.stronger')}</Heading>
      <Quote lang="en">{letter.one}</Quote>
      <Quote lang="en">{letter.two}</Quote>
      {why && (
        <>
          <Heading line={false}>{say('results.letter.count')}</Heading>
          <div class="count-why">{why}</div>
        </>
      )}
      <Heading line={false}>{say('results.letter.next')}</Heading>
      <p>{say(`results.letter.next.${letter.outcome}`)}</p>
      <p>
        {say('results.letter.warm')}
        <br />
        <b>{person}</b>
      </p>
      <p>
        <a href={home}>{say('results.letter.answers')}</a>
      </p>
    </Sheet>
  );
}
