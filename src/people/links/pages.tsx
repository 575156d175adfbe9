/** The list of names with a kind of link for each, and the facilitator's page of links. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Does, Form, type Option, Select, TextArea, TextField } from '../../ui/controls.tsx';
import { Facts, Fold, Heading, Soft, Title } from '../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../ui/notes.tsx';
import { Table } from '../../ui/table.tsx';
import type { Say } from '../../words/speak.ts';
import { levels, mayDeclare } from './rules.ts';
import type { InForce, KnownLink, Name, SeatHolder } from './store.ts';
import type { words } from './words.ts';

type Sayer = Say<keyof typeof words>;
export type LevelWords = { readonly name: string; readonly examples: readonly string[] };

function LevelFacts({ say, kinds }: { say: Sayer; kinds: readonly LevelWords[] }) {
  const means = ['links.means.0', 'links.means.1', 'links.means.2', 'links.means.3'] as const;
  return (
    <Facts
      wide
      items={levels.map((level) => {
        const kind = kinds[level];
        const examples = kind?.examples ?? [];
        return {
          label: kind?.name ?? level,
          words: (
            <>
              {say(means[level])} {examples.length > 0 && say('links.examples', { examples: examples.join(', ') })}
            </>
          ),
        };
      })}
    />
  );
}

function placeOf(say: Sayer, name: Name): ComponentChildren {
  return name.place ?? say('links.place-hidden');
}

type NamesProps = {
  say: Sayer;
  kinds: readonly LevelWords[];
  names: readonly Name[];
  inForce: ReadonlyMap<string, InForce>;
  /** As typed, when the page gives it back. */
  typed?: (field: string) => string;
  action: string;
  once: string;
  next?: string | undefined;
  first?: string | undefined;
  saved?: boolean;
  lowered?: boolean;
};

export function NamesPage(props: NamesProps) {
  const { say, kinds, names, once, action, next, first } = props;
  return (
    <>
      <Title lede={say('links.lede')}>{say('links.title')}</Title>
      {props.saved === true && <Note kind="done" title={say('links.saved')} />}
      {props.lowered === true && (
        <Note kind="no" title={say('links.lower.title')}>
          <p>{say('links.lower.next')}</p>
        </Note>
      )}
      <Heading line>{say('links.levels')}</Heading>
      <LevelFacts say={say} kinds={kinds} />
      <Heading line>{say('links.names')}</Heading>
      {names.length === 0 ? (
        <Empty>{say('links.none-yet')}</Empty>
      ) : (
        <>
          <p>{say('links.names-lede', { none: kinds[0]?.name ?? '' })}</p>
          <Soft>{say('links.less')}</Soft>
          <Form action={action} once={once}>
            {names.map((name) => (
              <OneName key={name.applicationId} name={name} {...props} />
            ))}
            <Does>
              <Button>{say('links.save')}</Button>
              {next !== undefined && (
                <ButtonLink kind="quiet" href={next}>
                  {say('links.more')}
                </ButtonLink>
              )}
              {first !== undefined && <a href={first}>{say('links.first')}</a>}
            </Does>
          </Form>
        </>
      )}
    </>
  );
}

function OneName({ say, kinds, name, inForce, typed }: NamesProps & { name: Name }) {
  const before = inForce.get(name.applicationId);
  const options: Option[] = levels
    .filter((level) => mayDeclare(before?.level ?? 0, level).yes)
    .map((level) => ({ value: String(level), label: kinds[level]?.name ?? String(level) }));
  const why = typed?.(`why-${name.applicationId}`) ?? before?.why ?? '';
  const chosen = typed?.(`level-${name.applicationId}`) ?? String(before?.level ?? 0);
  return (
    <>
      <Select
        name={`level-${name.applicationId}`}
        label={<span dir="auto">{name.shownAs}</span>}
        hint={placeOf(say, name)}
        value={chosen}
        options={options}
      />
      <Fold
        open={why !== ''}
        summary={
          <>
            {say('links.say-more')} <span class="vh">{say('links.why-about', { name: name.shownAs })}</span>
          </>
        }
      >
        <TextField name={`why-${name.applicationId}`} label={say('links.why')} optional value={why} />
      </Fold>
    </>
  );
}

