/** What happens later in reading: when someone steps back, another reader is found. */
import type { Job } from '../../platform/work.ts';
import { fundById } from '../pool/store.ts';
import { makePiles } from './actions.ts';

export const jobs: readonly Job[] = [
  {
    name: 'reading.fill',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (fund) await makePiles(work, fund, 1);
    },
  },
];
