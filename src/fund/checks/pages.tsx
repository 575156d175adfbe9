/** The desk of the checks: the list of chosen groups, and three words each for members. */
import { Amount } from '../../ui/facts.tsx';
import { Row, Rows, Tag, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import { wordForMembers } from './rules.ts';
import type { Chosen } from './store.ts';
import type { words } from './words.ts';

export type CheckSay = Say<keyof typeof words>;
export type Listed = { readonly chosen: Chosen; readonly looked: number; readonly of: number };

export function ResultTag({ say, result }: { say: CheckSay; result: Chosen['result'] }) {
  if (result === null) return <Tag icon="clock">{say('checks.word.looking')}</Tag>;
  const good = result === 'clear';
  return (
    <Tag icon={good ? 'tick' : 'speech'} kind={good ? 'ok' : 'mind'}>
      {say(`checks.result.${result}`)}
    </Tag>
  );
}

export function ListPage({ say, listed }: { say: CheckSay; listed: readonly Listed[] }) {
  const settled = listed.filter(({ chosen }) => chosen.result !== null).length;
  return (
    <>
      <Title step={say('checks.count', { settled, n: listed.length })} lede={say('checks.why')}>
        {say('checks.title')}
      </Title>
      {listed.length === 0 && <Empty>{say('checks.none')}</Empty>}
      <Rows>
        {listed.map(({ chosen, looked, of }) => (
          <Row
            key={chosen.applicationId}
            title={chosen.groupName}
            href={`/checks/${chosen.applicationId}`}
            aside={<Amount pence={chosen.pence} />}
          >
            <p class="small soft">
              {chosen.reference} · {say('checks.looked', { n: looked, of })}
            </p>
            <ResultTag say={say} result={chosen.result} />
          </Row>
        ))}
      </Rows>
    </>
  );
}

/** For members: how each chosen group is shown, and one of three words. */
export function MembersPage({ say, chosen }: { say: CheckSay; chosen: readonly Chosen[] }) {
  return (
    <>
      <Title lede={say('checks.members.why')}>{say('checks.members.title')}</Title>
      {chosen.length === 0 && <Empty>{say('checks.none')}</Empty>}
      <Rows>
        {chosen.map((each) => {
          const word = wordForMembers(each.result);
          return (
            <Row key={each.applicationId} title={each.shownAs}>
              <Tag icon={word === 'clear' ? 'tick' : word === 'looking' ? 'clock' : 'speech'}>
                {say(`checks.word.${word}`)}
              </Tag>
            </Row>
          );
        })}
      </Rows>
    </>
  );
}
