/** The people of a fund: who holds which role since when, a letter to ask somebody in, and the end of a role. */
import { roles } from '../../kernel/actors.ts';
import { Button, ButtonLink, Choice, Does, Form, Select, TextField } from '../../ui/controls.tsx';
import { Day, Ltr } from '../../ui/facts.tsx';
import { Column, Heading, Sheet, Title } from '../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../ui/notes.tsx';
import { Table } from '../../ui/table.tsx';
import { day } from '../../words/amounts.ts';
import { langs, languages } from '../../words/languages.ts';
import type { Say } from '../../words/speak.ts';
import { Waiting } from './asked/pages.tsx';
import { isGuarded } from './asked/rules.ts';
import type { AskedRow } from './asked/store.ts';
import { type InviteNo, type Lack, mayEnd, type Typed } from './rules.ts';
import type { Seat } from './store.ts';
import type { words } from './words.ts';

type Sayer = Say<keyof typeof words>;

export type TeamView = {
  readonly say: Sayer;
  readonly once: () => string;
  readonly path: string;
  readonly zone: string;
  readonly seats: readonly Seat[];
  readonly lacks: readonly Lack[];
  readonly leastMembers: number;
  readonly waiting: readonly AskedRow[];
  readonly told: Told | null;
  readonly typed: Typed;
  readonly problems: readonly { field: string; code: string }[];
  readonly no: InviteNo | null;
};
export const tellings = ['sent', 'there', 'ended', 'waits', 'waiting', 'back', 'answered'] as const;
export type Told = (typeof tellings)[number];

export function TeamPage(view: TeamView) {
  const { say, told, no, problems } = view;
  return (
    <>
      <Title lede={say('team.lede')}>{say('team.title')}</Title>
      {told !== null && <Note kind={told === 'answered' ? 'care' : 'done'} title={say(`team.${told}`)} />}
      {no !== null && no !== 'nobody-yet' && (
        <Note kind="no" title={say('team.no.title')}>
          <p>{say(`team.no.${no}`)}</p>
        </Note>
      )}
      {!view.seats.some((seat) => isGuarded(seat.role)) && (
        <Note kind={no === 'nobody-yet' ? 'no' : 'gap'} title={say('team.first.title')}>
          <p>{say('team.no.nobody-yet')}</p>
        </Note>
      )}
      <Problems problems={problems.map(({ field, code }) => ({ field, words: say(code as keyof typeof words) }))} />
      <Lacks {...view} />
      {view.seats.length === 0 ? <Empty>{say('team.none')}</Empty> : <Seats {...view} />}
      <Waiting {...view} />
      <Ask {...view} />
    </>
  );
}

const membersIn = (seats: readonly Seat[]) => seats.filter((seat) => seat.role === 'member').length;

function Lacks({ say, lacks, seats, leastMembers }: TeamView) {
  if (lacks.length === 0) return null;
  return (
    <Note kind="gap" title={say('team.lack.title')}>
      {lacks.includes('finance') && <p>{say('team.lack.finance')}</p>}
      {lacks.includes('members') && <p>{say('team.lack.members', { n: membersIn(seats), least: leastMembers })}</p>}
    </Note>
  );
}

function Seats({ say, seats, zone, path }: TeamView) {
  const inOrder = roles.flatMap((role) => seats.filter((seat) => seat.role === role));
  const holders = (seat: Seat) => seats.filter((each) => each.role === seat.role).length;
  return (
    <Table
      caption={say('team.table')}
      quietCaption
      head={(['name', 'email', 'role', 'since', 'end'] as const).map((column) => ({
        label: say.text(`team.col.${column}`),
      }))}
      rows={inOrder.map((seat) => [
        <bdi key="name">{seat.name}</bdi>,
        <Ltr key="email">{seat.email}</Ltr>,
        say(`team.role.${seat.role}`),
        <Day key="since" at={seat.since} zone={zone} year />,
        mayEnd(seat.role, holders(seat)).yes ? (
          <a key="end" href={`${path}/${seat.id}/end`}>
            {say('team.end')}
            <span class="vh">{say('team.end.about', { name: seat.name, role: say(`team.role.${seat.role}`) })}</span>
          </a>
        ) : (
          <span key="end" class="soft">
            {say('team.stays')}
          </span>
        ),
      ])}
    />
  );
}

function Ask({ say, path, once, typed, problems }: TeamView) {
  const problem = (field: string) => {
    const found = problems.find((each) => each.field === field);
    return found && say(found.code as keyof typeof words);
  };
  return (
    <Column>
      <Heading line id="ask">
        {say('team.invite')}
      </Heading>
      <p>{say('team.invite.hint')}</p>
      <Sheet>
        <Form action={path} once={once()}>
          <TextField
            name="name"
            label={say('team.name')}
            hint={say('team.name.hint')}
            value={typed.name}
            autocomplete="off"
            maxlength={80}
            problem={problem('name')}
          />
          <TextField
            name="email"
            label={say('team.email')}
            type="email"
            value={typed.email}
            autocomplete="off"
            problem={problem('email')}
          />
          <Choice
            name="role"
            legend={say('team.role')}
            value={typed.role}
            options={roles.map((role) => ({
              value: role,
              label: say(`team.role.${role}`),
              hint: isGuarded(role) ? (
                <>
                  {say(`team.role.${role}.hint`)} {say('team.role.guarded')}
                </>
              ) : (
                say(`team.role.${role}.hint`)
              ),
            }))}
            problem={problem('role')}
          />
          <Select
            name="language"
            label={say('team.language')}
            empty={say('team.choose')}
            value={typed.language}
            options={langs.map((lang) => ({ value: lang, label: languages[lang].name, lang }))}
            problem={problem('language')}
          />
          <Does>
            <Button>{say('team.send')}</Button>
          </Does>
        </Form>
      </Sheet>
    </Column>
  );
}

export type EndingView = {
  readonly say: Sayer;
  readonly once: string;
  readonly path: string;
  readonly zone: string;
  readonly seat: Seat;
  readonly last: boolean;
};

export function EndingPage({ say, once, path, zone, seat, last }: EndingView) {
  const { name } = seat;
  return (
    <Column>
      <Title line={false}>{say('team.ending.title')}</Title>
      <p>
        {say('team.ending.who', {
          name,
          role: say(`team.role.${seat.role}`),
          since: day(say.lang, seat.since, zone, true),
        })}
      </p>
      {last ? (
        <Note kind="no" title={say('team.ending.last.title')}>
          <p>{say('team.ending.last')}</p>
        </Note>
      ) : (
        <p>{say('team.ending.what', { name })}</p>
      )}
      <Form action={`${path}/${seat.id}/end`} once={once}>
        <Does>
          {!last && <Button>{say('team.ending.yes')}</Button>}
          <ButtonLink href={path} kind="quiet">
            {say('team.ending.back')}
          </ButtonLink>
        </Does>
      </Form>
    </Column>
  );
}
