/** The page where a member says what they can read: their languages, what they know, and how much that is hard to read. */
import { Button, Checks, Does, Form, TextField } from '../../../ui/controls.tsx';
import { Column, Links, Small, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { isLang, type Lang, languages } from '../../../words/languages.ts';
import type { Say } from '../../../words/speak.ts';
import type { words } from '../words.ts';
import type { Typed } from './rules.ts';

export type BringsView = {
  say: Say<keyof typeof words>;
  fundId: string;
  once: string;
  languages: readonly string[];
  strengths: readonly { readonly id: string; readonly label: string }[];
  /** The fund's cap, where it has one. */
  fundMost: number | null;
  typed: Typed;
  kept: boolean;
  unclear: boolean;
};

/** A language by its own name where pages are in it, else by its name in the language of this page. */
function nameOf(code: string, lang: Lang) {
  if (isLang(code)) return { label: languages[code].name, lang: code };
  return { label: new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(code) ?? code };
}

export function BringsPage({ view }: { view: BringsView }) {
  const { say, fundId, typed } = view;
  const capped = view.fundMost !== null && Number(typed.hardMost) > view.fundMost;
  const problem = view.unclear ? { problem: say('reading.brings.hard.unclear') } : {};
  return (
    <Column>
      <Title lede={say('reading.brings.lede')}>{say('reading.brings.title')}</Title>
      {view.kept && (
        <Note kind="done">
          {say('reading.brings.kept')} {capped && say('reading.brings.kept.capped', { most: view.fundMost })}
        </Note>
      )}
      {view.unclear && <Problems problems={[{ field: 'hard_most', words: say('reading.brings.hard.unclear') }]} />}
      <Form action={`/funds/${fundId}/pile/brings`} once={view.once}>
        <Checks
          name="languages"
          legend={say('reading.brings.languages')}
          hint={say('reading.brings.languages.hint')}
          values={typed.languages}
          options={view.languages.map((code) => ({ value: code, ...nameOf(code, say.lang) }))}
        />
        {view.strengths.length > 0 && (
          <Checks
            name="strengths"
            legend={say('reading.brings.strengths')}
            hint={say('reading.brings.strengths.hint')}
            values={typed.strengths}
            options={view.strengths.map(({ id, label }) => ({ value: id, label, lang: 'en' }))}
          />
        )}
        <TextField
          name="hard_most"
          label={say('reading.brings.hard')}
          hint={
            view.fundMost === null
              ? say('reading.brings.hard.hint')
              : say('reading.brings.hard.hint.most', { most: view.fundMost })
          }
          value={typed.hardMost}
          inputmode="numeric"
          short
          optional
          {...problem}
        />
        <Does>
          <Button>{say('reading.brings.keep')}</Button>
        </Does>
        <Small>{say('reading.brings.private')}</Small>
      </Form>
      <Links>
        <a href={`/funds/${fundId}/hours`}>{say('reading.brings.hours')}</a>
        <a href={`/funds/${fundId}/pile`}>{say('reading.pile.title')}</a>
      </Links>
    </Column>
  );
}
