/** The plan in a few plain sentences, each from its own figures. */
import { plainNumber } from '../../../../words/amounts.ts';
import type { Range } from './figures.ts';
import type { PlanView } from './view.tsx';

export function Plain({ view }: { view: PlanView }) {
  const { say, plan } = view;
  const { figures } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  const amount = ({ least, most }: Range) =>
    least === most
      ? number(least)
      : say.text(most === least + 1 ? 'reading.plan.or' : 'reading.plan.between', {
          least: number(least),
          most: number(most),
        });
  const { applications: count, each } = figures;
  // A plan of the second step is about one more reader each, which its own sentence says.
  const first = plan?.step === 1;
  return (
    <>
      <p>
        {first &&
          (each.least === each.most
            ? say('reading.plan.plain.readers', { count, each: each.least })
            : say('reading.plan.plain.readers.range', { count, amount: amount(each) }))}{' '}
        {figures.everyone
          ? say('reading.plan.plain.loads', { amount: amount(figures.loads) })
          : say('reading.plan.plain.loads.some', { people: figures.people, amount: amount(figures.loads) })}{' '}
        {first && figures.otherLanguage > 0 && figures.unread === 0 && say('reading.plan.plain.languages')}
      </p>
      {first && figures.unread > 0 && <p>{say('reading.plan.plain.languages.some', { count: figures.unread })}</p>}
      {figures.full > 0 && <p>{say('reading.plan.plain.full', { count: figures.full })}</p>}
    </>
  );
}
