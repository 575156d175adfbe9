/** What intake does a little later: the letters that tell a group what was decided or what we ask. */
import type { Job } from '../../platform/work.ts';
import { askWhichToKeep, tellDecision, tellLate } from './telling/actions.ts';

export const jobs: readonly Job[] = [
  {
    name: 'intake.told',
    run: (work, data) => tellDecision(work, String(data.application), data.reply === 1, String(data.origin ?? '')),
  },
  {
    name: 'intake.lateTold',
    run: (work, data) => tellLate(work, String(data.application), data.letIn === 1, String(data.origin ?? '')),
  },
  {
    name: 'intake.keepAsked',
    run: (work, data) => askWhichToKeep(work, String(data.application), String(data.pair), String(data.origin ?? '')),
  },
];
