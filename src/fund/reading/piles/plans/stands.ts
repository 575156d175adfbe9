/** How the newest plan stands for whoever looks, so that each page says what is true and offers only what can be done. */
import type { PlanStatus } from './rules.ts';

export type Stands =
  | 'none'
  | 'choosing'
  | 'nobody'
  | 'elsewhere'
  | 'working'
  | 'cut-off'
  | 'impossible'
  | 'old'
  | 'waits'
  | 'waits-further';

export type Looked = {
  readonly plan: {
    readonly status: PlanStatus;
    readonly step: 1 | 2;
    readonly cutOff: boolean;
    readonly acceptedAt: Date | null;
  } | null;
  /** The group has begun to choose. */
  readonly choosing: boolean;
  /** Whoever looks may meet this plan; whether they, or anyone on the team, see the whole of it. */
  readonly meets: boolean;
  readonly sees: boolean;
  readonly someoneSees: boolean;
  /** The same would still be asked. */
  readonly same: boolean;
  /** Nobody would get anything new from it. */
  readonly empty: boolean;
  /** Applications that lack readers. */
  readonly lacking: number;
};

export function standsOf({ plan, choosing, meets, sees, someoneSees, same, empty, lacking }: Looked): Stands {
  if (choosing) return 'choosing';
  const open = plan !== null && plan.acceptedAt === null && plan.status !== 'stopped';
  const wanted = lacking > 0 || (open && plan.step === 2);
  // Of a plan made from a list that is kept from them, a member learns nothing.
  if (!meets) return lacking > 0 && !someoneSees ? 'nobody' : 'none';
  if (!sees && !someoneSees) return wanted ? 'nobody' : 'none';
  if (!open) return 'none';
  if (!sees) return wanted ? 'elsewhere' : 'none';
  if (plan.status === 'asked') return plan.cutOff ? 'cut-off' : 'working';
  if (empty || !wanted) return 'none';
  if (!same) return 'old';
  if (plan.status === 'infeasible') return 'impossible';
  return plan.step === 2 ? 'waits-further' : 'waits';
}
