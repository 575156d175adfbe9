/** The pages around reading: my pile, who reads what, quiet worries, translations. */
import { Button, ButtonLink, Does, Form, TextArea, TextField } from '../../ui/controls.tsx';
import { Day } from '../../ui/facts.tsx';
import { Column, Half, Heading, Links, Quote, Row, Rows, Small, Tag, Title } from '../../ui/layout.tsx';
import { Empty, Note } from '../../ui/notes.tsx';
import { isLang, languages } from '../../words/languages.ts';
import type { Sayer } from './one-page.tsx';
import { pauseAfter } from './rules.ts';
import type { PileItem } from './store.ts';
import type { Original, Waiting } from './translations/store.ts';
import type { Worry } from './worries/store.ts';

export type PileView = {
  say: Sayer;
  fundId: string;
  items: readonly (PileItem & { money: string })[];
  all: number;
  done: number;
  today: number;
  minutes: number;
  /** Stepped back from, while that can be taken back. */
  left: readonly PileItem[];
};

export function PilePage({ view }: { view: PileView }) {
  const { say, items } = view;
  return (
    <Column>
      <Title lede={say('reading.pile.lede', { minutes: view.minutes })}>{say('reading.pile.title')}</Title>
      {view.today >= pauseAfter && <Note kind="care">{say('reading.pile.pause', { count: view.today })}</Note>}
      {view.all === 0 ? (
        <Empty>{say('reading.pile.empty')}</Empty>
      ) : (
        <p>{say('reading.pile.progress', { done: view.done, all: view.all })}</p>
      )}
      {view.all > 0 && view.done === view.all && <Note kind="done">{say('reading.pile.done')}</Note>}
      <Rows>
        {items.map((item) => (
          <Row
            key={item.id}
            title={item.shownAs}
            aside={say('reading.pile.asks', { amount: item.money })}
            does={
              <ButtonLink href={`/readings/${item.id}`} kind={item.finishedAt ? 'quiet' : 'smallmain'}>
                {say(item.finishedAt ? 'reading.pile.again' : 'reading.pile.open')}
              </ButtonLink>
            }
          >
            {item.shownPlace && <p>{item.shownPlace}</p>}
            {item.finishedAt ? (
              <Tag icon="tick" kind="ok">
                {say('reading.pile.finished')}
              </Tag>
            ) : item.savedAt ? (
              <Tag icon="pen">{say('reading.pile.begun')}</Tag>
            ) : null}
          </Row>
        ))}
      </Rows>
      {view.all > view.done && <Small>{say('reading.pile.next')}</Small>}
      {view.left.length > 0 && (
        <>
          <Heading>{say('reading.pile.left')}</Heading>
          <Rows>
            {view.left.map((item) => (
              <Row key={item.id} title={item.shownAs} href={`/readings/${item.id}`} />
            ))}
          </Rows>
        </>
      )}
      <Links>
        <a href={`/funds/${view.fundId}/pile/brings`}>{say('reading.brings.title')}</a>
      </Links>
    </Column>
  );
}

export function WorriesPage({ say, worries, once }: { say: Sayer; worries: readonly Worry[]; once: () => string }) {
  return (
    <Column>
      <Title lede={say('reading.worries.lede')}>{say('reading.worries.title')}</Title>
      {worries.length === 0 && <Empty>{say('reading.worries.none')}</Empty>}
      <Rows>
        {worries.map((worry) => (
          <Row key={worry.id} title={worry.shownAs} aside={<Day at={worry.at} />}>
            <Quote>{worry.words}</Quote>
            {worry.outcome ? (
              <p>{say('reading.worries.heard', { outcome: worry.outcome })}</p>
            ) : (
              <Form action={`/worries/${worry.id}/hearing`} once={once()}>
                <TextField id={`outcome-${worry.id}`} name="outcome" label={say('reading.worries.outcome')} />
                <Does>
                  <Button kind="small">{say('reading.worries.hear')}</Button>
                </Does>
              </Form>
            )}
          </Row>
        ))}
      </Rows>
    </Column>
  );
}

function languageName(code: string): string {
  return isLang(code) ? languages[code].name : code;
}

export function TranslationsPage({ say, rows }: { say: Sayer; rows: readonly Waiting[] }) {
  return (
    <Column>
      <Title lede={say('reading.translations.lede')}>{say('reading.translations.title')}</Title>
      {rows.every((row) => row.checked >= row.texts) && <Empty>{say('reading.translations.none')}</Empty>}
      <Rows>
        {rows.map((row) => (
          <Row
            key={row.applicationId}
            title={row.shownAs}
            href={`/translations/${row.applicationId}`}
            aside={languageName(row.language)}
          >
            {say(row.checked >= row.texts ? 'reading.translations.checked' : 'reading.translations.waits')}
          </Row>
        ))}
      </Rows>
    </Column>
  );
}

export function TranslationPage({
  say,
  original,
  asks,
  once,
}: {
  say: Sayer;
  original: Original;
  asks: ReadonlyMap<string, string>;
  once: string;
}) {
  return (
    <>
      <Title lede={say('reading.translations.language', { language: languageName(original.language) })}>
        {original.shownAs}
      </Title>
      <Form action={`/translations/${original.applicationId}`} once={once}>
        {original.texts.map(({ question, text, english }) => (
          <div key={question}>
            <Heading level={3} line={false}>{`“${asks.get(question) ?? question}”`}</Heading>
            <Half>
              <Quote lang={original.language}>{text}</Quote>
              <TextArea
                name={question}
                label={say('reading.translations.english')}
                value={english}
                rows={5}
                lang="en"
              />
            </Half>
          </div>
        ))}
        <Does>
          <Button>{say('reading.translations.save')}</Button>
        </Does>
      </Form>
    </>
  );
}
