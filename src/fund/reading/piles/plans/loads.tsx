/** Each reader beside the others: what they offered, what they have, what the plan would give them and between which bounds. */
import type { ReadersPlan } from '../../../../../packages/matching/src/index.ts';
import { Section } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import type { PlanView } from './view.tsx';

export function Loads({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  const bounds = new Map(answer.loads.map((load) => [load.reader, load]));
  const right = (label: 'offers' | 'now' | 'then' | 'bounds') => ({
    label: say.text(label === 'offers' ? 'reading.piles.offers' : `reading.plan.${label}`),
    right: true,
  });
  return (
    <Section title={say('reading.plan.loads')}>
      <Table
        caption={say('reading.plan.loads')}
        quietCaption
        head={[
          { label: say.text('reading.piles.reader') },
          right('offers'),
          right('now'),
          right('then'),
          right('bounds'),
        ]}
        rows={view.readers.map((reader) => {
          const now = view.open.filter((pair) => pair.reader === reader.id).length;
          const planned = view.pairs.filter((pair) => pair.reader === reader.id).length;
          const more = reader.load - planned;
          const bound = bounds.get(reader.id);
          return [
            reader.name,
            number(reader.offers),
            number(now),
            number(reader.load),
            bound
              ? say('reading.plan.between', {
                  least: number(bound.least + more),
                  most: number((bound.most ?? reader.offers) + more),
                })
              : '',
          ];
        })}
      />
    </Section>
  );
}
