/** Decision day on one page: the set within the pot, each group with its spread, how the whole looks, and the question. */
import type { ComponentChildren } from 'preact';
import { Button, Check, Choice, Does, Form, Select, TextArea } from '../../ui/controls.tsx';
import { Amount } from '../../ui/facts.tsx';
import { Heading, Links, Quote, Row, Rows, Section, Sheet, Side, Small, Tag, Ticks, Title } from '../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../ui/notes.tsx';
import { type Cloth, Pot } from '../../ui/pictures/pot.tsx';
import { Seats } from '../../ui/pictures/seats.tsx';
import { Spread } from '../../ui/pictures/spread.tsx';
import type { Say } from '../../words/speak.ts';
import { answers, totalOf } from './rules.ts';
import type { Seen, TableView } from './view.ts';
import type { words } from './words.ts';

export type Sayer = Say<keyof typeof words>;
export type TablePageView = TableView & {
  say: Sayer;
  once: () => string;
  showAll: boolean;
  refusal?: ComponentChildren;
  problem?: ComponentChildren;
  typed?: { answer?: string; because: string };
};

const cloths: Record<string, Cloth> = { seed: 'joy', grow: 'clay', weave: 'act', none: 'dusk' };

function Gauge({ view }: { view: TablePageView }) {
  const { say, on, fund } = view;
  const sizes = (['seed', 'grow', 'weave', 'none'] as const).flatMap((size) => {
    const pence = on.filter((item) => (item.tier ?? 'none') === size).reduce((sum, item) => sum + item.pence, 0);
    return pence > 0 ? [{ label: say.text(`choosing.table.size.${size}`), pence, cloth: cloths[size] ?? 'dusk' }] : [];
  });
  const fees = on.reduce((sum, item) => sum + item.feePence, 0);
  const blocks =
    fees > 0 ? [...sizes, { label: say.text('choosing.table.fees'), pence: fees, cloth: 'plum' as Cloth }] : sizes;
  const left = fund.potPence - totalOf(on);
  return (
    <>
      <div class="bar">
        <Heading line={false}>
          {say('choosing.table.laid', { laid: <Amount pence={totalOf(on)} />, pot: <Amount pence={fund.potPence} /> })}
        </Heading>
        {left >= 0 ? (
          <Tag icon="tick" kind="ok">
            {say('choosing.table.fits', { left: <Amount pence={left} /> })}
          </Tag>
        ) : (
          <Tag icon="speech" kind="mind">
            {say('choosing.table.over', { over: <Amount pence={-left} /> })}
          </Tag>
        )}
      </div>
      <Pot
        title={say.text('choosing.table.pot')}
        total={fund.potPence}
        blocks={blocks}
        freeLabel={say.text('choosing.table.free')}
      />
    </>
  );
}

export function Group({
  say,
  seen,
  members,
  does,
}: {
  say: Sayer;
  seen: Seen;
  members: number;
  does?: ComponentChildren;
}) {
  const sentence = seen.spread?.sentences[0]?.sentence;
  return (
    <Row title={seen.shownAs} aside={<Amount pence={seen.pence} big />} {...(does ? { does } : {})}>
      <p>
        {seen.shownPlace ?? say('choosing.table.private')}
        {seen.tier ? `. ${say.text(`choosing.table.size.${seen.tier as 'seed'}`)}` : ''}
      </p>
      {seen.widest ? (
        <Spread counts={seen.widest.counts} about={seen.widest.name} />
      ) : (
        <p>{say('choosing.table.unread')}</p>
      )}
      {sentence && <Quote lang="en">{sentence}</Quote>}
      <Small>{say('choosing.table.free.members', { free: seen.free, all: members })}</Small>
    </Row>
  );
}

