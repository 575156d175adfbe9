/** Who waits for a second yes: for money and the board, who answer; and for the programme team, who asked. */
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { Column, Heading, Row, Rows, Soft, Title } from '../../../ui/layout.tsx';
import { Empty, Note } from '../../../ui/notes.tsx';
import { day } from '../../../words/amounts.ts';
import type { Say } from '../../../words/speak.ts';
import type { words } from '../words.ts';
import { mayEndAsked, tooOld, type YesNo } from './rules.ts';
import type { AskedRow } from './store.ts';

type Sayer = Say<keyof typeof words>;
type View = {
  readonly say: Sayer;
  readonly once: () => string;
  readonly path: string;
  readonly zone: string;
  readonly waiting: readonly AskedRow[];
};

function title(say: Sayer, asked: AskedRow) {
  return say('team.wait.who', { name: asked.name, role: say.text(`team.role.${asked.role}`) });
}

function since({ say, zone }: View, asked: AskedRow) {
  return <p>{say('team.wait.row', { asker: asked.askedByName, day: day(say.lang, asked.askedAt, zone, true) })}</p>;
}

function about(say: Sayer, asked: AskedRow) {
  return (
    <span class="vh">{say('team.end.about', { name: asked.name, role: say.text(`team.role.${asked.role}`) })}</span>
  );
}

export const answers = ['yes', 'no', 'already'] as const;

export type AskedView = View & {
  readonly now: Date;
  readonly me: { readonly personId: string; readonly held: Parameters<typeof mayEndAsked>[1]['held'] };
  readonly did: (typeof answers)[number] | null;
  readonly sorry: YesNo | null;
};

export function AskedPage(view: AskedView) {
  const { say, did, sorry, waiting } = view;
  return (
    <Column>
      <Title lede={say('team.asked.lede')}>{say('team.asked.title')}</Title>
      {did !== null && <Note kind="done" title={say(`team.asked.did.${did}`)} />}
      {sorry !== null && (
        <Note kind="no" title={say('team.asked.sorry')}>
          <p>{sentence(say, sorry)}</p>
        </Note>
      )}
      {waiting.length === 0 ? (
        <Empty>{say('team.asked.none')}</Empty>
      ) : (
        <Rows>
          {waiting.map((asked) => (
            <Row key={asked.id} title={title(say, asked)}>
              {since(view, asked)}
              <Answer view={view} asked={asked} />
            </Row>
          ))}
        </Rows>
      )}
    </Column>
  );
}

function sentence(say: Sayer, reason: YesNo) {
  switch (reason) {
    case 'funder-alone':
    case 'board-apart':
    case 'money-apart':
      return say(`team.no.${reason}`);
    default:
      return say(`team.asked.${reason}`);
  }
}

function Answer({ view, asked }: { view: AskedView; asked: AskedRow }) {
  const { say, path, once, me, now } = view;
  const may = mayEndAsked(asked, me);
  if (!may.yes) return <Soft>{sentence(say, may.reason)}</Soft>;
  const late = tooOld(asked, now);
  return (
    <Form action={`${path}/asked/${asked.id}`} once={once()}>
      {late && <Soft>{say('team.asked.late')}</Soft>}
      <Does>
        {!late && (
          <Button name="answer" value="yes">
            {say('team.asked.yes')}
            {about(say, asked)}
          </Button>
        )}
        <Button kind="quiet" name="answer" value="no">
          {say('team.asked.no')}
          {about(say, asked)}
        </Button>
      </Does>
    </Form>
  );
}

/** On the page of the programme team. */
export function Waiting(view: View) {
  const { say, path, once, waiting } = view;
  if (waiting.length === 0) return null;
  return (
    <Column>
      <Heading line id="waiting">
        {say('team.wait.title')}
      </Heading>
      <Rows>
        {waiting.map((asked) => (
          <Row key={asked.id} title={title(say, asked)}>
            {since(view, asked)}
            <Form action={`${path}/asked/${asked.id}/back`} once={once()}>
              <Does>
                <Button kind="small">
                  {say('team.wait.back')}
                  {about(say, asked)}
                </Button>
              </Does>
            </Form>
          </Row>
        ))}
      </Rows>
    </Column>
  );
}
