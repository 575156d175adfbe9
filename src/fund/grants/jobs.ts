/** What happens later about grants: letters to the group. */
export { jobs } from './agreements/jobs.ts';
