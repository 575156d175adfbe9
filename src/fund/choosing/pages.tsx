/** Where readers were far apart, and the record of how it was decided. */
import { Amount } from '../../ui/facts.tsx';
import { Column, Quote, Row, Rows, Section, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import type { KnownAnswer, Round } from './rounds/store.ts';
import { totalOf } from './rules.ts';
import { Group, type Sayer } from './table-page.tsx';
import { isTalkedAbout, type Seen } from './view.ts';

export function SpreadPage({ say, all, members }: { say: Sayer; all: readonly Seen[]; members: number }) {
  const read = all.filter((seen) => seen.spread);
  const apart = read.filter(isTalkedAbout);
  const near = read.filter((seen) => !isTalkedAbout(seen));
  return (
    <Column>
      <Title lede={say('choosing.spread.lede')}>{say('choosing.spread.title')}</Title>
      {read.length === 0 && <Empty>{say('choosing.spread.none')}</Empty>}
      {[
        { title: say('choosing.spread.apart'), list: apart },
        { title: say('choosing.spread.near'), list: near },
      ].map(({ title, list }, index) =>
        list.length === 0 ? null : (
          <Section key={index} title={title}>
            <Rows>
              {list.map((seen) => (
                <Group key={seen.applicationId} say={say} seen={seen} members={members} />
              ))}
            </Rows>
          </Section>
        ),
      )}
    </Column>
  );
}

function named(say: Sayer, answer: KnownAnswer): string {
  return answer.shownAs === 'not listed' ? say.text('choosing.record.member') : answer.name;
}

/** `pence` is what this reader may see of the set: what is hidden from them is left out of the sum. */
export function RecordPage({
  say,
  rounds,
}: {
  say: Sayer;
  rounds: readonly { round: Round; visible: Round['laid']; answers: readonly KnownAnswer[] }[];
}) {
  return (
    <Column>
      <Title lede={say('choosing.record.lede')}>{say('choosing.record.title')}</Title>
      {rounds.length === 0 && <Empty>{say('choosing.record.none')}</Empty>}
      <Rows>
        {rounds.map(({ round, visible, answers }) => {
          const count = (word: string) => answers.filter((each) => each.answer === word).length;
          const kept = answers.filter((each) => each.keep && each.because !== '');
          return (
            <Row
              key={round.id}
              title={say('choosing.record.round', {
                n: round.place,
                items: visible.length,
                amount: <Amount pence={totalOf(visible)} />,
              })}
            >
              <p>
                {round.outcome === null
                  ? say('choosing.record.open')
                  : round.shownAt === null
                    ? say('choosing.record.changed')
                    : say(round.outcome === 'agreed' ? 'choosing.record.agreed' : 'choosing.record.not.agreed')}
              </p>
              {round.shownAt && (
                <p>
                  {say('choosing.record.counts', {
                    agree: count('agree'),
                    live: count('can-live-with'),
                    cannot: count('cannot'),
                  })}
                </p>
              )}
              {kept.map((each) => (
                <div key={each.personId}>
                  <Quote>{each.because}</Quote>
                  <p>{named(say, each)}</p>
                </div>
              ))}
            </Row>
          );
        })}
      </Rows>
    </Column>
  );
}
