/** The pool as it stands: what was given, promised, paid and left, by source and by line; no group is named. */

import { Amount } from '../../ui/facts.tsx';
import { Facts, Links, Section, Soft, Title } from '../../ui/layout.tsx';
import { Pot } from '../../ui/pictures/pot.tsx';
import { Table } from '../../ui/table.tsx';
import type { Say } from '../../words/speak.ts';
import type { Design } from '../pool/design.ts';
import type { Pot as Source } from '../signoff/store.ts';
import type { words } from './words.ts';

export type SizeRow = { readonly label: string; readonly count: number; readonly pence: number };
export type PoolProps = {
  readonly say: Say<keyof typeof words>;
  /** Where past grants are looked up. */
  readonly past: string;
  readonly design: Design;
  readonly sources: readonly Source[];
  readonly grantsPence: number;
  readonly potPence: number;
  readonly awardedPence: number;
  readonly paidPence: number;
  readonly sizes: readonly SizeRow[];
};

export function PoolPage(props: PoolProps) {
  const { say, sources, awardedPence, paidPence, grantsPence, potPence, sizes } = props;
  const given = sources.reduce((sum, each) => sum + each.givenPence, 0);
  const count = sizes.reduce((sum, each) => sum + each.count, 0);
  return (
    <>
      <Title lede={say('balance.lede')}>{say('balance.title')}</Title>
      <Facts
        items={[
          { label: say('balance.given'), words: <Amount pence={given} big /> },
          { label: say('balance.awarded'), words: <Amount pence={awardedPence} /> },
          { label: say('balance.paid'), words: <Amount pence={paidPence} /> },
          { label: say('balance.left'), words: <Amount pence={grantsPence - awardedPence} /> },
          { label: say('balance.grants'), words: count },
        ]}
      />
      <Section title={say('balance.round')} id="round">
        <Pot
          title={say.text('balance.round.title')}
          total={potPence}
          blocks={[
            { label: say.text('balance.paid'), pence: paidPence, cloth: 'act' as const },
            { label: say.text('balance.promised'), pence: awardedPence - paidPence, cloth: 'joy' as const },
          ].filter((block) => block.pence > 0)}
        />
      </Section>
      <Sources {...props} />
      <Sizes {...props} />
      <Lines {...props} />
      <Links>
        <a href={props.past}>{say('balance.past')}</a>
      </Links>
    </>
  );
}

function Sources({ say, sources }: PoolProps) {
  return (
    <Table
      caption={say('balance.sources')}
      head={[
        { label: say.text('balance.col.funder') },
        { label: say.text('balance.col.given'), right: true },
        { label: say.text('balance.col.paid'), right: true },
        { label: say.text('balance.col.left'), right: true },
        { label: say.text('balance.col.may') },
      ]}
      rows={sources.map((each) => [
        each.funder,
        <Amount key="given" pence={each.givenPence} />,
        <Amount key="paid" pence={each.givenPence - each.leftPence} />,
        <Amount key="left" pence={each.leftPence} />,
        say(`balance.may.${each.restriction}`),
      ])}
    />
  );
}

function Sizes({ say, sizes }: PoolProps) {
  if (sizes.length === 0) return <Soft>{say('balance.none')}</Soft>;
  return (
    <Table
      caption={say('balance.sizes')}
      head={[
        { label: say.text('balance.col.size') },
        { label: say.text('balance.col.n'), right: true },
        { label: say.text('balance.col.sum'), right: true },
      ]}
      rows={sizes.map((each) => [each.label, each.count, <Amount key="sum" pence={each.pence} />])}
    />
  );
}

function Lines({ say, design, grantsPence }: PoolProps) {
  const lines = design.pool.budget.participation_learning_insight.lines;
  const all = lines.reduce((sum, line) => sum + line.gbp * 100, grantsPence);
  return (
    <Table
      caption={say('balance.lines')}
      head={[{ label: say.text('balance.col.line') }, { label: say.text('balance.col.plan'), right: true }]}
      rows={[
        [say('balance.line.grants'), <Amount key="sum" pence={grantsPence} />],
        ...lines.map((line) => [line.label, <Amount key="sum" pence={line.gbp * 100} />]),
      ]}
      foot={[say('balance.together'), <Amount key="sum" pence={all} />]}
    />
  );
}
