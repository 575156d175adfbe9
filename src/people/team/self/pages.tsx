/** How I am called, written to and shown. */
import { Button, Choice, Does, Form, Select, TextField } from '../../../ui/controls.tsx';
import { Column, Sheet, Soft, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { langs, languages } from '../../../words/languages.ts';
import type { Say } from '../../../words/speak.ts';
import type { words } from '../words.ts';
import { waysToBeShown } from './rules.ts';

type Sayer = Say<keyof typeof words>;
export type SelfView = {
  readonly say: Sayer;
  readonly once: string;
  readonly email: string;
  readonly typed: { readonly name: string; readonly language: string; readonly shown: string };
  /** Only a member of a group is ever shown to the public. */
  readonly inGroup: boolean;
  readonly problems: readonly { field: string; code: string }[];
  readonly saved: boolean;
};

export function SelfPage({ say, once, email, typed, inGroup, problems, saved }: SelfView) {
  const told = problems.map(({ field, code }) => ({ field, words: say(code as keyof typeof words) }));
  const problem = (field: string) => told.find((each) => each.field === field)?.words;
  return (
    <Column>
      <Title lede={say('team.self.lede')}>{say('team.self.title')}</Title>
      {saved && <Note kind="done" title={say('team.self.saved')} />}
      <Problems problems={told} />
      <Sheet>
        <Form action="/me" once={once}>
          <TextField
            name="name"
            label={say('team.self.name')}
            hint={say(inGroup ? 'team.self.name.group' : 'team.self.name.hint')}
            value={typed.name}
            autocomplete="nickname"
            maxlength={80}
            problem={problem('name')}
          />
          <Select
            name="language"
            label={say('team.self.language')}
            hint={say('team.self.language.hint')}
            value={typed.language}
            options={langs.map((lang) => ({ value: lang, label: languages[lang].name, lang }))}
            problem={problem('language')}
          />
          {inGroup && (
            <Choice
              name="shown"
              legend={say('team.self.shown')}
              hint={say('team.self.shown.hint')}
              value={typed.shown}
              options={waysToBeShown.map((way) => ({
                value: way,
                label: say(`team.shown.${way}`),
                hint: say(`team.shown.${way}.hint`),
              }))}
              problem={problem('shown')}
            />
          )}
          <Does>
            <Button>{say('team.self.save')}</Button>
          </Does>
        </Form>
      </Sheet>
      <Soft>{say('team.self.email', { email })}</Soft>
    </Column>
  );
}
