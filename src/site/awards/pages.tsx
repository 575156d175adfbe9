/** Where the money goes: awards in the words and with the facts that each group agreed to. */
import { type ComponentChildren, Fragment } from 'preact';
import { regions } from '../../forms/place.ts';
import type { words as formWords } from '../../forms/words.ts';
import { tierNames } from '../../fund/pool/design.ts';
import type { Fund } from '../../fund/pool/store.ts';
import { Amount, Ltr } from '../../ui/facts.tsx';
import { Row, Rows, Soft, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import { day, money } from '../../words/amounts.ts';
import type { Content } from '../../words/content.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';
import type { AwardsList, PublicAward } from './rules.ts';

export type AwardsView = {
  readonly say: Say<Extract<keyof typeof words | keyof typeof formWords, string>>;
  readonly content: Content;
  readonly fund: Fund;
  readonly list: AwardsList;
  /** When everyone hears, as long as that day has not come. */
  readonly hears: Date | null;
};

export function AwardsPage({ say, content, fund, list, hears }: AwardsView) {
  const help = { person: fund.design.help.person, phone: <Ltr>{fund.design.help.phone}</Ltr> };
  const data = (inside: ComponentChildren) => <a href="/open-data">{inside}</a>;
  const awards = [...list.named, ...list.unnamed];
  if (awards.length === 0) {
    return (
      <>
        <Title>{say('site.awards.title')}</Title>
        <Empty>
          {say('site.awards.none')}{' '}
          {hears !== null && say('site.awards.when', { when: day(say.lang, hears, fund.zone) })}
        </Empty>
      </>
    );
  }
  return (
    <>
      <Title lede={say('site.awards.lede')}>{say('site.awards.title')}</Title>
      <Rows>
        {awards.map((award) => (
          <Award key={award.applicationId} {...{ say, content, fund, award }} />
        ))}
      </Rows>
      <p>{say('site.awards.sum', { sum: money(say.lang, list.shownPence) })}</p>
      <p>{say('site.awards.hide', help)}</p>
      <Soft>{say('site.awards.data', {}, { link: data })}</Soft>
    </>
  );
}

function Award({ say, content, fund, award }: Omit<AwardsView, 'list' | 'hears'> & { award: PublicAward }) {
  const tier = tierNames.find((each) => each === award.tier);
  const region = award.region === award.place || award.region === null ? null : regionWords(say, award.region);
  const size = tier === undefined ? null : content(`tier.${tier}.label`, fund.design.tiers[tier].label);
  const facts = [size, award.place, region].filter((fact) => fact !== null);
  return (
    <Row
      title={award.name === null ? say('site.awards.private') : <bdi>{award.name}</bdi>}
      aside={award.pence === null ? undefined : <Amount pence={award.pence} big />}
    >
      {facts.length > 0 && (
        <p class="soft">
          {facts.map((fact, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      {award.purpose !== null && <p dir="auto">{award.purpose}</p>}
    </Row>
  );
}

function regionWords(say: AwardsView['say'], region: string): string {
  const known = regions.find((each) => each.value === region);
  return known ? say.text(known.key) : region;
}
