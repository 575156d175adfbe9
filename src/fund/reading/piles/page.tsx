/** The page of piles: who reads how much, who reads what, and what readers ask. */
import { Button, ButtonLink, Does, Form } from '../../../ui/controls.tsx';
import { Links, Row, Rows, Section, Title } from '../../../ui/layout.tsx';
import { Empty, Note } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import { plainNumber } from '../../../words/amounts.ts';
import { FurtherSection, type FurtherView } from './further/section.tsx';
import { GivePart } from './plans/give-part.tsx';
import type { Stands } from './plans/stands.ts';
import type { Seen } from './round.ts';
import type { PilesSayer } from './words.ts';

export type PilesView = {
  say: PilesSayer;
  fundId: string;
  once: string;
  /** Applications that can be read, and those of them that lack readers. */
  standing: number;
  lacking: number;
  stands: Stands;
  /** What a filling gave a moment ago; null where none was asked for, and 'later' where the system gives it. */
  given: number | 'later' | null;
  loads: readonly { name: string; offers: number; load: number }[];
  rows: readonly Seen[];
  facilitator: boolean;
  further: FurtherView | null;
};

/** Where nothing waits, so that it can be said that everything is given out. */
const quiet: readonly Stands[] = ['none', 'choosing'];
const waits: readonly Stands[] = ['waits', 'waits-further'];
const looksAt: readonly Stands[] = [...waits, 'working', 'cut-off', 'impossible', 'old'];

/** What came of giving what can be given, so that a button that changed nothing is not silent. */
function Given({ view }: { view: PilesView }) {
  const { say, given } = view;
  if (given === null || view.stands === 'choosing') return null;
  if (given === 'later') return <Note kind="care">{say('reading.piles.given.later')}</Note>;
  return (
    <Note kind={given === 0 ? 'gap' : 'done'}>
      {given === 0 && view.lacking === 0
        ? say('reading.piles.given.nothing')
        : say('reading.piles.given', { count: given })}
    </Note>
  );
}

export function PilesPage({ view }: { view: PilesView }) {
  const { say, fundId } = view;
  const asks = view.rows.flatMap((row) => row.asks.map((ask) => ({ shownAs: row.shownAs, ask })));
  return (
    <>
      <Title lede={say('reading.piles.lede')}>{say('reading.piles.title')}</Title>
      <Given view={view} />
      {view.standing === 0 && <Empty>{say('reading.piles.nothing')}</Empty>}
      {view.standing > 0 && (view.lacking > 0 || quiet.includes(view.stands)) && (
        <Note kind={view.lacking === 0 ? 'done' : 'gap'}>{say('reading.piles.lacking', { count: view.lacking })}</Note>
      )}
      {view.stands !== 'none' && (
        <Note kind="care">
          <p>{say(`reading.piles.stands.${view.stands}`)}</p>
          {looksAt.includes(view.stands) && (
            <Does>
              <ButtonLink href={`/funds/${fundId}/piles/plan`} kind={waits.includes(view.stands) ? 'main' : 'quiet'}>
                {say('reading.piles.see')}
              </ButtonLink>
            </Does>
          )}
        </Note>
      )}
      {view.stands === 'nobody' ? (
        <GivePart say={say} fundId={fundId} once={view.once} />
      ) : (
        view.lacking > 0 &&
        view.stands !== 'choosing' && (
          <Form action={`/funds/${fundId}/piles`} once={view.once}>
            <Does>
              <Button kind={view.stands === 'none' || view.stands === 'old' ? 'main' : 'quiet'}>
                {say(view.loads.some((each) => each.load > 0) ? 'reading.piles.fill' : 'reading.piles.make')}
              </Button>
            </Does>
          </Form>
        )
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
