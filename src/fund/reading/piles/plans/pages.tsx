/** The page of one plan: loads, reasons, proof and costs, and what a person may still change before saying yes. */
import type { ReadersPlan, ReadersResult } from '../../../../../packages/matching/src/index.ts';
import { Button, ButtonLink, Does, Form, Select } from '../../../../ui/controls.tsx';
import { Facts, Fold, Heading, Links, Row, Rows, Section, Small, Title } from '../../../../ui/layout.tsx';
import { Empty, Note, Working } from '../../../../ui/notes.tsx';
import { Table } from '../../../../ui/table.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import type { PilesSayer } from '../page.tsx';
import { key, type PairOf } from './question.ts';
import { type PlanRefusal, type PlanStatus, type Standing, type SwapRefusal, withNames } from './rules.ts';

export type Names = ReadonlyMap<string, string>;
export type Named = { readonly id: string; readonly name: string };
export type Refusal = PlanRefusal | SwapRefusal;

export type PlanView = {
  say: PilesSayer;
  fundId: string;
  once: () => string;
  names: Names;
  readers: readonly Named[];
  applications: readonly Named[];
  plan: { id: string; status: PlanStatus; seed: string; accepted: string | null; answer: ReadersResult | null } | null;
  changed: boolean;
  pairs: readonly (PairOf & { reason: string; byHand: boolean })[];
  standing: Standing;
  /** Who reads what now. */
  open: readonly PairOf[];
  locks: readonly (PairOf & { keep: boolean })[];
  refused: Refusal | null;
};

export function PlanPage({ view }: { view: PlanView }) {
  const { say, fundId, plan } = view;
  return (
    <>
      <Title lede={plan?.accepted ? undefined : say('reading.plan.lede')}>{say('reading.plan.title')}</Title>
      {view.refused && (
        <Note kind="no" title={say('reading.plan.refused.title')}>
          {say(`reading.plan.refused.${view.refused}`)}
        </Note>
      )}
      {plan === null && <Empty>{say('reading.plan.none')}</Empty>}
      {plan?.status === 'asked' && (
        <>
          <Working done={0} of={1}>
            {say('reading.plan.working')}
          </Working>
          <Does>
            <ButtonLink href={`/funds/${fundId}/piles/plan`}>{say('reading.plan.look')}</ButtonLink>
          </Does>
        </>
      )}
      {plan?.answer?.status === 'stopped' && <Note kind="gap">{say('reading.plan.stopped')}</Note>}
      {plan?.answer?.status === 'infeasible' && <InTheWay view={view} answer={plan.answer} />}
      {plan?.answer && 'pairs' in plan.answer && <Found view={view} answer={plan.answer} />}
      {plan?.status !== 'asked' && <Again view={view} />}
      {plan?.status !== 'asked' && <ByHand view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Reasons view={view} />}
      {plan?.answer && 'pairs' in plan.answer && <Proof view={view} answer={plan.answer} />}
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}

function named(view: PlanView, text: string) {
  return <span lang="en">{withNames(text, view.names, view.say.text('reading.plan.unseen'))}</span>;
}

function InTheWay({ view, answer }: { view: PlanView; answer: ReadersResult & { status: 'infeasible' } }) {
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
      <Form action={`/funds/${fundId}/piles/filling`} once={view.once()}>
        <Does>
          <Button kind="quiet">{say('reading.plan.part')}</Button>
        </Does>
        <Small>{say('reading.plan.part.hint')}</Small>
      </Form>
    </>
  );
}

function Found({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId, plan, standing } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  const reads = (id: string) => view.pairs.filter((pair) => pair.reader === id).length;
  const mostOf = new Map(answer.loads.map((load) => [load.reader, load.most]));
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
      <Section title={say('reading.plan.loads')}>
        <Table
          caption={say('reading.plan.loads')}
          quietCaption
          head={[
            { label: say.text('reading.piles.reader') },
            { label: say.text('reading.plan.now'), right: true },
            { label: say.text('reading.plan.then'), right: true },
            { label: say.text('reading.plan.most'), right: true },
          ]}
          rows={view.readers.map((reader) => [
            reader.name,
            number(view.open.filter((pair) => pair.reader === reader.id).length),
            number(reads(reader.id)),
            number(mostOf.get(reader.id) ?? 0),
          ])}
        />
      </Section>
    </>
  );
}

function Again({ view }: { view: PlanView }) {
  const { say, fundId } = view;
  return (
    <Form action={`/funds/${fundId}/piles`} once={view.once()}>
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
  const rows = view.applications.map((application) => [
    application.name,
    <ul class="bare">
      {view.pairs
        .filter((pair) => pair.application === application.id)
        .map((pair) => (
          <li key={pair.reader}>
            {pair.byHand || now.has(key(pair)) ? (
              <>
                {view.names.get(pair.reader)}. {say(pair.byHand ? 'reading.plan.hand' : 'reading.plan.reads')}
              </>
            ) : (
              named(view, pair.reason)
            )}
          </li>
        ))}
    </ul>,
  ]);
  return (
    <Section title={say('reading.plan.who')}>
      <Table
        caption={say('reading.plan.who')}
        quietCaption
        head={[{ label: say.text('reading.piles.application') }, { label: say.text('reading.plan.why') }]}
        rows={rows}
      />
    </Section>
  );
}

function Proof({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  const costs = answer.costs.filter((cost) => cost.total !== 0);
  return (
    <>
      <Section title={say('reading.plan.costs')}>
        {costs.length === 0 && <p>{say('reading.plan.costs.none')}</p>}
        <ul>
          {answer.costs.map((cost) => (
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
