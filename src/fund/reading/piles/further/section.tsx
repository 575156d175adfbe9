/** Where a third reader helps: names by name, the reason in words, never a score or an order. */
import { Button, ButtonLink, Does, Form } from '../../../../ui/controls.tsx';
import { Links, Row, Rows, Section, Title } from '../../../../ui/layout.tsx';
import { Note } from '../../../../ui/notes.tsx';
import type { PilesSayer } from '../words.ts';
import type { Why } from './rules.ts';

export type FurtherView = {
  say: PilesSayer;
  fundId: string;
  once: string;
  rows: readonly { readonly name: string; readonly why: Why }[];
  /** Of these, how many the hours left do not reach for. */
  without: number;
  open: number;
  agreed: number;
  /** The team goes on although readings are open, or none are. */
  goOn: boolean;
};

export function FurtherSection({ view }: { view: FurtherView }) {
  const { say, fundId, rows } = view;
  const offered = rows.length - view.without;
  return (
    <Section title={say('reading.further.title')}>
      {view.agreed > 0 && <p>{say('reading.further.agreed', { count: view.agreed })}</p>}
      {view.open > 0 && <p>{say('reading.further.open', { count: view.open })}</p>}
      {!view.goOn ? (
        <Does>
          <ButtonLink href={`/funds/${fundId}/piles/further`} kind="quiet">
            {say('reading.further.go.on')}
          </ButtonLink>
        </Does>
      ) : rows.length === 0 ? (
        <p>{say('reading.further.none')}</p>
      ) : (
        <>
          <p>{say('reading.further.lede')}</p>
          <Rows>
            {rows.map((row, index) => (
              <Row key={index} title={row.name}>
                {say(row.why === 'disagree' ? 'reading.further.disagree' : 'reading.further.near')}
              </Row>
            ))}
          </Rows>
          {view.without > 0 && <Note kind="gap">{say('reading.further.without', { count: view.without })}</Note>}
          {offered > 0 && (
            <Form action={`/funds/${fundId}/piles/further`} once={view.once}>
              <Does>
                <Button>{say('reading.further.ask', { count: offered })}</Button>
              </Does>
            </Form>
          )}
        </>
      )}
    </Section>
  );
}

export function FurtherPage({ view }: { view: FurtherView }) {
  const { say, fundId } = view;
  return (
    <>
      <Title>{say('reading.piles.title')}</Title>
      <FurtherSection view={view} />
      <Links>
        <a href={`/funds/${fundId}/piles`}>{say('reading.piles.title')}</a>
      </Links>
    </>
  );
}