type CorrectionsProps = {
  say: Sayer;
  kinds: readonly LevelWords[];
  names: readonly Name[];
  seats: readonly SeatHolder[];
  known: readonly KnownLink[];
  /** How many links there are on all pages. */
  all: number;
  next?: string | undefined;
  first?: string | undefined;
  typed: (field: string) => string;
  problems: readonly { field: string; words: ComponentChildren }[];
  action: string;
  ownHref: string;
  once: string;
  saved?: boolean;
  own?: boolean;
};

export function CorrectionsPage(props: CorrectionsProps) {
  const { say, kinds, names, seats, known, all, next, first, typed, problems, action, once } = props;
  const problem = (field: string) => problems.find((each) => each.field === field)?.words;
  const people = [...new Map(seats.map((seat) => [seat.personId, seat.name]))];
  return (
    <>
      <Title lede={say('links.corrections-lede')}>{say('links.corrections')}</Title>
      {props.saved === true && <Note kind="done" title={say('links.saved')} />}
      {props.own === true && (
        <Note kind="no" title={say('links.own.title')}>
          <p>{say('links.own.next')}</p>
          <p>
            <a href={props.ownHref}>{say('links.own-page')}</a>
          </p>
        </Note>
      )}
      <Problems problems={problems} />
      {known.length < all && <Soft>{say('links.some', { shown: known.length, all })}</Soft>}
      {all === 0 ? (
        <Empty>{say('links.no-links')}</Empty>
      ) : (
        <Table
          caption={say('links.table')}
          quietCaption
          head={[
            { label: say.text('links.table-person') },
            { label: say.text('links.table-group') },
            { label: say.text('links.table-link') },
            { label: say.text('links.table-why') },
          ]}
          rows={known.map((link) => [
            link.name,
            <span dir="auto">{link.shownAs}</span>,
            kinds[link.level]?.name ?? link.level,
            <span dir="auto">{link.why}</span>,
          ])}
        />
      )}
      {(next ?? first) !== undefined && (
        <Does>
          {next !== undefined && (
            <ButtonLink kind="quiet" href={next}>
              {say('links.more-links')}
            </ButtonLink>
          )}
          {first !== undefined && <a href={first}>{say('links.first-links')}</a>}
        </Does>
      )}
      <Heading line>{say('links.correct')}</Heading>
      <Form action={action} once={once}>
        <Select
          name="person"
          label={say('links.person')}
          empty={say('links.choose')}
          value={typed('person')}
          problem={problem('person')}
          options={people.map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="application"
          label={say('links.application')}
          empty={say('links.choose')}
          value={typed('application')}
          problem={problem('application')}
          options={names.map((name) => ({ value: name.applicationId, label: name.shownAs }))}
        />
        <Select
          name="level"
          label={say('links.level')}
          empty={say('links.choose')}
          value={typed('level')}
          problem={problem('level')}
          options={levels.map((level) => ({ value: String(level), label: kinds[level]?.name ?? String(level) }))}
        />
        <Select
          name="said_by"
          label={say('links.said-by')}
          value={typed('said_by')}
          options={[
            { value: 'facilitator', label: say('links.said-by.facilitator') },
            { value: 'applicant', label: say('links.said-by.applicant') },
          ]}
        />
        <TextArea
          name="why"
          rows={2}
          label={say('links.because')}
          hint={say('links.because-hint')}
          value={typed('why')}
          problem={problem('why')}
        />
        <Does>
          <Button>{say('links.write')}</Button>
        </Does>
      </Form>
    </>
  );
}