function Balance({ view }: { view: TablePageView }) {
  const { say, balance } = view;
  const of = balance.of;
  const share = (n: number, hoped: number) => of > 0 && n * 100 >= hoped * of;
  return (
    <>
      <Heading>{say('choosing.balance.title')}</Heading>
      <p>{say('choosing.balance.lede')}</p>
      <Ticks
        items={[
          {
            met: share(balance.outsideLondon, 60),
            words: say('choosing.balance.london', { n: balance.outsideLondon, of }),
          },
          { met: share(balance.led, 75), words: say('choosing.balance.led', { n: balance.led, of }) },
          { met: share(balance.small, 20), words: say('choosing.balance.small', { n: balance.small, of }) },
          { met: balance.nations === 4, words: say('choosing.balance.nations', { n: balance.nations }) },
          { met: balance.early >= 3, words: say('choosing.balance.early', { n: balance.early }) },
          {
            met: balance.largestOf100 <= 10,
            words: say('choosing.balance.largest', {
              amount: <Amount pence={balance.largestPence} />,
              share: balance.largestOf100,
            }),
          },
        ]}
      />
    </>
  );
}

function MyAnswer({ view }: { view: TablePageView }) {
  const { say, round, mine, typed } = view;
  if (!round || round.outcome !== null || !view.roles.includes('member')) return null;
  const value = typed?.answer ?? mine?.answer;
  return (
    <Form action={`/consent-rounds/${round.id}/answers`} once={view.once()}>
      {mine && <Note kind="done">{say('choosing.consent.mine')}</Note>}
      <Choice
        name="answer"
        legend={say('choosing.consent.title')}
        quietLegend
        {...(value ? { value } : {})}
        options={answers.map((word) => ({
          value: word,
          label: say(`choosing.consent.${word}`),
          ...(word === 'cannot' ? { hint: say('choosing.consent.cannot.hint') } : {}),
        }))}
      />
      <TextArea
        name="because"
        label={say('choosing.consent.because')}
        value={typed?.because ?? mine?.because ?? ''}
        rows={3}
      />
      <Check name="keep" value="yes" label={say('choosing.consent.keep')} checked={mine?.keep ?? false} />
      <Does>
        <Button>{say('choosing.consent.give')}</Button>
      </Does>
      <Small>{say('choosing.consent.change')}</Small>
    </Form>
  );
}

function Consent({ view }: { view: TablePageView }) {
  const { say, round, fund } = view;
  const facilitator = view.roles.includes('facilitator');
  const cannot = view.shown.filter((each) => each.answer === 'cannot');
  return (
    <Sheet>
      <Heading line={false}>{say('choosing.consent.title')}</Heading>
      <p>{say('choosing.consent.lede')}</p>
      {view.decided && <Note kind="done">{say('choosing.consent.agreed')}</Note>}
      {!view.decided && round?.outcome === 'not-agreed' && round.shownAt && (
        <Note kind="gap">{say('choosing.consent.not.agreed')}</Note>
      )}
      {cannot.map((each) => (
        <div key={each.personId}>
          <Quote>{each.because}</Quote>
          {each.heardAt ? (
            <Tag icon="ear" kind="ok">
              {say('choosing.consent.heard')}
            </Tag>
          ) : (
            facilitator && (
              <Form action={`/consent-rounds/${round?.id}/heard`} once={view.once()} fields={{ person: each.personId }}>
                <Button kind="small">{say('choosing.consent.hear')}</Button>
              </Form>
            )
          )}
        </div>
      ))}
      <MyAnswer view={view} />
      {round?.outcome === null && <p>{say('choosing.consent.count', { count: view.answered, all: view.members })}</p>}
      {facilitator && round?.outcome === null && (
        <Form action={`/consent-rounds/${round.id}/showing`} once={view.once()}>
          <Button>{say('choosing.consent.show')}</Button>
        </Form>
      )}
      {facilitator && !view.decided && round?.outcome !== null && (
        <Form action={`/funds/${fund.id}/consent-rounds`} once={view.once()}>
          <Button>{say('choosing.consent.open')}</Button>
        </Form>
      )}
      {!facilitator && round === null && <p>{say('choosing.consent.none')}</p>}
    </Sheet>
  );
}

