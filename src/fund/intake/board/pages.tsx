/** The intake board: what waits for a person today, where everything stands, and the list. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Check, Does, Form, type Option, Select } from '../../../ui/controls.tsx';
import { Amount, Day } from '../../../ui/facts.tsx';
import { Heading, Links, Row, Rows, Soft, Tag, Title } from '../../../ui/layout.tsx';
import { Empty, Note } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import { day } from '../../../words/amounts.ts';
import type { PairLine } from '../duplicates/store.ts';
import type { WaitingReply } from '../replies/store.ts';
import type { Sayer } from '../telling/letter.ts';
import { boardStages, type Filter, filterQuery, tellBy, type Where, wheres } from './rules.ts';
import type { BoardRow, Counts, ToTell } from './store.ts';

export type Line = BoardRow & {
  readonly waits: Exclude<Where, 'reply'> | null;
  readonly mayTick: boolean;
  readonly alike: boolean;
};

export type BoardProps = {
  readonly say: Sayer;
  readonly path: string;
  readonly zone: string;
  readonly once: string;
  readonly filter: Filter;
  readonly languages: readonly Option[];
  readonly tiers: readonly Option[];
  readonly languageName: (code: string) => string;
  readonly counts: Counts;
  readonly lines: readonly Line[];
  readonly next: string | null;
  readonly pairs: readonly PairLine[];
  readonly replies: readonly (WaitingReply & { readonly by: Date })[];
  readonly toTell: readonly ToTell[];
  readonly mayPair: boolean;
  readonly done: { looked: number; left: number } | null;
};

export function BoardPage(props: BoardProps) {
  const { say, counts, done, path } = props;
  const { draft = 0, 'late-asked': late = 0, ...sent } = counts.stages;
  const arrived = Object.values(sent).reduce((sum, n) => sum + n, 0);
  const waiting = counts.waits['first-look'] + counts.waits['second-look'];
  return (
    <>
      <Title lede={say('intake.board.waiting', { n: waiting })}>{say('intake.board.arrived', { n: arrived })}</Title>
      {done !== null && (
        <Note kind={done.looked > 0 ? 'done' : 'gap'} title={say('intake.board.done', { n: done.looked })}>
          {done.left > 0 && <p>{say('intake.board.left', { n: done.left })}</p>}
        </Note>
      )}
      <Today {...props} />
      <Heading line>{say('intake.board.stands')}</Heading>
      <ul>
        {wheres.map((where) => (
          <CountLine key={where} n={counts.waits[where]} href={`${path}${filterQuery({ waits: where })}`}>
            {say(`intake.board.${where}`, { n: counts.waits[where] })}
          </CountLine>
        ))}
        {boardStages
          .filter((stage) => stage !== 'received')
          .map((stage) => (
            <CountLine key={stage} n={counts.stages[stage] ?? 0} href={`${path}${filterQuery({ stage })}`}>
              {say(`intake.board.${stage}` as 'intake.board.standing', { n: counts.stages[stage] ?? 0 })}
            </CountLine>
          ))}
        {draft > 0 && <li>{say('intake.board.draft', { n: draft })}</li>}
        <CountLine n={late} href={path.replace(/intake$/, 'late')}>
          {say('intake.board.late-asked', { n: late })}
        </CountLine>
      </ul>
      <Links>
        <a href={path.replace(/intake$/, 'late')}>{say('intake.board.late')}</a>
        {props.mayPair && <a href={path.replace(/intake$/, 'duplicates')}>{say('intake.board.all-pairs')}</a>}
      </Links>
      <Heading line>{say('intake.board.list')}</Heading>
      <Filters {...props} />
      <List {...props} />
    </>
  );
}

function CountLine({ n, href, children }: { n: number; href: string; children: ComponentChildren }) {
  if (n === 0) return null;
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  );
}

const strong = (children: ComponentChildren) => <b dir="auto">{children}</b>;

function Today({ say, zone, pairs, replies, toTell, mayPair }: BoardProps) {
  const shown = mayPair ? pairs : [];
  if (shown.length + replies.length + toTell.length === 0) return null;
  const when = (at: Date) => day(say.lang, at, zone);
  return (
    <>
      <Heading line>{say('intake.board.today')}</Heading>
      <Rows>
        {shown.map((pair) => (
          <Row key={pair.id}>
            <p>
              {say('intake.board.pair', { one: pair.names[0], other: pair.names[1] }, { b: strong })}{' '}
              <a href={`/duplicates/${pair.id}`}>{say('intake.board.see-both')}</a>
            </p>
          </Row>
        ))}
        {replies.map((reply) => (
          <Row key={reply.applicationId}>
            <p>
              {say('intake.board.wrote-back', { name: reply.shownAs, day: when(reply.by) }, { b: strong })}{' '}
              <a href={`/intake/${reply.applicationId}`}>{say('intake.board.read-it')}</a>
            </p>
          </Row>
        ))}
        {toTell.map((each) => (
          <Row key={each.applicationId}>
            <p>
              {say('intake.board.ring', { name: each.groupName, day: when(tellBy(each.decidedAt)) }, { b: strong })}{' '}
              <a href={`/intake/${each.applicationId}`}>{say('intake.board.open-it')}</a>
            </p>
          </Row>
        ))}
      </Rows>
    </>
  );
}

function Filters({ say, path, filter, languages, tiers }: BoardProps) {
  const stages = [...wheres, ...boardStages].map((value) => ({ value, label: say(`intake.stage.${value}`) }));
  return (
    <Form action={path} method="get" kind="filters" label={say.text('intake.board.show')}>
      <Select
        name="stage"
        label={say('intake.board.filter.stage')}
        empty={say('intake.board.any')}
        value={filter.waits ?? filter.stage}
        options={stages}
      />
      <Select
        name="language"
        label={say('intake.board.filter.language')}
        empty={say('intake.board.any')}
        value={filter.language}
        options={languages}
      />
      <Select
        name="tier"
        label={say('intake.board.filter.tier')}
        empty={say('intake.board.any')}
        value={filter.tier}
        options={tiers}
      />
      <Does>
        <Button kind="quiet">{say('intake.board.show')}</Button>
      </Does>
    </Form>
  );
}

function List(props: BoardProps) {
  const { say, path, zone, lines, next, filter } = props;
  if (lines.length === 0) return <Empty>{say('intake.board.none')}</Empty>;
  const anyTick = lines.some((line) => line.mayTick);
  const head = [
    { label: say.text('intake.board.group') },
    { label: say.text('intake.board.reference') },
    { label: say.text('intake.board.asks'), right: true },
    { label: say.text('intake.board.place') },
    { label: say.text('intake.board.language') },
    { label: say.text('intake.board.sent') },
    { label: say.text('intake.board.next') },
    ...(anyTick ? [{ label: say.text('intake.board.fits') }] : []),
  ];
  const table = (
    <Table
      caption={say('intake.board.caption')}
      head={head}
      rows={lines.map((line) => [
        <a href={`/intake/${line.applicationId}`} dir="auto">
          {line.groupName}
        </a>,
        line.reference,
        <Amount pence={line.requestedPence} />,
        line.place ?? <span class="soft">{say('intake.place-hidden')}</span>,
        props.languageName(line.language),
        <>
          <Day at={line.sentAt} zone={zone} />
          {line.inGrace && <Soft>{say('intake.in-grace')}</Soft>}
        </>,
        <Standing say={say} line={line} />,
        ...(anyTick ? [line.mayTick && <Tick say={say} line={line} />] : []),
      ])}
    />
  );
  return (
    <>
      {anyTick ? (
        <Form action={`${path}/looks`} once={props.once} fields={{ back: filterQuery(filter) }}>
          <p>{say('intake.board.tick-help')}</p>
          {table}
          <Does>
            <Button>{say('intake.board.save')}</Button>
          </Does>
        </Form>
      ) : (
        table
      )}
      <Does>
        {next !== null && (
          <ButtonLink kind="quiet" href={`${path}${filterQuery({ ...filter, after: next })}`}>
            {say('intake.board.more')}
          </ButtonLink>
        )}
        {filter.after !== '' && (
          <a href={`${path}${filterQuery({ ...filter, after: '' })}`}>{say('intake.board.first')}</a>
        )}
      </Does>
    </>
  );
}

function Standing({ say, line }: { say: Sayer; line: Line }) {
  return (
    <>
      {line.waits !== null ? (
        <Tag kind="mind" icon="speech">
          {say(`intake.stage.${line.waits}`)}
        </Tag>
      ) : (
        <Tag {...(line.stage === 'standing' ? ({ icon: 'tick', kind: 'ok' } as const) : {})}>
          {say(`intake.stage.${line.stage}`)}
        </Tag>
      )}
      {line.alike && <Tag kind="mind">{say('intake.stage.alike')}</Tag>}
    </>
  );
}

function Tick({ say, line }: { say: Sayer; line: Line }) {
  return (
    <Check
      name="fit"
      id={`f-fit-${line.applicationId}`}
      value={line.applicationId}
      label={
        <>
          {say('intake.board.fits')}
          <span class="vh"> {say('intake.board.fits-who', { name: line.groupName })}</span>
        </>
      }
    />
  );
}
