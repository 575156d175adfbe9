/** Why a count came out as it did for one application, in sentences: on the group's page and in the applicant's own letter. */
import { Amount } from '../../../ui/facts.tsx';
import type { Say } from '../../../words/speak.ts';
import type { SeenWhy } from './store.ts';
import type { words } from './words.ts';

type Sayer = Say<Extract<keyof typeof words, `choosing.why.${string}`>>;

export function Sentences({ say, why }: { say: Sayer; why: Pick<SeenWhy, 'chosen' | 'figures'> }) {
  const { figures: f, chosen } = why;
  const support =
    f.from === f.to
      ? say('choosing.why.support', { n: f.to, of: f.couldVote })
      : say('choosing.why.support.band', { from: f.from, to: f.to, of: f.couldVote });
  if (chosen)
    return (
      <p>
        {f.round !== null
          ? say('choosing.why.round', { round: f.round })
          : say(f.byFill ? 'choosing.why.fill' : 'choosing.why.funded')}{' '}
        {support}{' '}
        {f.round !== null &&
          (f.eachPence !== null
            ? say('choosing.why.each', { amount: <Amount pence={f.eachPence} /> })
            : say('choosing.why.points'))}{' '}
        {f.hadLess > 0 && say('choosing.why.less', { n: f.hadLess })}
      </p>
    );
  return (
    <p>
      {f.leftPence !== null
        ? say('choosing.why.left', { left: <Amount pence={f.leftPence} />, cost: <Amount pence={f.costPence} /> })
        : say('choosing.why.not')}{' '}
      {support} {f.moreSupporters !== null && say('choosing.why.more', { n: f.moreSupporters })}{' '}
      {f.lessPence !== null && say('choosing.why.lower', { amount: <Amount pence={f.lessPence} /> })}
    </p>
  );
}
