/** Figures, costs of rules, goals and prices of a plan, folded away for whoever wants to check it. */
import type { ReadersPlan } from '../../../../../packages/matching/src/index.ts';
import { Facts, Fold, Heading, Links } from '../../../../ui/layout.tsx';
import { plainNumber } from '../../../../words/amounts.ts';
import { hasRead } from './question.ts';
import { named, type PlanView } from './view.tsx';

export function Proof({ view, answer }: { view: PlanView; answer: ReadersPlan }) {
  const { say, fundId, plan, standing } = view;
  const number = (value: number) => plainNumber(say.lang, value);
  // That nobody reads the same twice is no rule that anyone would weigh.
  const costs = answer.costs.filter((cost) => cost.rule !== `Exclusions for ${hasRead}`);
  return (
    <Fold summary={say('reading.plan.check')}>
      <Facts
        items={[
          { label: say('reading.plan.readings'), words: number(view.pairs.length) },
          {
            label: say('reading.plan.total'),
            words: say('reading.plan.of', { total: number(standing.total), bound: number(answer.bound) }),
          },
          { label: say('reading.plan.worst'), words: number(standing.worst) },
          { label: say('reading.plan.seed'), words: plan?.seed ?? '' },
        ]}
      />
      <Heading line={false}>{say('reading.plan.costs')}</Heading>
      {costs.every((cost) => cost.total === 0) && <p>{say('reading.plan.costs.none')}</p>}
      <ul>
        {costs.map((cost) => (
          <li key={cost.rule}>{named(view, cost.words)}</li>
        ))}
      </ul>
      <Heading line={false}>{say('reading.plan.sure')}</Heading>
      <p>{say('reading.plan.sure.hint')}</p>
      <ul>
        {answer.stages.map((stage) => (
          <li key={stage.goal}>
            {say(`reading.plan.goal.${stage.goal}`, { value: number(stage.value) })}{' '}
            {stage.goal !== 'tie' &&
              say(stage.proven ? 'reading.plan.goal.proven' : 'reading.plan.goal.near', {
                bound: number(stage.bound),
              })}
          </li>
        ))}
      </ul>
      <Links>
        <a href={`/funds/${fundId}/piles/proof`}>{say('reading.plan.proof')}</a>
      </Links>
    </Fold>
  );
}
