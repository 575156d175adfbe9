/** What happens later in reading: a plan is worked out, and when someone steps back another reader is found. */
import type { Job } from '../../platform/work.ts';
import { fundById } from '../pool/store.ts';
import { fillPiles } from './piles/filling.ts';
import { workOutPlan } from './piles/plans/actions.ts';

export const jobs: readonly Job[] = [
  {
    name: 'reading.fill',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (fund) await fillPiles(work, fund);
    },
  },
  {
    name: 'reading.match',
    run: (work, data) => workOutPlan(work, String(data.plan)),
  },
];
