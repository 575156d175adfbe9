/** What was found: how good it is, the way to say yes to it, and what it means for everyone. */
import type { ReadersPlan } from '../../../../../packages/matching/src/index.ts';
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Note } from '../../../../ui/notes.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import { Loads } from './loads.tsx';
import { Plain } from './plain.tsx';
import type { PlanView } from './view.tsx';

export function Found({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId, plan } = view;
  return (
    <>
      <HowGood view={view} answer={answer} />
      {plan && !plan.accepted && !view.changed && !view.empty && !view.choosing && (
        <Form action={`/funds/${fundId}/piles/acceptance`} once={view.once()} fields={{ plan: plan.id }}>
          <Does>
            <Button>{say('reading.plan.accept')}</Button>
          </Does>
        </Form>
      )}
      <Plain view={view} />
      <Loads view={view} answer={answer} />
    </>
  );
}

function HowGood({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, plan, byHand } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  if (plan?.accepted) return <Note kind="done">{say('reading.plan.accepted', { day: plan.accepted })}</Note>;
  if (view.changed) return <Note kind="gap">{say('reading.plan.changed')}</Note>;
  if (view.empty) return <Note kind="done">{say('reading.plan.nothing.new')}</Note>;
  const near = answer.status === 'optimal' ? null : <Note kind="gap">{say('reading.plan.near')}</Note>;
  if (byHand === null) return near ?? <Note kind="done">{say('reading.plan.best')}</Note>;
  const figures = { total: number(view.standing.total), best: number(answer.total) };
  return (
    <>
      <Note kind={byHand === 'same' ? 'done' : 'gap'}>{say(`reading.plan.changed.${byHand}`, figures)}</Note>
      {near}
    </>
  );
}
