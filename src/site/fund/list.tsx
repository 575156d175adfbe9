/** The first page of a house with several funds, or with none yet. */
import { Row, Rows, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';

type FundsView = {
  readonly say: Say<Extract<keyof typeof words, string>>;
  readonly funds: readonly { readonly id: string; readonly name: string }[];
};

export function FundsPage({ say, funds }: FundsView) {
  if (funds.length === 0) {
    return (
      <>
        <Title>{say('site.funds.title')}</Title>
        <Empty>{say('site.funds.none')}</Empty>
      </>
    );
  }
  return (
    <>
      <Title lede={say('site.funds.lede')}>{say('site.funds.title')}</Title>
      <Rows>
        {funds.map((fund) => (
          <Row key={fund.id} title={<bdi>{fund.name}</bdi>} href={`/funds/${fund.id}`} />
        ))}
      </Rows>
    </>
  );
}
