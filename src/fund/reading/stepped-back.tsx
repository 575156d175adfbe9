/** What is left of a reading that somebody stepped back from: a thank-you without a why, and the way on. */
import { ButtonLink, Does } from '../../ui/controls.tsx';
import { Column, Title } from '../../ui/layout.tsx';
import { Note } from '../../ui/notes.tsx';
import type { Sayer } from './one-page.tsx';

export type SteppedBackView = { say: Sayer; fundId: string; shownAs: string; worrySent: boolean };

export function SteppedBackPage({ view }: { view: SteppedBackView }) {
  const { say } = view;
  return (
    <Column>
      <Title>{say('reading.pile.title')}</Title>
      {view.worrySent && <Note kind="done">{say('reading.one.worry.sent')}</Note>}
      <Note kind="done">{say('reading.one.back.done', { name: view.shownAs })}</Note>
      <Does>
        <ButtonLink href={`/funds/${view.fundId}/pile`}>{say('reading.one.back.on')}</ButtonLink>
      </Does>
    </Column>
  );
}
