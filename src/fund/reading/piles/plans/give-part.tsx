/** The way on where no plan can be had: what can be given is given, and the rest waits. */
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Small } from '../../../../ui/layout.tsx';
import type { PilesSayer } from '../words.ts';

export function GivePart({ say, fundId, once }: { say: PilesSayer; fundId: string; once: string }) {
  return (
    <Form action={`/funds/${fundId}/piles/filling`} once={once}>
      <Does>
        <Button kind="quiet">{say('reading.plan.part')}</Button>
      </Does>
      <Small>{say('reading.plan.part.hint')}</Small>
    </Form>
  );
}
