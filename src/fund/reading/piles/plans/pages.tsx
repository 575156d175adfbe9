/** The page of one plan: what it means for everyone, what may still change, why it is so, and the way to say yes. */
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Links, Title } from '../../../../ui/layout.tsx';
import { Empty, Note } from '../../../../ui/notes.tsx';
import type { PilesSayer } from '../words.ts';
import { ByHand } from './by-hand.tsx';
import { Found } from './found.tsx';
import { DespiteIt, InTheWay } from './in-the-way.tsx';
import { Proof } from './proof.tsx';
import { Reasons } from './reasons.tsx';
import type { PlanView } from './view.tsx';
import { Waiting } from './waiting.tsx';

export function PlanPage({ view }: { view: PlanView }) {
  const { say, fundId, plan } = view;
  const waits = plan?.status === 'asked' && !plan.cutOff;
  return (
    <>
      <Title
        lede={plan?.accepted || view.empty || view.applications.length === 0 ? undefined : say('reading.plan.lede')}
      >
        {say('reading.plan.title')}
      </Title>
      {view.refused && (
        <Note kind="no" title={say('reading.plan.refused.title')}>
          {say(`reading.plan.refused.${view.refused}`)}
        </Note>
      )}
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
      {plan?.answer?.status === 'infeasible' && <InTheWay view={view} answer={plan.answer} />}
      {plan?.answer?.status === 'infeasible' && <DespiteIt view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Found view={view} answer={plan.answer} />}
      {!waits && view.again && <Again view={view} />}
      {!waits && view.applications.length > 0 && <ByHand view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Reasons view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Proof view={view} answer={plan.answer} />}
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

/** For somebody who cannot see the whole round: they are not told why. */
export function ElsewherePage({ say, fundId }: { say: PilesSayer; fundId: string }) {
  return (
    <>
      <Title>{say('reading.plan.title')}</Title>
      <Empty>{say('reading.plan.elsewhere')}</Empty>
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}
