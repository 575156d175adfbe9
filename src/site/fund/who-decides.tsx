/** Who decides, how, what happens when someone knows a group, and the published limits of the board. */
import type { Fund } from '../../fund/pool/store.ts';
import { Amount } from '../../ui/facts.tsx';
import { Facts, Heading, Row, Rows, Section, Title } from '../../ui/layout.tsx';
import type { Content } from '../../words/content.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';

type WhoView = {
  readonly say: Say<Extract<keyof typeof words, string>>;
  readonly content: Content;
  readonly fund: Fund;
  readonly members: { readonly names: readonly string[]; readonly unnamed: number };
  readonly funders: readonly { code: string; funder: string; pence: number }[];
};

export function WhoDecidesPage(view: WhoView) {
  const { say, content, fund, members } = view;
  const { co_creation_group: group, conflicts } = fund.design;
  return (
    <>
      <Title lede={say('site.who.lede')}>{say('site.who.title')}</Title>
      <Section title={say('site.who.group')} id="group">
        <Members say={say} members={members} />
        <Heading level={3}>{say('site.who.agreed')}</Heading>
        <ContentList content={content} prefix="agreement" items={group.agreement} />
      </Section>
      <Section title={say('site.who.how')} id="how">
        <ul>
          <li>{say('site.who.how.readers')}</li>
          <li>{say('site.who.how.quorum', { n: conflicts.minimum_free_members_to_decide })}</li>
          <li>{say('site.who.how.consent')}</li>
          <li>{say('site.who.how.dissent')}</li>
          <li>{say('site.who.how.staff')}</li>
        </ul>
      </Section>
      <Section title={say('site.who.links')} id="links">
        <Links {...view} />
      </Section>
      <Section title={say('site.who.board')} id="board">
        <Board {...view} />
      </Section>
      <Section title={say('site.who.gave')} id="gave">
        <p>{say('site.who.gave.how')}</p>
        <Funders {...view} />
      </Section>
    </>
  );
}

function Members({ say, members: { names, unnamed } }: Pick<WhoView, 'say' | 'members'>) {
  const count = names.length + unnamed;
  if (count === 0) return <p>{say('site.who.forming')}</p>;
  return (
    <>
      <p>{say('site.who.count', { n: count })}</p>
      {names.length === 0 ? (
        <p>{say('site.who.nobody-named')}</p>
      ) : (
        <p>
          {names.join(', ')}. {unnamed > 0 && say('site.who.unnamed', { n: unnamed })}
        </p>
      )}
    </>
  );
}

function ContentList({ content, prefix, items }: { content: Content; prefix: string; items: readonly string[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        <li key={item}>{content(`${prefix}.${index}`, item)}</li>
      ))}
    </ul>
  );
}

const does = ['site.who.links.0', 'site.who.links.1', 'site.who.links.2', 'site.who.links.3'] as const;

function Links({ say, content, fund }: WhoView) {
  return (
    <>
      <p>{say('site.who.links.why')}</p>
      <Rows>
        {fund.design.conflicts.levels.map(({ level, name, examples }) => (
          <Row key={level} title={content(`conflicts.${level}.name`, name)}>
            <p>{say(does[level] ?? does[3])}</p>
            {examples !== undefined && (
              <p class="soft">
                {say('site.who.links.examples', {
                  examples: examples
                    .map((example, index) => content.text(`conflicts.${level}.example.${index}`, example))
                    .join(', '),
                })}
              </p>
            )}
          </Row>
        ))}
      </Rows>
    </>
  );
}

function Board({ say, content, fund }: WhoView) {
  const { board_may: may, refusal_grounds: grounds, board_may_not: mayNot } = fund.design.fund.fiscal_host;
  return (
    <>
      <p>{say('site.who.board.why', { host: fund.hostName })}</p>
      <Heading level={3}>{say('site.who.board.may')}</Heading>
      <ContentList content={content} prefix="board.may" items={may} />
      <Heading level={3}>{say('site.who.board.grounds')}</Heading>
      <ContentList content={content} prefix="board.ground" items={grounds} />
      <Heading level={3}>{say('site.who.board.may-not')}</Heading>
      <ContentList content={content} prefix="board.may_not" items={mayNot} />
    </>
  );
}

function Funders({ funders }: WhoView) {
  return (
    <Facts
      wide
      items={funders.map(({ funder, pence }) => ({ label: <bdi>{funder}</bdi>, words: <Amount pence={pence} /> }))}
    />
  );
}
