/** The fund's first page: is it open, how much, who decides, where we are, what is in the pot, and an invitation. */
import type { ComponentChildren } from 'preact';
import { TierPlates } from '../../fund/calls/pack/pages.tsx';
import type { OpenCall } from '../../fund/calls/store.ts';
import type { words as callWords } from '../../fund/calls/words.ts';
import type { Fund } from '../../fund/pool/store.ts';
import { ButtonLink, Does } from '../../ui/controls.tsx';
import { DayTime } from '../../ui/facts.tsx';
import { Band, Facts, Half, Heading, Links, Section, Sheet, Side, Soft, Tag, Title, Wrap } from '../../ui/layout.tsx';
import { Note } from '../../ui/notes.tsx';
import { Pot } from '../../ui/pictures/pot.tsx';
import { Scene } from '../../ui/pictures/scene.tsx';
import { Seats } from '../../ui/pictures/seats.tsx';
import { Timeline } from '../../ui/pictures/timeline.tsx';
import { day, dayAndTime, money } from '../../words/amounts.ts';
import type { Content } from '../../words/content.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';
import { aboutHowMany, type FundState, type ShownPhase } from './rules.ts';
import { PhaseDays } from './when.tsx';

export type FundView = {
  readonly say: Say<Extract<keyof typeof words | keyof typeof callWords, string>>;
  readonly content: Content;
  readonly fund: Fund;
  readonly call: OpenCall | null;
  readonly state: FundState;
  readonly phases: readonly ShownPhase[];
  readonly hears: Date | null;
  readonly funders: readonly { funder: string; pence: number }[];
  readonly members: { readonly names: readonly string[]; readonly unnamed: number };
};

const asking = (state: FundState) => state !== 'closed' && state !== 'told';

export function FundPage(view: FundView) {
  return (
    <>
      <Scene />
      <Wrap>
        <Section>
          <Side aside={<Glance {...view} />} label={view.fund.name}>
            <Opening {...view} />
          </Side>
        </Section>
        <HowMuch {...view} />
      </Wrap>
      <Band>
        <WhoDecides {...view} />
      </Band>
      <Wrap>
        <Where {...view} />
        <ThePot {...view} />
        {asking(view.state) && <ComeAndAsk {...view} />}
      </Wrap>
    </>
  );
}

function Opening({ say, content, fund, call, state, hears }: FundView) {
  const { strapline, plain_summary: summary } = fund.design.fund;
  const questions = fund.design.application_form.questions.length;
  return (
    <>
      <Tag icon="clock">{stateWords(say, fund, call, state, hears)}</Tag>
      <Title lede={content('fund.summary', summary)}>{content('fund.strapline', strapline)}</Title>
      {call?.moved && asking(state) && (
        <Note kind="care">
          {say('site.fund.moved', { from: day(say.lang, call.moved.fromAt, fund.zone), why: call.moved.why })}
        </Note>
      )}
      <Does>
        {asking(state) && <ButtonLink href={`/funds/${fund.id}/fit`}>{say('site.fund.fit')}</ButtonLink>}
        {state === 'told' && <ButtonLink href={`/funds/${fund.id}/awards`}>{say('site.fund.awards')}</ButtonLink>}
        <ButtonLink href={`/funds/${fund.id}/questions`} kind="quiet">
          {say('site.fund.questions', { n: questions })}
        </ButtonLink>
      </Does>
      {asking(state) ? (
        <Soft>{say('site.fund.no-account')}</Soft>
      ) : (
        <p>{say('site.fund.waiting', {}, { link: (inside) => <a href="/open">{inside}</a> })}</p>
      )}
    </>
  );
}

function stateWords(
  say: FundView['say'],
  fund: Fund,
  call: OpenCall | null,
  state: FundState,
  hears: Date | null,
): ComponentChildren {
  if (state === 'told') return say('site.fund.told');
  if (state === 'planned') return say('site.fund.planned');
  if (call === null || (state === 'closed' && hears === null)) return say('site.fund.closed-plain');
  if (state === 'closed') return say('site.fund.closed', { when: day(say.lang, hears ?? call.closesAt, fund.zone) });
  const at = state === 'before' ? call.opensAt : call.closesAt;
  return say(`site.fund.${state}`, { when: <DayTime at={at} zone={fund.zone} /> });
}

