/** The page of hours: what reading would take, what people offered, and whether a call may open on it. */
import type { Forecast } from '../../../../../packages/matching/src/index.ts';
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Column, Facts, Small, Title } from '../../../../ui/layout.tsx';
import { Note } from '../../../../ui/notes.tsx';
import { Load } from '../../../../ui/pictures/load.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import type { Design } from '../../../pool/design.ts';
import type { PilesSayer } from '../page.tsx';

export type ForecastView = {
  say: PilesSayer;
  fundId: string;
  once: string;
  model: Design['capacity_model'];
  members: number;
  expected: Forecast;
  mayOpen: boolean;
  /** The day the group said yes to this much, when it had to. */
  confirmed: string | null;
  mayConfirm: boolean;
};

export function ForecastPage({ view }: { view: ForecastView }) {
  const { say, model, expected } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  return (
    <Column>
      <Title lede={say('reading.forecast.lede')}>{say('reading.forecast.title')}</Title>
      <Load needed={Math.round(expected.needed)} offered={Math.round(expected.offered)} />
      <p>
        {Number.isFinite(expected.share)
          ? say('reading.forecast.share', { percent: number(Math.round(expected.share * 100)) })
          : say('reading.forecast.nothing')}
      </p>
      <Note kind={view.mayOpen ? 'done' : 'gap'}>
        {say(view.mayOpen ? 'reading.forecast.may' : 'reading.forecast.may.not')}
        {view.confirmed && <p>{say('reading.forecast.confirmed', { day: view.confirmed })}</p>}
      </Note>
      {!view.mayOpen && view.mayConfirm && (
        <Form action={`/funds/${view.fundId}/forecast`} once={view.once}>
          <Small>{say('reading.forecast.confirm.hint')}</Small>
          <Does>
            <Button>{say('reading.forecast.confirm')}</Button>
          </Does>
        </Form>
      )}
      <Facts
        items={[
          { label: say('reading.forecast.expected'), words: number(model.expected_applications) },
          { label: say('reading.forecast.each'), words: number(model.readers_per_application) },
          { label: say('reading.forecast.minutes'), words: number(model.reading_minutes_each) },
          { label: say('reading.forecast.members'), words: number(view.members) },
          { label: say('reading.forecast.hours'), words: number(model.reading_hours_per_member) },
          { label: say('reading.forecast.even'), words: number(expected.readsEach) },
          { label: say('reading.forecast.carries'), words: number(expected.carries) },
        ]}
      />
    </Column>
  );
}
