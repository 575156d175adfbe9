/** One member's own ballot: a mark for each application, and the code that shows later that it was counted. */
import type { ComponentChildren } from 'preact';
import { Button, Does, Form, Select } from '../../../ui/controls.tsx';
import { Amount } from '../../../ui/facts.tsx';
import { Column, Links, Row, Rows, Section, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { Sayer } from './page-view.ts';
import { highest } from './rules.ts';

export type MyOption = { applicationId: string; shownAs: string; costPence: number; away: boolean; mark: string };
export type MinePageView = {
  say: Sayer;
  once: () => string;
  ballotId: string;
  fundId: string;
  open: boolean;
  code: string | null;
  options: readonly MyOption[];
  refusal?: ComponentChildren;
};

export function MinePage({ view }: { view: MinePageView }) {
  const { say, code } = view;
  const marks = Array.from({ length: highest + 1 }, (_, n) => ({
    value: String(highest - n),
    label: String(highest - n),
  }));
  return (
    <Column>
      <Title lede={say('choosing.mine.lede')}>{say('choosing.mine.title')}</Title>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      <Links>
        <a href={`/funds/${view.fundId}/ballot`}>{say('choosing.ballot.title')}</a>
      </Links>
      {code && (
        <Section title={say('choosing.mine.code.title')}>
          <Note kind="done">{say('choosing.mine.given')}</Note>
          <p>
            <code dir="ltr">{code.slice(0, 16)}</code>
          </p>
          <p>{say('choosing.mine.code')}</p>
        </Section>
      )}
      {!view.open && <p>{say('choosing.mine.over')}</p>}
      {view.open && (
        <Form action={`/ballots/${view.ballotId}/mine`} once={view.once()}>
          <Rows>
            {view.options.map((option) => {
              const label = say('choosing.mine.mark', {
                name: option.shownAs,
                amount: <Amount pence={option.costPence} />,
              });
              return option.away ? (
                <Row key={option.applicationId} title={label}>
                  <p>{say('choosing.mine.away')}</p>
                </Row>
              ) : (
                <Row key={option.applicationId}>
                  <Select
                    name={`mark-${option.applicationId}`}
                    label={label}
                    value={option.mark}
                    empty={say.text('choosing.mine.nothing')}
                    options={marks}
                  />
                </Row>
              );
            })}
          </Rows>
          <Does>
            <Button>{say('choosing.mine.give')}</Button>
          </Does>
        </Form>
      )}
    </Column>
  );
}