function Glance({ say, fund, state, hears, funders, members }: FundView) {
  const { seed, weave } = fund.design.tiers;
  const count = members.names.length + members.unnamed;
  const items = [
    {
      label: say('site.fund.glance.ask'),
      words: say('site.fund.span', {
        from: money(say.lang, seed.min_gbp * 100),
        to: money(say.lang, weave.max_gbp * 100),
      }),
    },
    { label: say('site.fund.glance.gives'), words: say('site.fund.funders', { n: funders.length }) },
    {
      label: say('site.fund.glance.decides'),
      words: count === 0 ? say('site.who.forming') : say('site.fund.deciders', { n: count }),
    },
  ];
  if (hears !== null && state !== 'told') {
    const when = day(say.lang, hears, fund.zone);
    items.push({ label: say('site.fund.glance.hear'), words: say('site.fund.reasons', { when }) });
  }
  return <Facts items={items} />;
}

function HowMuch(view: FundView) {
  const { say, fund } = view;
  const asks = fund.design.capacity_model.expected_applications;
  const grants = aboutHowMany(fund.design.tiers, fund.grantsPence);
  return (
    <Section title={say('site.fund.how-much')} id="how-much" line>
      <TierPlates {...view} brief />
      {asking(view.state) && <p>{say('site.fund.odds', { asks, grants })}</p>}
    </Section>
  );
}

function WhoDecides({ say, fund, members }: FundView) {
  const seats = Array.from({ length: members.names.length + members.unnamed }, () => 'here' as const);
  return (
    <>
      <Heading line>{say('site.fund.who')}</Heading>
      <Half>
        <div>
          <p>{say('site.fund.who.group')}</p>
          <p>{say('site.fund.who.board', { host: fund.hostName })}</p>
          <Links>
            <a href={`/funds/${fund.id}/who-decides`}>{say('site.fund.who.more')}</a>
          </Links>
        </div>
        {seats.length === 0 ? (
          <p>{say('site.who.forming')}</p>
        ) : (
          <Seats seats={seats}>
            {members.names.length === 0
              ? say('site.who.nobody-named')
              : say('site.fund.who.names', { n: members.unnamed, names: members.names.join(', ') })}
          </Seats>
        )}
      </Half>
    </>
  );
}

function Where({ say, content, fund, call, phases }: FundView) {
  const year = (call?.closesAt ?? phases[0]?.startsAt)?.getUTCFullYear();
  const daysOf = (phase: ShownPhase) =>
    phase.number === 2 && call !== null ? (
      say('site.fund.span', {
        from: day(say.lang, call.opensAt, fund.zone),
        to: dayAndTime(say.lang, call.closesAt, fund.zone),
      })
    ) : (
      <PhaseDays say={say} phase={phase} zone={fund.zone} year={year} />
    );
  return (
    <Section title={say('site.fund.where')} id="where" line>
      <Timeline
        label={say.text('site.fund.where')}
        wide
        steps={phases.map((phase) => ({
          label: content(`${phase.code}.phase`, phase.name),
          ...(phase.dated && { when: daysOf(phase) }),
          state: phase.state,
        }))}
      />
    </Section>
  );
}

function ThePot({ say, fund, funders }: FundView) {
  const { grants_pct: share } = fund.design.pool.split;
  return (
    <Section title={say('site.fund.pot', { sum: money(say.lang, fund.totalPence) })} id="pot" line>
      <p>
        {say('site.fund.pot.split', { of: money(say.lang, share * 100), grants: money(say.lang, fund.grantsPence) })}{' '}
        {share < 100 && say('site.fund.pot.rest')}
      </p>
      <Pot
        title={say.text('site.fund.pot.title')}
        total={fund.totalPence}
        blocks={funders.map(({ funder, pence }) => ({ label: funder, pence }))}
      />
    </Section>
  );
}

function ComeAndAsk({ say, content, fund }: FundView) {
  return (
    <Sheet call>
      <Heading line>{say('site.fund.ask')}</Heading>
      <p>
        {content('promise', fund.design.application_form.promise)} {say('site.fund.ask.how')}
      </p>
      <p>{say('site.fund.ask.never')}</p>
      <Does>
        <ButtonLink href={`/funds/${fund.id}/fit`}>{say('site.fund.fit')}</ButtonLink>
        <ButtonLink href="/help" kind="quiet">
          {say('site.fund.ask.ring')}
        </ButtonLink>
      </Does>
    </Sheet>
  );
}
