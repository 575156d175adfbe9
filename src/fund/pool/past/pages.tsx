/** Who funded what before: by funder, then grant by grant, and a place to bring a file. */
import type { ComponentChildren } from 'preact';
import { Button, Does, FileField, Form, TextField } from '../../../ui/controls.tsx';
import { Amount, Day } from '../../../ui/facts.tsx';
import { Links, Section, Title } from '../../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import { day } from '../../../words/amounts.ts';
import type { Say } from '../../../words/speak.ts';
import type { FunderBefore } from './store.ts';
import type { PastTables } from './tables.ts';
import type { words } from './words.ts';

type Sayer = Say<keyof typeof words>;
export type Problem =
  | { readonly no: 'nofile' | 'empty' }
  | { readonly no: 'not-standard'; readonly bad: number }
  /** In the words of the library that tried to read it. */
  | { readonly no: 'unreadable'; readonly message: string };

export type PastView = {
  readonly say: Sayer;
  readonly once: string;
  readonly path: string;
  readonly mayBring: boolean;
  readonly brought: number | null;
  readonly problem: Problem | null;
  readonly funders: readonly FunderBefore[];
  readonly grants: readonly PastTables['past_grants'][];
  readonly letters: string;
  /** Address of the earlier ones, when there are more. */
  readonly next: string | null;
};

function problemWords(say: Sayer, problem: Problem): ComponentChildren {
  if (problem.no === 'unreadable') return problem.message;
  if (problem.no !== 'not-standard') return say(`past.${problem.no}`);
  const check = (inside: ComponentChildren) => <a href="/open-data/check">{inside}</a>;
  return (
    <>
      {say('past.not-standard', { bad: problem.bad })} {say('past.see', {}, { link: check })}
    </>
  );
}

export function PastPage(view: PastView) {
  const { say, problem, brought, funders, letters } = view;
  return (
    <>
      {problem !== null && <Problems problems={[{ field: 'file', words: problemWords(say, problem) }]} />}
      <Title lede={say('past.lede')}>{say('past.title')}</Title>
      {brought !== null && <Note kind="done">{say('past.brought', { n: brought })}</Note>}
      {funders.length === 0 ? <Empty>{say('past.none')}</Empty> : <Funders {...view} />}
      {funders.length > 0 && (
        <Section title={say('past.list')} id="list">
          <Form action={view.path} method="get" kind="filters">
            <TextField name="letters" label={say('past.find')} value={letters} short />
            <Button kind="small">{say('past.look')}</Button>
          </Form>
          <Grants {...view} />
        </Section>
      )}
      {view.mayBring && <Bring {...view} />}
    </>
  );
}

function Funders({ say, funders }: PastView) {
  return (
    <Table
      caption={say('past.funders')}
      head={[
        { label: say.text('past.col.funder') },
        { label: say.text('past.col.grants'), right: true },
        { label: say.text('past.col.sum'), right: true },
        { label: say.text('past.col.years') },
      ]}
      rows={funders.map((each) => [
        <bdi key="name">{each.funder}</bdi>,
        each.grants,
        <Amount key="sum" pence={each.pence} currency={each.currency} />,
        say('past.span', { from: day(say.lang, each.first, 'UTC', true), to: day(say.lang, each.last, 'UTC', true) }),
      ])}
    />
  );
}

function Grants({ say, grants, next }: PastView) {
  if (grants.length === 0) return <Empty>{say('past.nobody')}</Empty>;
  return (
    <>
      <Table
        caption={say('past.list')}
        quietCaption
        head={[
          { label: say.text('past.col.group') },
          { label: say.text('past.col.title') },
          { label: say.text('past.col.funder') },
          { label: say.text('past.col.day') },
          { label: say.text('past.col.sum'), right: true },
        ]}
        rows={grants.map((each) => [
          <bdi key="group">{each.recipient}</bdi>,
          <bdi key="title">{each.title}</bdi>,
          <bdi key="funder">{each.funder}</bdi>,
          <Day key="day" at={each.awarded_on} year />,
          <Amount key="sum" pence={each.pence} currency={each.currency} />,
        ])}
      />
      {next !== null && (
        <Links>
          <a href={next}>{say('past.next')}</a>
        </Links>
      )}
    </>
  );
}

function Bring({ say, once, path, problem }: PastView) {
  return (
    <Section title={say('past.bring')} id="bring">
      <Form action={path} once={once} files>
        <FileField
          name="file"
          label={say('past.file')}
          hint={say('past.file.hint')}
          accept=".xlsx,.ods,.csv,.json"
          {...(problem === null ? {} : { problem: problemWords(say, problem) })}
        />
        <Does>
          <Button>{say('past.send')}</Button>
        </Does>
      </Form>
    </Section>
  );
}
