/** One change to the set that the count proposed, with its reason. */
import type { ComponentChildren } from 'preact';
import { Button, Does, Form, TextArea } from '../../../../ui/controls.tsx';
import { Column, Links, Title } from '../../../../ui/layout.tsx';
import { Note, Problems } from '../../../../ui/notes.tsx';
import type { Sayer } from '../page-view.ts';

export type ChangePageView = {
  say: Sayer;
  once: () => string;
  fundId: string;
  action: string;
  name: string;
  on: boolean;
  because: string;
  problem?: ComponentChildren;
  refusal?: ComponentChildren;
};

export function ChangePage({ view }: { view: ChangePageView }) {
  const { say } = view;
  return (
    <Column>
      <Title lede={say(view.on ? 'choosing.change.off.lede' : 'choosing.change.on.lede', { name: view.name })}>
        {say('choosing.change.title')}
      </Title>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      {view.problem && <Problems problems={[{ field: 'because', words: view.problem }]} />}
      <Form action={view.action} once={view.once()}>
        <TextArea name="because" label={say('choosing.change.because')} value={view.because} rows={3} />
        <Does>
          <Button>{say(view.on ? 'choosing.table.take' : 'choosing.table.put')}</Button>
        </Does>
      </Form>
      <Links>
        <a href={`/funds/${view.fundId}/table`}>{say('choosing.ballot.back')}</a>
      </Links>
    </Column>
  );
}
