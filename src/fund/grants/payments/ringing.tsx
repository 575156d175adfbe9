/** Ringing back: for finance officers only, the number held since the application and the digits to hear. */
import { Button, Check, Does, Form } from '../../../ui/controls.tsx';
import { Day, Ltr } from '../../../ui/facts.tsx';
import { Facts, Heading } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { RunProps } from './run.ts';
import type { ToRing } from './store.ts';

const dashed = (sortCode: string) => sortCode.replace(/(\d\d)(?=\d)/g, '$1-');

export function Ringing(props: RunProps) {
  const { say, toRing, finance } = props;
  if (toRing.length === 0) return null;
  if (!finance) return <Note kind="no" title={say('payments.ring.finance', { n: toRing.length })} />;
  return (
    <>
      <Heading>{say('payments.ring')}</Heading>
      <p>{say('payments.ring.why')}</p>
      {toRing.map((payee) => (
        <OneCall key={payee.applicationId} {...props} payee={payee} />
      ))}
    </>
  );
}

function OneCall({ say, once, zone, payee }: RunProps & { payee: ToRing }) {
  return (
    <Note kind="no" title={`${payee.groupName} · ${payee.reference}`}>
      <Facts
        items={[
          {
            label: say('payments.ring.number'),
            words: payee.phone === null ? say('payments.ring.none') : <Ltr>{payee.phone}</Ltr>,
          },
          { label: say('payments.ring.account'), words: payee.accountName },
          { label: say('payments.ring.sort'), words: <Ltr>{dashed(payee.sortCode)}</Ltr> },
          { label: say('payments.ring.digits'), words: <Ltr>{payee.accountNumber}</Ltr> },
          { label: say('payments.ring.given'), words: <Day at={payee.givenAt} zone={zone} /> },
        ]}
      />
      <Form action={`/payments/payees/${payee.applicationId}/ring`} once={once()}>
        <Check name="heard" id={`f-heard-${payee.applicationId}`} label={say('payments.ring.heard')} />
        <Does>
          <Button kind="quiet" icon="phone">
            {say('payments.ring.do')}
          </Button>
        </Does>
      </Form>
    </Note>
  );
}
