/** Letters and signatures at a glance, for the team: make them, see who signed, sign for the host. */
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { Amount, Day } from '../../../ui/facts.tsx';
import { Links, Row, Rows, Tag, Title } from '../../../ui/layout.tsx';
import { Empty, Note } from '../../../ui/notes.tsx';
import type { Say } from '../../../words/speak.ts';
import type { Listed } from './store.ts';
import type { words } from './words.ts';

export type ListSay = Say<keyof typeof words>;
type ListProps = {
  readonly say: ListSay;
  readonly once: () => string;
  readonly fundId: string;
  readonly zone: string;
  readonly grants: readonly Listed[];
  readonly notSigned?: boolean;
};

const ready = (grant: Listed) =>
  grant.madeAt === null && (grant.result === 'clear' || grant.result === 'clear-with-plan');

export function LettersPage({ say, once, fundId, zone, grants, notSigned }: ListProps) {
  const waiting = grants.filter(ready).length;
  return (
    <>
      <Title>{say('letters.title')}</Title>
      {notSigned === true && <Note kind="no" title={say('letters.not-signed')} />}
      {grants.length === 0 && <Empty>{say('letters.none')}</Empty>}
      {waiting > 0 && (
        <Note kind="care" title={say('letters.ready', { n: waiting })}>
          <p>{say('letters.why')}</p>
          <Form action={`/funds/${fundId}/agreements`} once={once()}>
            <Does>
              <Button>{say('letters.make', { n: waiting })}</Button>
            </Does>
          </Form>
        </Note>
      )}
      <Rows>
        {grants.map((grant) => (
          <Row key={grant.applicationId} title={grant.groupName} aside={<Amount pence={grant.awardedPence} />}>
            <p class="small soft">{grant.reference}</p>
            <Steps say={say} zone={zone} grant={grant} />
            {grant.groupSigned !== null && grant.hostSigned === null && (
              <Form action={`/grants/${grant.applicationId}/countersignature`} once={once()}>
                <Button kind="small">{say('letters.sign')}</Button>
              </Form>
            )}
          </Row>
        ))}
      </Rows>
      <Links>
        <a href={`/funds/${fundId}/payments`}>{say('letters.payments')}</a>
      </Links>
    </>
  );
}

function Steps({ say, zone, grant }: { say: ListSay; zone: string; grant: Listed }) {
  const on = (at: Date) => ({ day: <Day at={at} zone={zone} /> });
  if (grant.madeAt === null) return ready(grant) ? null : <Tag icon="clock">{say('letters.checks')}</Tag>;
  if (grant.groupSigned === null)
    return (
      <Tag icon="letter">
        {say('letters.made', on(grant.madeAt))}. {say('letters.group.not')}
      </Tag>
    );
  return (
    <>
      <Tag icon="tick" kind="ok">
        {say('letters.group', on(grant.groupSigned))}
      </Tag>
      {grant.hostSigned !== null && (
        <Tag icon="tick" kind="ok">
          {say('letters.host', on(grant.hostSigned))}
        </Tag>
      )}
    </>
  );
}
