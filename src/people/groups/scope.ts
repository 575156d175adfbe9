/** What an actor may list in one fund: a scope that only this file can make, so an unscoped list does not compile. */
import { type Actor, holds, type Role } from '../../kernel/actors.ts';
import { need } from '../../kernel/outcomes.ts';

declare const minted: unique symbol;

export type FundScope = {
  readonly fundId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly [minted]: true;
};

/** The scope of a person who holds one of the roles in this fund; anyone else gets the 404 of a thing that is not there. */
export function scopeIn(actor: Actor, fundId: string, ...wanted: readonly Role[]): FundScope {
  const person = need(actor.kind === 'person' && holds(actor, fundId, ...wanted) ? actor : null, 'scope');
  const roles = person.roles.filter((each) => each.fundId === fundId).map((each) => each.role);
  return { fundId, personId: person.personId, roles } as unknown as FundScope;
}
