/** What happens later: the receipt by e-mail, and a letter when groups get more time. */
import type { Job } from '../../platform/work.ts';
import { moreTimeJob } from './more-time/jobs.ts';
import { receiptJob } from './sending/jobs.ts';

export const jobs: Job[] = [receiptJob, moreTimeJob];
