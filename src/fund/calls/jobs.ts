/** What happens later around the call: when the people of a fund change, a question to the group is counted again. */
import type { Job } from '../../platform/work.ts';
import { fundById } from '../pool/store.ts';
import { countAgain } from './hours/actions.ts';

export const jobs: readonly Job[] = [
  {
    // Told by people/team, which knows nothing of calls.
    name: 'people.changed',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (fund) await countAgain(work, fund);
    },
  },
];
