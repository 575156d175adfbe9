/** One application for one reader: their words and the checked English, and at the side your own words. */
import type { ComponentChildren } from 'preact';
import { kindOf } from '../../forms/kinds.ts';
import type { Question, Voice } from '../../forms/questions.ts';
import { Button, Check, Choice, Does, Form, TextArea } from '../../ui/controls.tsx';
import { Day } from '../../ui/facts.tsx';
import { Facts, Fold, Half, Heading, Links, Quote, Sheet, Side, Small, Tag, Title } from '../../ui/layout.tsx';
import { Note, Problems, Saved } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { Design } from '../pool/design.ts';
import { voiceAboutThem } from './about-them.ts';
import { type AnchorWord, anchorOf } from './rules.ts';
import type { OneReading, Translated } from './store.ts';
import type { words } from './words.ts';

export type Sayer = Say<keyof typeof words>;
export type ReadingView = {
  say: Sayer;
  design: Design;
  fundId: string;
  reading: OneReading;
  place: number;
  all: number;
  questions: readonly Question[];
  voice: Voice;
  translated: readonly Translated[];
  words: Readonly<Record<string, AnchorWord | undefined>>;
  /** The picks as they are saved, where `words` holds what was just typed. */
  kept: Readonly<Record<string, AnchorWord | undefined>>;
  /** Something newer was saved than what this page had shown. */
  newer?: boolean;
  others: readonly { id: string; sentence: string }[];
  open: boolean;
  money: string;
  once: () => string;
  savedAt?: string;
  message?: 'saved' | 'worry';
  problems?: readonly { field: string; words: ComponentChildren }[];
  refusal?: ComponentChildren;
  typedSentence?: string;
  typedNeed?: string;
};

function textIn(snapshot: Readonly<Record<string, unknown>>, question: string): string {
  const body = snapshot[question];
  const text = body && typeof body === 'object' && 'text' in body ? body.text : '';
  return typeof text === 'string' ? text : '';
}

function Answer({ view, question }: { view: ReadingView; question: Question }) {
  const { say, reading, translated } = view;
  const theirs = textIn(reading.snapshot, question.id);
  if (theirs === '') return null;
  const english = translated.find((each) => each.question === question.id);
  if (reading.language === 'en') {
    return (
      <>
        <Heading level={3} line={false}>{`“${question.ask}”`}</Heading>
        <Quote lang="en">{theirs}</Quote>
      </>
    );
  }
  return (
    <>
      <Heading level={3} line={false}>{`“${question.ask}”`}</Heading>
      <Half>
        <div>
          <Small>{say('reading.one.theirs')}</Small>
          <Quote lang={reading.language}>{theirs}</Quote>
        </div>
        <div>
          <Small>{say('reading.one.english')}</Small>
          {english ? (
            <>
              {english.checkedAt ? (
                <Tag icon="tick" kind="ok">
                  {say('reading.one.checked', { day: <Day at={english.checkedAt} /> })}
                </Tag>
              ) : (
                <Tag icon="eye" kind="mind">
                  {say('reading.one.unchecked')}
                </Tag>
              )}
              <Quote lang="en">{english.english}</Quote>
            </>
          ) : (
            <p>{say('reading.one.none')}</p>
          )}
        </div>
      </Half>
    </>
  );
}

function Money({ view }: { view: ReadingView }) {
  const question = view.questions.find((each) => each.type === 'budget_table');
  if (!question) return null;
  const facts = kindOf(question).facts(
    view.reading.snapshot[question.id],
    question,
    voiceAboutThem(view.voice, view.say),
  );
  return (
    <>
      <Heading level={3} line={false}>{`“${question.ask}”`}</Heading>
      <Facts items={facts.map((fact) => ({ label: fact.label, words: fact.words }))} />
    </>
  );
}

/** What was saved meanwhile, beside what is in the boxes: nothing is put over it before the reader has seen both. */
function Newer({ view }: { view: ReadingView }) {
  const { say, design, reading, words: typed, kept } = view;
  const other = design.criteria.items.filter((item) => (kept[item.id] ?? '') !== (typed[item.id] ?? ''));
  const wordOf = (word: AnchorWord | undefined) => {
    if (word === undefined) return say('reading.one.newer.none');
    if (word === 'ask') return say('reading.one.ask');
    return design.criteria.scale.points.find((point) => point.value === anchorOf(word))?.label ?? word;
  };
  const sentences = [reading.sentence, reading.needToKnow].filter((text) => text !== '');
  return (
    <Note kind="gap" title={say('reading.one.newer')}>
      <p>{say('reading.one.newer.why')}</p>
      {sentences.map((text) => (
        <Quote key={text}>{text}</Quote>
      ))}
      <Facts items={other.map((item) => ({ label: item.name, words: wordOf(kept[item.id]) }))} />
    </Note>
  );
}

