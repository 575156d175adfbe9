/** A yes, or a no that carries its reason: the answer of every rule that asks "may this person do this?". */
export type Verdict<Reason extends string> = { readonly yes: true } | { readonly yes: false; readonly reason: Reason };

export const yes = { yes: true } as const;

export function no<Reason extends string>(reason: Reason): Verdict<Reason> {
  return { yes: false, reason };
}
