/** What the team may still change by hand: two readers change places, a pair is set for the next plan. */
import { Button, Does, Form, Select } from '../../../../ui/controls.tsx';
import { Heading, Row, Rows, Section } from '../../../../ui/layout.tsx';
import { key } from '../round.ts';
import type { Named } from '../store.ts';
import type { PlanView } from './view.tsx';

export function ByHand({ view }: { view: PlanView }) {
  const { say, fundId, picked } = view;
  const name = (id: string) => view.names.get(id) ?? say.text('reading.plan.unseen');
  const options = (all: readonly Named[]) => all.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Section title={say('reading.plan.by.hand')}>
      <Swap view={view} name={name} />
      <Form action={`/funds/${fundId}/piles/locks`} once={view.once()}>
        <Heading level={3} line={false}>
          {say('reading.plan.set')}
        </Heading>
        <Select
          name="reader"
          label={say('reading.plan.set.what')}
          value={picked.reader ?? null}
          options={options(view.readers)}
        />
        <Select
          name="what"
          label={say('reading.plan.set.next')}
          value={picked.what ?? null}
          options={[
            { value: 'keep', label: say.text('reading.plan.set.keep') },
            { value: 'never', label: say.text('reading.plan.set.never') },
          ]}
        />
        <Select
          name="application"
          label={say('reading.piles.application')}
          value={picked.application ?? null}
          options={options(view.applications)}
        />
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

function Swap({ view, name }: { view: PlanView; name: (id: string) => string }) {
  const { say, fundId, plan } = view;
  const { compare } = new Intl.Collator(say.lang);
  const pairs = [...view.movable].sort(
    (a, b) => compare(name(a.application), name(b.application)) || compare(name(a.reader), name(b.reader)),
  );
  const [one] = pairs;
  if (!plan || plan.accepted || !one || pairs.length < 2) return null;
  const other = pairs.find((pair) => pair.application !== one.application && pair.reader !== one.reader) ?? pairs[1];
  const options = pairs.map((pair) => ({ value: key(pair), label: `${name(pair.application)}: ${name(pair.reader)}` }));
  return (
    <Form action={`/funds/${fundId}/piles/swap`} method="get" fields={{ plan: plan.id }}>
      <Heading level={3} line={false}>
        {say('reading.plan.swap')}
      </Heading>
      <Select name="one" label={say('reading.plan.swap.one')} value={view.picked.one ?? key(one)} options={options} />
      <Select
        name="other"
        label={say('reading.plan.swap.other')}
        value={view.picked.other ?? key(other ?? one)}
        options={options}
      />
      <Does>
        <Button kind="small">{say('reading.plan.swap.show')}</Button>
      </Does>
    </Form>
  );
}
