/** The page when someone wants to write in answers that are already with us. */
import { Links, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { Here } from '../here.ts';

export function SentAlready({ here }: { here: Here }) {
  const { say, path, fund } = here;
  return (
    <>
      <Title line={false}>{say('applications.sent-already.title')}</Title>
      <Note kind="no">
        <p>
          {say('applications.sent-already.why', { person: fund.design.help.person, phone: fund.design.help.phone })}
        </p>
      </Note>
      <Links>
        <a href={`${path}/receipt`}>{say('applications.see-receipt')}</a> <a href={path}>{say('applications.home')}</a>
      </Links>
    </>
  );
}
