/** Who is acting: a signed-in person with roles per fund, the holder of a draft's key, the system, or nobody we know. */
export const roles = ['programme', 'facilitator', 'member', 'trustee', 'finance', 'funder', 'learning'] as const;
export type Role = (typeof roles)[number];

export type RoleAt = { readonly role: Role; readonly fundId: string };

export type Person = {
  readonly kind: 'person';
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly RoleAt[];
};
/** Holds the key of one application's draft: never more than that application. */
export type Applicant = { readonly kind: 'applicant'; readonly applicationId: string };
export type Nobody = { readonly kind: 'nobody' };
export type System = { readonly kind: 'system'; readonly job: string };

export type Actor = Person | Applicant | Nobody | System;

export const nobody: Nobody = { kind: 'nobody' };

/** Whether the actor holds one of the roles in this fund. */
export function holds(actor: Actor, fundId: string, ...wanted: readonly Role[]): boolean {
  return actor.kind === 'person' && actor.roles.some((each) => each.fundId === fundId && wanted.includes(each.role));
}

/** The actor's name in the audit record: an id, never a personal name. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`;
    case 'applicant':
      return `application:${actor.applicationId}`;
    case 'system':
      return `system:${actor.job}`;
    case 'nobody':
      return 'nobody';
  }
}
