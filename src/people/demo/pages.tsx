/** Demo only: who you can be, one button each, and the letters that were sent. */
import { Button, Does, Form } from '../../ui/controls.tsx';
import { Column, Row, Rows, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { DemoPersonRow } from '../accounts/store.ts';
import type { words } from '../accounts/words.ts';

type Sayer = Say<keyof typeof words>;
export type DemoLetter = { file: string; to: string; subject: string; text: string };

const roleWords: Record<string, keyof typeof words> = {
  member: 'accounts.demo.role.member',
  programme: 'accounts.demo.role.programme',
  finance: 'accounts.demo.role.finance',
  trustee: 'accounts.demo.role.trustee',
  facilitator: 'accounts.demo.role.facilitator',
  learning: 'accounts.demo.role.learning',
  funder: 'accounts.demo.role.funder',
};

function roleWord(say: Sayer, role: string | null) {
  const key = roleWords[role ?? ''];
  return key ? say(key) : null;
}

export function DemoPeoplePage({ say, people }: { say: Sayer; people: readonly DemoPersonRow[] }) {
  return (
    <Column>
      <Title lede={say('accounts.demo.lede')}>{say('accounts.demo.title')}</Title>
      <Rows>
        {people.map((person) => (
          <Row key={person.demo_code} title={person.name} href={`/demo/people/${person.demo_code}`}>
            {roleWord(say, person.role)}
          </Row>
        ))}
      </Rows>
      <p>
        <a href="/demo/letters">{say('accounts.demo.letters')}</a>
      </p>
    </Column>
  );
}

export function DemoPersonPage({ say, person, once }: { say: Sayer; person: DemoPersonRow; once: string }) {
  return (
    <Column>
      <Title lede={roleWord(say, person.role)}>{person.name}</Title>
      <Form action={`/demo/people/${person.demo_code}/session`} once={once}>
        <Does>
          <Button>{say('accounts.demo.as', { name: person.name })}</Button>
        </Does>
      </Form>
    </Column>
  );
}

export function DemoLettersPage({ say, letters }: { say: Sayer; letters: readonly DemoLetter[] }) {
  return (
    <Column>
      <Title lede={say('accounts.demo.letters.lede')}>{say('accounts.demo.letters')}</Title>
      {letters.length === 0 && <Empty>{say('accounts.demo.letters.none')}</Empty>}
      <Rows>
        {letters.map((letter) => (
          <Row key={letter.file} title={letter.subject}>
            <p>{say('accounts.demo.to', { who: letter.to })}</p>
            <pre class="letter-text" dir="auto">
              {letter.text}
            </pre>
          </Row>
        ))}
      </Rows>
    </Column>
  );
}
