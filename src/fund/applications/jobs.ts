/** What happens later: the receipt by e-mail. */
import type { Job } from '../../platform/work.ts';
import { receiptJob } from './sending/jobs.ts';

export const jobs: Job[] = [receiptJob];
