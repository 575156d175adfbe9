/** The page of one plan: what it means for everyone, what may still change, why it is so, and the way to say yes. */
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Links, Title } from '../../../../ui/layout.tsx';
import { Empty, Note } from '../../../../ui/notes.tsx';
import type { PilesSayer } from '../words.ts';
import { ByHand } from './by-hand.tsx';
import { Found } from './found.tsx';
import { GivePart } from './give-part.tsx';
import { DespiteIt, InTheWay } from './in-the-way.tsx';
import { Proof } from './proof.tsx';
import { Reasons } from './reasons.tsx';
import type { PlanView } from './view.tsx';
import { Waiting } from './waiting.tsx';

export function PlanPage({ view }: { view: PlanView }) {
  const { say, fundId, plan } = view;
  const waits = plan?.status === 'asked' && !plan.cutOff;
  const found = plan?.answer && 'pairs' in plan.answer ? plan.answer : null;
  const ready = found && !plan?.accepted && !view.empty && !view.changed && !view.choosing;
  const mayChange = !waits && !view.choosing;
  return (
    <>
      <Title lede={ready ? say('reading.plan.lede') : undefined}>{say('reading.plan.title')}</Title>
      {view.refused && (
        <Note kind="no" title={say('reading.plan.refused.title')}>
          {say(`reading.plan.refused.${view.refused}`)}
        </Note>
      )}
      {view.choosing && view.refused !== 'choosing' && <Note kind="care">{say('reading.piles.stands.choosing')}</Note>}
      {plan === null && (
        <Empty>{say(view.applications.length === 0 ? 'reading.piles.nothing' : 'reading.plan.none')}</Empty>
      )}
      {waits && <Waiting view={view} plan={plan} />}
      {plan?.status === 'asked' && plan.cutOff && <Note kind="gap">{say('reading.plan.cut.off')}</Note>}
      {plan?.status === 'stopped' && (
        <Note kind="gap">{say(plan.stoppedByHand ? 'reading.plan.stopped.by.hand' : 'reading.plan.stopped')}</Note>
      )}
      {plan?.step === 2 && <p>{say('reading.plan.second', { count: view.aboutSecond })}</p>}
      {plan && plan.leftWithout > 0 && (
        <Note kind="gap">{say('reading.further.without', { count: plan.leftWithout })}</Note>
      )}
      {plan && plan.letGo.length > 0 && (
        <Note kind="gap">{say('reading.plan.let.go', { rules: plan.letGo.join(', ') })}</Note>
      )}
      {view.unsaid.map((strength) => (
        <p key={strength}>{say('reading.plan.unsaid', { strength: <span lang="en">{strength}</span> })}</p>
      ))}
      {plan?.status === 'infeasible' && view.changed && <Note kind="gap">{say('reading.plan.changed')}</Note>}
      {plan?.answer?.status === 'infeasible' && <InTheWay view={view} answer={plan.answer} />}
      {plan?.answer?.status === 'infeasible' && !view.choosing && <DespiteIt view={view} />}
      {found && <Found view={view} answer={found} />}
      {mayChange && view.again && <Again view={view} />}
      {mayChange && view.applications.length > 0 && <ByHand view={view} />}
      {found && <Reasons view={view} />}
      {found && <Proof view={view} answer={found} />}
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}

function Again({ view }: { view: PlanView }) {
  const { say, fundId } = view;
  return (
    <Form action={`/funds/${fundId}/piles${view.plan?.step === 2 ? '/further' : ''}`} once={view.once()}>
      <Does>
        <Button kind="quiet">{say(view.plan === null ? 'reading.piles.make' : 'reading.plan.again')}</Button>
      </Does>
    </Form>
  );
}

type Elsewhere = {
  say: PilesSayer;
  fundId: string;
  choosing: boolean;
  /** Nobody on the team can see the whole of it; with a key for the form that gives what can be given. */
  nobody: string | null;
};

/** For somebody who cannot see the whole round: they are not told why. */
export function ElsewherePage({ say, fundId, choosing, nobody }: Elsewhere) {
  return (
    <>
      <Title>{say('reading.plan.title')}</Title>
      {choosing ? (
        <Note kind="care">{say('reading.piles.stands.choosing')}</Note>
      ) : (
        <Empty>{say(nobody === null ? 'reading.plan.elsewhere' : 'reading.piles.stands.nobody')}</Empty>
      )}
      {!choosing && nobody !== null && <GivePart say={say} fundId={fundId} once={nobody} />}
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}
