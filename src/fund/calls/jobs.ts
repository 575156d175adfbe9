/** What happens later around the call: when the people of a fund change, a question to the group is counted again, and readers are looked for. */
import type { Job } from '../../platform/work.ts';
import { fundById } from '../pool/store.ts';
import { countAgain } from './hours/actions.ts';

export const jobs: readonly Job[] = [
  {
    // Told by people/team, which knows nothing of calls.
    name: 'people.changed',
    async run(work, data) {
      const fund = await fundById(work.tx, String(data.fund));
      if (!fund) return;
      await countAgain(work, fund);
      await work.enqueue('readers.changed', { fund: fund.id });
    },
  },
];