function Reserves({ view }: { view: TablePageView }) {
  const { say, fund } = view;
  if (!view.decided || !view.roles.includes('facilitator')) return null;
  const options = view.off.map((each) => ({ value: each.applicationId, label: each.shownAs }));
  return (
    <Section title={say('choosing.reserves.title')}>
      <p>{say('choosing.reserves.lede')}</p>
      <Form action={`/funds/${fund.id}/reserves`} once={view.once()}>
        {Array.from({ length: fund.design.reserve_list.size }, (_, index) => (
          <Select
            key={index}
            name={`reserve-${index + 1}`}
            label={say('choosing.reserves.nth', { n: index + 1 })}
            value={view.reserves[index] ?? ''}
            empty={say.text('choosing.reserves.nobody')}
            options={options}
          />
        ))}
        <Does>
          <Button kind="quiet">{say('choosing.reserves.save')}</Button>
        </Does>
      </Form>
    </Section>
  );
}

/** On or off at a press; once a count has proposed the set, with a reason on a page of its own. */
function Move({ view, seen }: { view: TablePageView; seen: Seen }) {
  const { say, fund, proposal } = view;
  const words = say(seen.itemId ? 'choosing.table.take' : 'choosing.table.put');
  if (proposal) return <a href={`/ballots/${proposal}/amendments/${seen.applicationId}`}>{words}</a>;
  const action = `/funds/${fund.id}/table/items${seen.itemId ? `/${seen.itemId}/removal` : ''}`;
  const fields = seen.itemId ? {} : { fields: { application: seen.applicationId } };
  return (
    <Form action={action} once={view.once()} {...fields}>
      <Button kind="small">{words}</Button>
    </Form>
  );
}

const firstPage = 40;

export function TablePage({ view }: { view: TablePageView }) {
  const { say, on, off, fund } = view;
  const mayMove = !view.decided && (view.roles.includes('member') || view.roles.includes('facilitator'));
  const listed = view.showAll ? off : off.slice(0, firstPage);
  return (
    <>
      <Title lede={say('choosing.table.lede')}>{say('choosing.table.title')}</Title>
      {view.refusal && <Note kind="no">{view.refusal}</Note>}
      {view.problem && <Problems problems={[{ field: 'because', words: view.problem }]} />}
      <Seats seats={Array.from({ length: view.members }, () => 'here' as const)} />
      <Gauge view={view} />
      <Links>
        <a href={`/funds/${fund.id}/ballot`}>{say('choosing.table.ballot')}</a>
        <a href={`/funds/${fund.id}/spread`}>{say('choosing.table.spread')}</a>
        <a href={`/funds/${fund.id}/record`}>{say('choosing.table.record')}</a>
      </Links>
      <Side
        wideAside
        aside={
          <>
            <Balance view={view} />
            <Consent view={view} />
          </>
        }
      >
        <Heading>{say('choosing.table.on', { count: on.length })}</Heading>
        <Small>{say('choosing.table.shuffled')}</Small>
        {on.length === 0 && <Empty>{say('choosing.table.empty')}</Empty>}
        <Rows>
          {on.map((seen) => (
            <Group
              key={seen.applicationId}
              say={say}
              seen={seen}
              members={view.members}
              does={mayMove && <Move view={view} seen={seen} />}
            />
          ))}
        </Rows>
        <Heading>{say('choosing.table.off')}</Heading>
        <Rows>
          {listed.map((seen) => (
            <Group
              key={seen.applicationId}
              say={say}
              seen={seen}
              members={view.members}
              does={mayMove && <Move view={view} seen={seen} />}
            />
          ))}
        </Rows>
        {listed.length < off.length && (
          <p>
            <a href="?all=1">{say('choosing.table.more')}</a>
          </p>
        )}
      </Side>
      <Reserves view={view} />
    </>
  );
}
