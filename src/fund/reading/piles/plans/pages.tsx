/** The page of one plan: loads, reasons, proof and costs, and what a person may still change before saying yes. */
import type { ReadersPlan } from '../../../../../packages/matching/src/index.ts';
import { Button, Does, Form, Select } from '../../../../ui/controls.tsx';
import { Facts, Fold, Heading, Links, Row, Rows, Section, Title } from '../../../../ui/layout.tsx';
import { Empty, Note } from '../../../../ui/notes.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import { key } from '../round.ts';
import type { Named } from '../store.ts';
import type { PilesSayer } from '../words.ts';
import { InTheWay } from './in-the-way.tsx';
import { Loads } from './loads.tsx';
import { hasRead } from './question.ts';
import { named, type PlanView } from './view.tsx';
import { Waiting } from './waiting.tsx';

export function PlanPage({ view }: { view: PlanView }) {
  const { say, fundId, plan } = view;
  const waits = plan?.status === 'asked' && !plan.cutOff;
  return (
    <>
      <Title lede={plan?.accepted ? undefined : say('reading.plan.lede')}>{say('reading.plan.title')}</Title>
      {view.refused && (
        <Note kind="no" title={say('reading.plan.refused.title')}>
          {say(`reading.plan.refused.${view.refused}`)}
        </Note>
      )}
      {plan === null && <Empty>{say('reading.plan.none')}</Empty>}
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
      {view.unsaid.map((rule) => (
        <p key={rule}>{say('reading.plan.unsaid', { rule })}</p>
      ))}
      {plan?.answer?.status === 'infeasible' && <InTheWay view={view} answer={plan.answer} />}
      {plan?.answer && 'pairs' in plan.answer && <Found view={view} answer={plan.answer} />}
      {!waits && <Again view={view} />}
      {!waits && <ByHand view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Reasons view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Proof view={view} answer={plan.answer} />}
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}

function Found({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId, plan, standing } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  return (
    <>
      {plan?.accepted ? (
        <Note kind="done">{say('reading.plan.accepted', { day: plan.accepted })}</Note>
      ) : view.changed ? (
        <Note kind="gap">{say('reading.plan.changed')}</Note>
      ) : answer.status === 'optimal' ? (
        <Note kind="done">{say('reading.plan.best')}</Note>
      ) : (
        <Note kind="gap">{say('reading.plan.near', { total: number(answer.total), bound: number(answer.bound) })}</Note>
      )}
      {plan && !plan.accepted && !view.changed && (
        <Form action={`/funds/${fundId}/piles/acceptance`} once={view.once()} fields={{ plan: plan.id }}>
          <Does>
            <Button>{say('reading.plan.accept')}</Button>
          </Does>
        </Form>
      )}
      <Facts
        items={[
          { label: say('reading.plan.readings'), words: number(view.pairs.length) },
          {
            label: say('reading.plan.total'),
            words: say('reading.plan.of', { total: number(standing.total), bound: number(answer.bound) }),
          },
          { label: say('reading.plan.worst'), words: number(standing.worst) },
          { label: say('reading.plan.seed'), words: plan?.seed ?? '' },
        ]}
      />
      <Loads view={view} answer={answer} />
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

function ByHand({ view }: { view: PlanView }) {
  const { say, fundId, plan } = view;
  const name = (id: string) => view.names.get(id) ?? say.text('reading.plan.unseen');
  const pairs = view.pairs.map((pair) => ({
    value: key(pair),
    label: `${name(pair.application)}: ${name(pair.reader)}`,
  }));
  const options = (all: readonly Named[]) => all.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Section title={say('reading.plan.by.hand')}>
      {plan && !plan.accepted && pairs.length > 0 && (
        <Form action={`/funds/${fundId}/piles/swap`} method="get" fields={{ plan: plan.id }}>
          <Heading level={3} line={false}>
            {say('reading.plan.swap')}
          </Heading>
          <Select name="one" label={say('reading.plan.swap.one')} options={pairs} />
          <Select name="other" label={say('reading.plan.swap.other')} options={pairs} />
          <Does>
            <Button kind="small">{say('reading.plan.swap.show')}</Button>
          </Does>
        </Form>
      )}
      <Form action={`/funds/${fundId}/piles/locks`} once={view.once()}>
        <Heading level={3} line={false}>
          {say('reading.plan.set')}
        </Heading>
        <Select name="reader" label={say('reading.plan.set.what')} options={options(view.readers)} />
        <Select
          name="what"
          label={say('reading.plan.set.next')}
          options={[
            { value: 'keep', label: say.text('reading.plan.set.keep') },
            { value: 'never', label: say.text('reading.plan.set.never') },
          ]}
        />
        <Select name="application" label={say('reading.piles.application')} options={options(view.applications)} />
        <Does>
          <Button kind="small">{say('reading.plan.set.do')}</Button>
        </Does>
      </Form>
      <Rows>
        {view.locks.map((lock) => (
          <Row
            key={key(lock)}
            title={say(lock.keep ? 'reading.plan.set.keeps' : 'reading.plan.set.nevers', {
              reader: name(lock.reader),
              application: name(lock.application),
            })}
            does={
              <Form
                action={`/funds/${fundId}/piles/locks`}
                once={view.once()}
                fields={{ reader: lock.reader, application: lock.application, what: 'free' }}
              >
                <Button kind="small">{say('reading.plan.set.free')}</Button>
              </Form>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

function Reasons({ view }: { view: PlanView }) {
  const { say } = view;
  const now = new Set(view.open.map(key));
  const planned = new Set(view.pairs.map((pair) => pair.application));
  const why = (pair: PlanView['pairs'][number]) =>
    pair.byHand || now.has(key(pair)) ? (
      <>
        {view.names.get(pair.reader)}. {say(pair.byHand ? 'reading.plan.hand' : 'reading.plan.reads')}
      </>
    ) : (
      named(view, pair.reason)
    );
  return (
    <Section title={say('reading.plan.who')}>
      <p>{say('reading.plan.who.open')}</p>
      {view.applications
        .filter((application) => planned.has(application.id))
        .map((application) => {
          const pairs = view.pairs.filter((pair) => pair.application === application.id);
          const readers = pairs.map((pair) => view.names.get(pair.reader)).join(', ');
          return (
            <Fold
              key={application.id}
              summary={say('reading.plan.who.one', { application: application.name, readers })}
            >
              <ul class="bare">
                {pairs.map((pair) => (
                  <li key={pair.reader}>{why(pair)}</li>
                ))}
              </ul>
            </Fold>
          );
        })}
    </Section>
  );
}

function Proof({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  // That nobody reads the same twice is no rule that anyone would weigh.
  const costs = answer.costs.filter((cost) => cost.rule !== `Exclusions for ${hasRead}`);
  return (
    <>
      <Section title={say('reading.plan.costs')}>
        {costs.every((cost) => cost.total === 0) && <p>{say('reading.plan.costs.none')}</p>}
        <ul>
          {costs.map((cost) => (
            <li key={cost.rule}>{named(view, cost.words)}</li>
          ))}
        </ul>
      </Section>
      <Fold summary={say('reading.plan.sure')}>
        <p>{say('reading.plan.sure.hint')}</p>
        <ul>
          {answer.stages.map((stage) => (
            <li key={stage.goal}>
              {say(`reading.plan.goal.${stage.goal}`, { value: number(stage.value) })}{' '}
              {stage.goal !== 'tie' &&
                say(stage.proven ? 'reading.plan.goal.proven' : 'reading.plan.goal.near', {
                  bound: number(stage.bound),
                })}
            </li>
          ))}
        </ul>
        <Links>
          <a href={`/funds/${fundId}/piles/proof`}>{say('reading.plan.proof')}</a>
        </Links>
      </Fold>
    </>
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
