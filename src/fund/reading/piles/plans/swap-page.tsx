/** What a swap of two readers would do, before anybody does it. */
import { Button, ButtonLink, Does, Form } from '../../../../ui/controls.tsx';
import { Column, Title } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import { key, type PairOf } from '../round.ts';
import type { PilesSayer } from '../words.ts';
import type { Swapped } from './rules.ts';
import type { Names } from './view.tsx';

export type SwapView = {
  say: PilesSayer;
  fundId: string;
  planId: string;
  once: string;
  names: Names;
  one: PairOf;
  other: PairOf;
  swap: Swapped;
};

export function SwapPage({ view }: { view: SwapView }) {
  const { say, fundId, swap } = view;
  const name = (id: string) => view.names.get(id) ?? say.text('reading.plan.unseen');
  const number = (value: number) => plainNumber(say.lang, value);
  return (
    <Column>
      <Title>{say('reading.plan.swap.title')}</Title>
      {swap.pairs.map((pair) => (
        <p key={key(pair)}>
          {say('reading.plan.swap.would', { reader: name(pair.reader), application: name(pair.application) })}
        </p>
      ))}
      <Table
        caption={say('reading.plan.swap.title')}
        quietCaption
        head={[
          { label: say.text('reading.plan.swap.figure') },
          { label: say.text('reading.plan.swap.before'), right: true },
          { label: say.text('reading.plan.swap.after'), right: true },
        ]}
        rows={[
          [say('reading.plan.total'), number(swap.before.total), number(swap.after.total)],
          [say('reading.plan.worst'), number(swap.before.worst), number(swap.after.worst)],
        ]}
      />
      <p>{say('reading.plan.swap.loads')}</p>
      <Form
        action={`/funds/${fundId}/piles/swap`}
        once={view.once}
        fields={{ plan: view.planId, one: key(view.one), other: key(view.other) }}
      >
        <Does>
          <Button>{say('reading.plan.swap.do')}</Button>
          <ButtonLink href={`/funds/${fundId}/piles/plan`} kind="quiet">
            {say('reading.plan.swap.back')}
          </ButtonLink>
        </Does>
      </Form>
    </Column>
  );
}
