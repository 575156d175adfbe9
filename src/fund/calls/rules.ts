/** When a call is open, and the quiet hours after closing in which a late send still counts. */
import { type Instant, plusHours } from '../../kernel/instants.ts';

export type CallWindow = { readonly opensAt: Instant; readonly closesAt: Instant; readonly graceHours: number };
export type CallState = 'planned' | 'before' | 'open' | 'grace' | 'closed';

/**
 * Planned as long as nobody opened it (there is no call for others then). Open from the opening instant on and up to, not
 * at, the closing instant; then the grace nobody advertises.
 */
export function callState(call: CallWindow | null, now: Instant): CallState {
  if (call === null) return 'planned';
  if (now < call.opensAt) return 'before';
  if (now < call.closesAt) return 'open';
  return now < plusHours(call.closesAt, call.graceHours) ? 'grace' : 'closed';
}

/** The last two days, when a page says that there is still time. */
export function lastDays(call: CallWindow, now: Instant): boolean {
  return callState(call, now) === 'open' && plusHours(now, 48) >= call.closesAt;
}
