/** A place to drop a grants file, and the report on it. */
import type { ComponentChildren } from 'preact';
import type { Params } from '../../../packages/360giving/src/sentences.ts';
import { Button, Does, FileField, Form } from '../../ui/controls.tsx';
import { Ltr } from '../../ui/facts.tsx';
import { Fold, Row, Rows, Section, Soft, Title } from '../../ui/layout.tsx';
import { Note, Problems } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { Found, Hint, Looked, Mistake } from './found.ts';
import type { words } from './words.ts';

export type Sayer = Say<Extract<keyof typeof words, string>>;
type View = { readonly say: Sayer; readonly once: string };

function DropForm({ say, once, problem, again }: View & { problem?: ComponentChildren; again?: boolean }) {
  return (
    <Form action="/open-data/check" once={once} files>
      <FileField
        name="file"
        label={say(again === true ? 'giving.again' : 'giving.file')}
        hint={say('giving.file.hint')}
        accept=".xlsx,.ods,.csv,.json"
        {...(problem === undefined ? {} : { problem })}
      />
      <Does>
        <Button>{say('giving.check')}</Button>
      </Does>
    </Form>
  );
}

export function DropPage({ say, once, missing }: View & { missing: boolean }) {
  const problem = say('giving.nofile');
  return (
    <>
      {missing && <Problems problems={[{ field: 'file', words: problem }]} />}
      <Title lede={say('giving.lede')}>{say('giving.title')}</Title>
      <p>{say('giving.kept')}</p>
      <DropForm say={say} once={once} {...(missing ? { problem } : {})} />
    </>
  );
}

/** Values that are missing from a sentence would close it with a gap: some sentences have a shorter form. */
function mistakeWords(say: Sayer, { code, params, message }: Mistake): ComponentChildren {
  if (code === 'other')
    return (
      <span lang="en" dir="ltr">
        {message}
      </span>
    );
  const given = { mended: usual[code] ?? '', ...params };
  if (code === 'dayMonthYear' && params.other !== undefined) return say('giving.finding.dayMonthYearEither', given);
  if (code === 'address' && params.mended !== undefined) return say('giving.finding.addressSuch', given);
  return say(`giving.finding.${code}`, given);
}
const usual: Params = { instant: '2026-02-24T09:00:00Z', currency: 'GBP', country: 'GB' };

function Places({ say, where, count }: { say: Sayer; where: readonly string[]; count: number }) {
  const places = <Ltr>{where.join(', ')}</Ltr>;
  return <Soft>{say(count > where.length ? 'giving.where.more' : 'giving.where', { places })}</Soft>;
}

function Hints({ say, hints }: { say: Sayer; hints: readonly Hint[] }) {
  return (
    <Rows>
      {hints.map(({ id, count, where }) => (
        <Row key={id} aside={say('giving.grants', { n: count })}>
          <p>{say(`giving.about.${id}`)}</p>
          <Places say={say} where={where} count={count} />
        </Row>
      ))}
    </Rows>
  );
}

function Summary({ say, found }: { say: Sayer; found: Found }) {
  const { grants, valid, mistakes } = found;
  if (grants === 0) return <Note kind="gap">{say('giving.found.none')}</Note>;
  if (valid < grants) return <Note kind="gap">{say('giving.found.some', { n: grants, valid })}</Note>;
  return (
    <Note kind={mistakes.length === 0 ? 'done' : 'gap'}>
      {say('giving.found.all', { n: grants })} {mistakes.length > 0 && say('giving.found.file')}
    </Note>
  );
}

function Report({ say, found }: { say: Sayer; found: Found }) {
  return (
    <>
      <Summary say={say} found={found} />
      {found.mistakes.length > 0 && (
        <Section title={say('giving.mend')}>
          <Rows>
            {found.mistakes.map((mistake, index) => (
              <Row key={index} aside={say('giving.times', { n: mistake.count })}>
                <p>{mistakeWords(say, mistake)}</p>
                <Places say={say} where={mistake.where} count={mistake.count} />
                {mistake.grant !== null && <Soft>{say('giving.first', { grant: mistake.grant })}</Soft>}
              </Row>
            ))}
          </Rows>
          {found.more > 0 && <p>{say('giving.more', { n: found.more })}</p>}
        </Section>
      )}
      {found.accuracy.length > 0 && (
        <Section title={say('giving.accuracy')}>
          <p>{say('giving.question')}</p>
          <Hints say={say} hints={found.accuracy} />
        </Section>
      )}
      {found.usefulness.length > 0 && (
        <Fold summary={say('giving.usefulness')}>
          <Hints say={say} hints={found.usefulness} />
        </Fold>
      )}
      {found.notes.length > 0 && (
        <Section title={say('giving.reading')}>
          <Rows>
            {found.notes.map(({ code, count, where }) => (
              <Row key={code} aside={say('giving.times', { n: count })}>
                <p>{say(`giving.note.${code}`)}</p>
                <Places say={say} where={where} count={count} />
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

export function LookedPage({ say, once, looked }: View & { looked: Looked }) {
  return (
    <>
      <Title>{say(looked.kind === 'found' ? 'giving.found.title' : 'giving.unread')}</Title>
      {looked.kind === 'found' && <Report say={say} found={looked} />}
      {looked.kind === 'unreadable' && (
        <Note kind="gap">{say(`giving.unreadable.${looked.reason}`, looked.params)}</Note>
      )}
      {looked.kind === 'heavy' && <Note kind="gap">{say('giving.heavy')}</Note>}
      {looked.kind === 'busy' && <Note kind="gap">{say('giving.busy')}</Note>}
      <DropForm say={say} once={once} again />
    </>
  );
}
