/** The door's own pages, for when there is no other page to show. */
import type { ComponentChildren } from 'preact';
import { Button, Does, Form } from '../../ui/controls.tsx';
import { Title } from '../../ui/layout.tsx';
import type { Say } from '../../words/speak.ts';
import { speaker } from '../../words/speak.ts';
import { type Answer, type Ask, page } from './ask.ts';
import { words } from './words.ts';

const speak = speaker(words);
type Sayer = Say<keyof typeof words>;
type Kind = 'large' | 'unreadable' | 'again' | 'nokey';

function plain(
  ask: Ask,
  status: number,
  title: (say: Sayer) => string,
  body: (say: Sayer) => ComponentChildren,
): Answer {
  const say = speak(ask.lang, ask.tally);
  return page(
    <>
      <Title line={false}>{title(say)}</Title>
      {body(say)}
    </>,
    { title: title(say), status, index: false, quiet: true },
  );
}

export function missingPage(ask: Ask): Answer {
  return plain(
    ask,
    404,
    (say) => say.text('web.missing.title'),
    (say) => (
      <>
        <p>{say('web.missing.why')}</p>
        <p>{say('web.missing.next', {}, { home: (children) => <a href="/">{children}</a> })}</p>
      </>
    ),
  );
}

/** Gives back what was typed, with a button that sends it from our own page. */
export function foreignPage(ask: Ask): Answer {
  const typed = ask.form.typed().filter(([, value]) => value !== '');
  return plain(
    ask,
    403,
    (say) => say.text('web.foreign.title'),
    (say) => (
      <>
        <p>{say('web.foreign.why')}</p>
        <Form action={ask.path} once={ask.once()}>
          {typed.map(([name, value]) => (
            <p key={name}>
              <label for={`t-${name}`}>{say('web.typed')}</label>
              <textarea id={`t-${name}`} name={name} dir="auto">
                {value}
              </textarea>
            </p>
          ))}
          <Does>
            <Button>{say('web.foreign.send')}</Button>
          </Does>
        </Form>
      </>
    ),
  );
}

export function manyPage(ask: Ask, seconds: number): Answer {
  return plain(
    ask,
    429,
    (say) => say.text('web.many.title'),
    (say) => <p>{say('web.many.why', { minutes: Math.max(1, Math.ceil(seconds / 60)) })}</p>,
  );
}

export function faultPage(ask: Ask, ref: string): Answer {
  return plain(
    ask,
    500,
    (say) => say.text('web.fault.title'),
    (say) => <p>{say('web.fault.why', { ref })}</p>,
  );
}

const statuses: Record<Kind, number> = { large: 413, unreadable: 415, again: 409, nokey: 400 };

export function doorPage(ask: Ask, kind: Kind): Answer {
  return plain(
    ask,
    statuses[kind],
    (say) => say.text(`web.${kind}.title`),
    (say) => <p>{say(`web.${kind}.why`)}</p>,
  );
}
