/** After signing: who signed, money on its way and its thumbs-up, and a way to change the bank details. */
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { Day } from '../../../ui/facts.tsx';
import { Fold, Small } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import { money as pounds } from '../../../words/amounts.ts';
import { BankBoxes } from './boxes.tsx';
import type { LetterProps } from './letter.ts';

export function Afterwards(props: LetterProps) {
  const { say, signatures, letter, zone, money, payee } = props;
  const group = signatures.find((each) => each.side === 'group');
  const host = signatures.find((each) => each.side === 'host');
  const none = money.every((each) => each.releasedAt === null);
  return (
    <>
      <Note kind="done" title={say('grants.signed')}>
        {group && <p>{say('grants.signed.by', { name: group.signed_as, day: <Day at={group.at} zone={zone} /> })}</p>}
        {host && (
          <p>
            {say('grants.signed.host', {
              name: host.signed_as,
              host: letter.host,
              day: <Day at={host.at} zone={zone} />,
            })}
          </p>
        )}
        {none && <p>{say('grants.signed.next')}</p>}
        {payee?.rung_at && <p>{say('grants.rung', { day: <Day at={payee.rung_at} zone={zone} /> })}</p>}
      </Note>
      <OnItsWay {...props} />
      <ChangeBank {...props} />
    </>
  );
}

function OnItsWay({ say, once, path, money }: LetterProps) {
  const released = money.filter((each) => each.releasedAt !== null);
  const out = released.filter((each) => each.landedAt === null);
  if (released.length === 0) return null;
  if (out.length === 0) return <Note kind="done" title={say('grants.landed.done')} />;
  const sum = out.reduce((all, each) => all + each.pence + each.feePence, 0);
  return (
    <Note kind="care" title={say('grants.way', { sum: pounds(say.lang, sum) })}>
      <p>{say('grants.landed.ask')}</p>
      <Form action={`${path}/landed`} once={once()}>
        <Does>
          <Button>{say('grants.landed.do')}</Button>
        </Does>
      </Form>
    </Note>
  );
}

function ChangeBank({ say, once, path, letter, payee, problems = [], typed }: LetterProps) {
  if (payee === null) return null;
  return (
    <Fold summary={say('grants.bank.change')} open={problems.length > 0}>
      <Problems
        problems={problems.map((each) => ({
          field: each.field,
          words: say(`grants.problem.${each.code}` as 'grants.problem.agree'),
        }))}
      />
      <p>{say('grants.bank.now', { end: payee.account_number.slice(-3), name: payee.account_name })}</p>
      <Small>{say('grants.bank.change.why')}</Small>
      <Form action={`${path}/bank`} once={once()}>
        <BankBoxes say={say} sponsor={letter.sponsor} payee={payee} problems={problems} typed={typed} />
        <Does>
          <Button kind="quiet">{say('grants.bank.change.do')}</Button>
        </Does>
      </Form>
    </Fold>
  );
}