function YourWords({ view }: { view: ReadingView }) {
  const { say, design, reading, words: picked } = view;
  const saved = view.savedAt ? { us: view.savedAt } : {};
  return (
    <Form action={`/readings/${reading.id}`} once={view.once()} fields={{ seen: reading.savedAt?.toISOString() ?? '' }}>
      <Heading line={false}>{say('reading.one.your.words')}</Heading>
      {design.criteria.items.map((item) => {
        const anchors = (['strongly', 'clearly', 'a-little', 'not-yet'] as const).map((word) => ({
          value: word,
          label: design.criteria.scale.points.find((point) => point.value === anchorOf(word))?.label ?? word,
          hint: item.anchors[String(anchorOf(word)) as '0' | '1' | '2' | '3'],
        }));
        const value = picked[item.id];
        return (
          <Choice
            key={item.id}
            name={item.id}
            legend={item.name}
            hint={item.question}
            {...(value ? { value } : {})}
            options={[...anchors, { value: 'ask', label: say('reading.one.ask'), hint: say('reading.one.ask.hint') }]}
          />
        );
      })}
      <TextArea
        name="sentence"
        label={say('reading.one.sentence')}
        hint={say('reading.one.sentence.hint')}
        value={view.typedSentence ?? reading.sentence}
        rows={3}
      />
      <TextArea
        name="need"
        label={say('reading.one.need')}
        hint={say('reading.one.need.hint')}
        value={view.typedNeed ?? reading.needToKnow}
        rows={2}
      />
      {reading.language !== 'en' && <Check name="knows_language" value="yes" label={say('reading.one.knows')} />}
      <Saved {...saved} />
      <Small>{say('reading.one.private')}</Small>
      <Does>
        <Button name="do" value="finish">
          {say(reading.finishedAt ? 'reading.one.keep' : 'reading.one.finish')}
        </Button>
        {!reading.finishedAt && (
          <Button kind="quiet" name="do" value="stay">
            {say('reading.one.save')}
          </Button>
        )}
      </Does>
    </Form>
  );
}

function Quiet({ view }: { view: ReadingView }) {
  const { say, reading } = view;
  return (
    <>
      <Fold summary={say('reading.one.worry')}>
        <Form action={`/readings/${reading.id}/worry`} once={view.once()}>
          <TextArea name="worry" label={say('reading.one.worry.label')} hint={say('reading.one.worry.hint')} rows={3} />
          <Does>
            <Button kind="quiet">{say('reading.one.worry.send')}</Button>
          </Does>
        </Form>
      </Fold>
      {view.open && (
        <Form action={`/readings/${reading.id}/step-back`} once={view.once()}>
          <p>{say('reading.one.back.hint')}</p>
          <Does>
            <Button kind="quiet">{say('reading.one.back')}</Button>
          </Does>
        </Form>
      )}
    </>
  );
}

export function OneReadingPage({ view }: { view: ReadingView }) {
  const { say, reading, design } = view;
  const minutes = design.capacity_model.reading_minutes_each;
  const order = [...view.questions].filter((question) => question.type === 'text_or_audio');
  return (
    <>
      <Title step={say('reading.one.step', { place: view.place, all: view.all, minutes })}>{reading.shownAs}</Title>
      <p>
        {reading.shownPlace ? `${reading.shownPlace}. ` : ''}
        {say('reading.one.asks', { amount: view.money, months: reading.months ?? 24 })}
      </p>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      {view.newer && <Newer view={view} />}
      {view.problems && <Problems title={say('reading.gap.title')} problems={[...view.problems]} />}
      {view.message === 'saved' && <Note kind="done">{say('reading.one.saved')}</Note>}
      {view.message === 'worry' && <Note kind="done">{say('reading.one.worry.sent')}</Note>}
      {reading.contentNote && (
        <Note kind="care">
          {say('reading.one.note', { note: reading.contentNote })} {say('reading.one.note.swap')}
        </Note>
      )}
      {reading.finishedAt && <Note kind="done">{say('reading.one.is.done')}</Note>}
      <Side
        wideAside
        aside={
          <>
            {view.open && <YourWords view={view} />}
            <Quiet view={view} />
          </>
        }
      >
        {order.map((question) => (
          <Answer key={question.id} view={view} question={question} />
        ))}
        <Money view={view} />
        {reading.finishedAt && (
          <Sheet>
            <Heading line={false}>{say('reading.one.others')}</Heading>
            {view.others.length === 0 && <p>{say('reading.one.others.none')}</p>}
            {view.others.map((other) => (
              <Quote key={other.id} lang="en">
                {other.sentence}
              </Quote>
            ))}
          </Sheet>
        )}
        <Links>
          {say('reading.one.link', {}, { link: (children) => <a href={`/funds/${view.fundId}/links`}>{children}</a> })}
        </Links>
      </Side>
    </>
  );
}
