/** What is left of a reading that somebody stepped back from: a thank-you without a why, the way on, and the way back. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Does, Form } from '../../ui/controls.tsx';
import { Column, Title } from '../../ui/layout.tsx';
import { Note } from '../../ui/notes.tsx';
import type { Sayer } from './one-page.tsx';

export type SteppedBackView = {
  say: Sayer;
  fundId: string;
  readingId: string;
  shownAs: string;
  /** It ended with a link that was told, not with a step back. */
  linked: boolean;
  worrySent: boolean;
  mayComeBack: boolean;
  refusal?: ComponentChildren;
  once: () => string;
};

export function SteppedBackPage({ view }: { view: SteppedBackView }) {
  const { say } = view;
  return (
    <Column>
      <Title>{say('reading.pile.title')}</Title>
      {view.worrySent && <Note kind="done">{say('reading.one.worry.sent')}</Note>}
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      <Note kind="done">
        {say(view.linked ? 'reading.one.back.linked' : 'reading.one.back.done', { name: view.shownAs })}
      </Note>
      <Does>
        <ButtonLink href={`/funds/${view.fundId}/pile`}>{say('reading.one.back.on')}</ButtonLink>
      </Does>
      {view.mayComeBack && (
        <Form action={`/readings/${view.readingId}/come-back`} once={view.once()}>
          <p>{say('reading.one.again.hint')}</p>
          <Does>
            <Button kind="quiet">{say('reading.one.again')}</Button>
          </Does>
        </Form>
      )}
    </Column>
  );
}
