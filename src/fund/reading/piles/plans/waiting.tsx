/** While a plan is worked out: the goal it is at, a way to stop, and a page that looks again by itself. */
import { Button, ButtonLink, Does, Form } from '../../../../ui/controls.tsx';
import { Small } from '../../../../ui/layout.tsx';
import type { PlanView, ShownPlan } from './view.tsx';

/** In the order in which they are worked on. */
const goals = ['total', 'worst', 'level', 'tie', 'costs'] as const;
const placeOf = new Map<string | null, number>(goals.map((goal, place) => [goal, place]));
const secondsToNextLook = 4;

export function Waiting({ view, plan }: { view: PlanView; plan: ShownPlan }) {
  const { say, fundId } = view;
  const place = placeOf.get(plan.goal) ?? -1;
  const goal = goals[place];
  return (
    <>
      {!view.still && <meta http-equiv="refresh" content={String(secondsToNextLook)} />}
      <div role="status">
        <p>{say('reading.plan.working')}</p>
        <p>
          {goal
            ? say('reading.plan.at', { place: place + 1, all: goals.length, goal: say(`reading.plan.at.${goal}`) })
            : say('reading.plan.at.first')}
        </p>
      </div>
      <Form action={`/funds/${fundId}/piles/stopping`} once={view.once()} fields={{ plan: plan.id }}>
        <Does>
          <Button kind="quiet">{say('reading.plan.stop')}</Button>
          <ButtonLink href={`/funds/${fundId}/piles/plan`} kind="quiet">
            {say('reading.plan.look')}
          </ButtonLink>
        </Does>
      </Form>
      {!view.still && (
        <Small>
          {say(
            'reading.plan.by.itself',
            { seconds: secondsToNextLook },
            { link: (words) => <a href={`/funds/${fundId}/piles/plan?still=1`}>{words}</a> },
          )}
        </Small>
      )}
    </>
  );
}
