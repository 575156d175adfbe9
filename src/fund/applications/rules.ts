/** When a group may start, write, send, ask to be let in late, withdraw, and say what may be published. */
import { plusHours } from '../../kernel/instants.ts';
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export type CallDays = { readonly opensAt: Date; readonly closesAt: Date; readonly graceHours: number };
/** What has happened to one application so far. */
export type Standing = CallDays & {
  readonly sent: boolean;
  readonly withdrawn: boolean;
  readonly lateAsked: boolean;
  /** Two members said yes to its coming late, and nobody no. */
  readonly letIn: boolean;
  /** The group has heard how it went. */
  readonly told: boolean;
};

export type CallWindow = 'before' | 'open' | 'grace' | 'closed';

/** The quiet grace after closing is for everyone and is not advertised (reference 08, F3). */
export function windowOf(call: CallDays, now: Date): CallWindow {
  if (now < call.opensAt) return 'before';
  if (now <= call.closesAt) return 'open';
  return now <= plusHours(call.closesAt, call.graceHours) ? 'grace' : 'closed';
}

export function mayStart(call: CallDays, now: Date): Verdict<'before' | 'closed'> {
  const window = windowOf(call, now);
  return window === 'before' || window === 'closed' ? no(window) : yes;
}

/** Writing goes on after closing, so that nothing is lost while a late request is looked at. */
export function mayWrite(standing: Standing): Verdict<'sent'> {
  return standing.sent ? no('sent') : yes;
}

export function maySend(standing: Standing, now: Date): Verdict<'sent' | 'before' | 'closed'> {
  if (standing.sent) return no('sent');
  const window = windowOf(standing, now);
  if (window === 'before') return no('before');
  return window === 'closed' && !standing.letIn ? no('closed') : yes;
}

export function mayWithdraw(standing: Standing): Verdict<'not-sent' | 'withdrawn' | 'told'> {
  if (!standing.sent) return no('not-sent');
  if (standing.withdrawn) return no('withdrawn');
  return standing.told ? no('told') : yes;
}

export function mayAskLate(standing: Standing, now: Date): Verdict<'sent' | 'in-time' | 'asked'> {
  if (standing.sent) return no('sent');
  if (standing.lateAsked) return no('asked');
  return windowOf(standing, now) === 'closed' ? yes : no('in-time');
}

export function mayChoosePublishing(standing: Standing): Verdict<'not-yet'> {
  return standing.told && !standing.withdrawn ? yes : no('not-yet');
}
