/** The page of piles: who reads how much, who reads what, and what readers ask. */
import { Button, ButtonLink, Does, Form } from '../../../ui/controls.tsx';
import { Links, Row, Rows, Section, Title } from '../../../ui/layout.tsx';
import { Empty, Note } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import { plainNumber } from '../../../words/amounts.ts';
import { FurtherSection, type FurtherView } from './further/section.tsx';
import type { Seen } from './round.ts';
import type { PilesSayer } from './words.ts';

export type PilesView = {
  say: PilesSayer;
  fundId: string;
  once: string;
  /** Applications that can be read, and those of them that lack readers. */
  standing: number;
  lacking: number;
  planWaits: boolean;
  loads: readonly { name: string; offers: number; load: number }[];
  rows: readonly Seen[];
  facilitator: boolean;
  further: FurtherView | null;
};

export function PilesPage({ view }: { view: PilesView }) {
  const { say, fundId } = view;
  const asks = view.rows.flatMap((row) => row.asks.map((ask) => ({ shownAs: row.shownAs, ask })));
  return (
    <>
      <Title lede={say('reading.piles.lede')}>{say('reading.piles.title')}</Title>
      {view.standing === 0 ? (
        <Empty>{say('reading.piles.nothing')}</Empty>
      ) : (
        <Note kind={view.lacking === 0 ? 'done' : 'gap'}>{say('reading.piles.lacking', { count: view.lacking })}</Note>
      )}
      {view.planWaits && (
        <Note kind="care">
          <p>{say('reading.piles.waits')}</p>
          <Does>
            <ButtonLink href={`/funds/${fundId}/piles/plan`}>{say('reading.piles.see')}</ButtonLink>
          </Does>
        </Note>
      )}
      {view.lacking > 0 && (
        <Form action={`/funds/${fundId}/piles`} once={view.once}>
          <Does>
            <Button kind={view.planWaits ? 'quiet' : 'main'}>
              {say(view.loads.some((each) => each.load > 0) ? 'reading.piles.fill' : 'reading.piles.make')}
            </Button>
          </Does>
        </Form>
      )}
      <Links>
        <a href={`/funds/${fundId}/piles/plan`}>{say('reading.plan.title')}</a>
        <a href={`/funds/${fundId}/hours`}>{say('reading.piles.hours')}</a>
        <a href={`/funds/${fundId}/translations`}>{say('reading.piles.translations')}</a>
        {view.facilitator && <a href={`/funds/${fundId}/worries`}>{say('reading.piles.worries')}</a>}
      </Links>
      {view.further && <FurtherSection view={view.further} />}
      <Section title={say('reading.piles.loads')}>
        <Table
          caption={say('reading.piles.loads')}
          quietCaption
          head={[
            { label: say.text('reading.piles.reader') },
            { label: say.text('reading.piles.offers'), right: true },
            { label: say.text('reading.piles.load'), right: true },
          ]}
          rows={view.loads.map((each) => [
            each.name,
            plainNumber(say.lang, each.offers),
            plainNumber(say.lang, each.load),
          ])}
        />
      </Section>
      {asks.length > 0 && (
        <Section title={say('reading.piles.asks')}>
          <Rows>
            {asks.map((each, index) => (
              <Row key={index} title={each.shownAs}>
                {each.ask}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <Section title={say('reading.piles.who')}>
        <Table
          caption={say('reading.piles.who')}
          quietCaption
          head={[{ label: say.text('reading.piles.application') }, { label: say.text('reading.piles.readers') }]}
          rows={view.rows.map((row) => [
            row.shownAs,
            <>
              {row.readers
                .map((reader) => (reader.finished ? `${reader.name} (${say.text('reading.piles.done')})` : reader.name))
                .join(', ')}
              {row.lacks > 0 && row.readers.length > 0 && '. '}
              {row.lacks > 0 && say('reading.piles.lacks', { count: row.lacks })}
            </>,
          ])}
        />
      </Section>
    </>
  );
}
