/** Sign in, type the code, sign out: three small pages, one thing on each. */
import { Button, ButtonLink, Does, Form, TextField } from '../../ui/controls.tsx';
import { Column, Sheet, Title } from '../../ui/layout.tsx';
import { Problems } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { words } from './words.ts';

type Sayer = Say<keyof typeof words>;

export function SignInPage({ say, once, to, problem }: { say: Sayer; once: string; to: string; problem?: boolean }) {
  return (
    <Column>
      <Title lede={say('accounts.signin.lede')}>{say('accounts.signin.title')}</Title>
      {problem && <Problems problems={[{ field: 'email', words: say('accounts.signin.empty') }]} />}
      <Sheet>
        <Form action="/sign-in" once={once} fields={{ to }}>
          <TextField name="email" label={say('accounts.signin.email')} type="email" autocomplete="email" dir="ltr" />
          <Does>
            <Button>{say('accounts.signin.send')}</Button>
          </Does>
        </Form>
      </Sheet>
      <p>{say('accounts.signin.applying', {}, { link: (children) => <a href="/open">{children}</a> })}</p>
    </Column>
  );
}

export function CodePage({ say, once, to, wrong }: { say: Sayer; once: string; to: string; wrong?: boolean }) {
  return (
    <Column>
      <Title lede={say('accounts.code.lede')}>{say('accounts.code.title')}</Title>
      {wrong && <Problems problems={[{ field: 'code', words: say('accounts.code.wrong') }]} />}
      <Sheet>
        <Form action="/sign-in/code" once={once} fields={{ to }}>
          <TextField
            name="code"
            label={say('accounts.code.field')}
            inputmode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
            short
          />
          <Does>
            <Button>{say('accounts.code.check')}</Button>
            <ButtonLink href="/sign-in" kind="quiet">
              {say('accounts.code.again')}
            </ButtonLink>
          </Does>
        </Form>
      </Sheet>
    </Column>
  );
}

export function SignOutPage({ say, once }: { say: Sayer; once: string }) {
  return (
    <Column>
      <Title lede={say('accounts.out.lede')}>{say('accounts.out.title')}</Title>
      <Form action="/sign-out" once={once}>
        <Does>
          <Button>{say('accounts.out.button')}</Button>
        </Does>
      </Form>
    </Column>
  );
}
