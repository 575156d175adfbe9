/** The way back to one's answers. */
import { Button, Does, Form, TextField } from '../../../ui/controls.tsx';
import { TwoWords } from '../../../ui/facts.tsx';
import { Heading, Links, Row, Rows, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import type { Held } from '../drafts/keys.ts';
import type { Sayer } from '../here.ts';

type OpenProps = { say: Sayer; once: () => string; ticket: boolean; held: readonly Held[]; old: boolean };

export function OpenPage({ say, once, ticket, held, old }: OpenProps) {
  return (
    <>
      <Title lede={ticket && !old ? say('applications.open.ready') : say('applications.open.lede')}>
        {say('applications.open.title')}
      </Title>
      {old && (
        <Note kind="no">
          <p>{say('applications.open.old')}</p>
        </Note>
      )}
      {ticket && !old && (
        <Form action="/open" once={once()}>
          <Does>
            <Button>{say('applications.open.button')}</Button>
          </Does>
        </Form>
      )}
      {held.length > 0 && (
        <>
          <Heading>{say('applications.open.held')}</Heading>
          <Rows>
            {held.map(({ id, reference }) => (
              <Row key={id} title={<TwoWords>{reference}</TwoWords>} href={`/applications/${id}`} />
            ))}
          </Rows>
        </>
      )}
      {(!ticket || old) && <AskForCode say={say} once={once()} />}
      <p class="small soft">{say('applications.open.ring')}</p>
    </>
  );
}

function AskForCode({ say, once }: { say: Sayer; once: string }) {
  return (
    <>
      <Heading>{say('applications.code.heading')}</Heading>
      <Form action="/open/code" once={once}>
        <TextField
          name="contact"
          label={say('applications.code.contact')}
          hint={say('applications.code.contact-hint')}
          inputmode="email"
          autocomplete="email"
          dir="ltr"
        />
        <Does>
          <Button>{say('applications.code.send')}</Button>
        </Does>
      </Form>
    </>
  );
}

export function CodePage({ say, once }: { say: Sayer; once: string }) {
  return (
    <>
      <Title>{say('applications.code.title')}</Title>
      <AskForCode say={say} once={once} />
    </>
  );
}

type CheckProps = { say: Sayer; once: string; why?: 'over' | 'other' | 'empty' };

export function CheckCodePage({ say, once, why }: CheckProps) {
  return (
    <>
      {why !== undefined && why !== 'over' && (
        <Problems problems={[{ field: 'code', words: say(`applications.code.${why}`) }]} />
      )}
      <Title lede={say('applications.code.on-its-way')}>{say('applications.code.type')}</Title>
      {why === 'over' && (
        <Note kind="no">
          <p>{say('applications.code.over')}</p>
        </Note>
      )}
      <Form action="/open/code/check" once={once}>
        <TextField
          name="code"
          label={say('applications.code.label')}
          hint={say('applications.code.hint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          dir="ltr"
          short
          {...(why === undefined || why === 'over' ? {} : { problem: say(`applications.code.${why}`) })}
        />
        <Does>
          <Button>{say('applications.open.button')}</Button>
        </Does>
      </Form>
      <Links>
        <a href="/open/code">{say('applications.code.another')}</a>
      </Links>
    </>
  );
}
