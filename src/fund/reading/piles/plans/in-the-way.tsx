/** Who and what stands in the way of a plan, the smallest changes that would do, and what can be done now. */
import type { ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Small } from '../../../../ui/layout.tsx';
import { Note } from '../../../../ui/notes.tsx';
import { named, type PlanView } from './view.tsx';

export function InTheWay({ view, answer }: { view: PlanView; answer: ReadersResult & { status: 'infeasible' } }) {
  const { say, fundId } = view;
  return (
    <>
      <Note kind="gap" title={say('reading.plan.infeasible')}>
        <p>{say('reading.plan.way')}:</p>
        <ul>
          {answer.obstacles.map((each, index) => (
            <li key={index}>{named(view, each.words)}</li>
          ))}
        </ul>
        <p>{say('reading.plan.mends')}:</p>
        <ul>
          {answer.mends.map((each, index) => (
            <li key={index}>{named(view, each.words)}</li>
          ))}
        </ul>
      </Note>
      {view.inTheWay.map((rule) => (
        <Form key={rule.id} action={`/funds/${fundId}/piles`} once={view.once()} fields={{ without: rule.id }}>
          <Does>
            <Button kind="quiet">{say('reading.plan.without', { rule: rule.name })}</Button>
          </Does>
        </Form>
      ))}
      <Form action={`/funds/${fundId}/piles/filling`} once={view.once()}>
        <Does>
          <Button kind="quiet">{say('reading.plan.part')}</Button>
        </Does>
        <Small>{say('reading.plan.part.hint')}</Small>
      </Form>
    </>
  );
}
