/** What needs you today, in sentences. */
import { Column, Row, Rows, Title } from '../ui/layout.tsx';
import { Empty } from '../ui/notes.tsx';
import type { Say } from '../words/speak.ts';
import type { Waiting } from './store.ts';
import type { words } from './words.ts';

export function DeskPage({
  say,
  name,
  waiting,
}: {
  say: Say<keyof typeof words>;
  name: string;
  waiting: readonly Waiting[];
}) {
  return (
    <Column>
      <Title lede={say('desk.hello', { name })}>{say('desk.title')}</Title>
      {waiting.length === 0 && <Empty>{say('desk.nothing')}</Empty>}
      <Rows>
        {waiting.map((each) => (
          <Row
            key={each.href + each.kind}
            title={say(`desk.waits.${each.kind}`, { count: each.count })}
            href={each.href}
          />
        ))}
      </Rows>
    </Column>
  );
}
