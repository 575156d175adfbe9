/** What happens later in reading: a plan is worked out, and when somebody's reading ends another reader is found. */
import type { Job } from '../../platform/work.ts';
import { fundById } from '../pool/store.ts';
import { fillPiles, handOn } from './piles/filling.ts';
import { settlePlan, workOutPlan } from './piles/plans/working.ts';

export const jobs: readonly Job[] = [
  {
    // Asked for by somebody of the team from whom a group is hidden.
    name: 'reading.fill',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (fund) await fillPiles(work, fund);
    },
  },
  {
    // Told by people/links, and by calls when the people of a fund change; neither knows of readings. And by a step back.
    name: 'readers.changed',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (fund) await handOn(work, fund, data.application ? [String(data.application)] : []);
    },
  },
  {
    name: 'reading.match',
    // Seconds of solving hold no transaction: the plan is worked out first, then what was found is kept.
    outside: (db, data) => workOutPlan(db, String(data.plan)),
    run: (work, data) => settlePlan(work, String(data.plan)),
  },
];
