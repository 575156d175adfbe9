/** The fund that an address names, and what whoever asks may list in it. */
import type { Role } from '../../kernel/actors.ts';
import { need } from '../../kernel/outcomes.ts';
import { type FundScope, scopeIn } from '../../people/groups/scope.ts';
import type { Ask } from '../../platform/web/ask.ts';
import { type Fund, fundById } from './store.ts';

/** Throws Missing, the 404, when there is none. */
export async function fundHere(ask: Ask): Promise<Fund> {
  return need(await fundById(ask.work.tx, ask.params.fund ?? ''), 'fund');
}

/** For people who hold one of these roles in it; for anyone else the fund is not there. */
export async function scopeHere(ask: Ask, wanted: readonly Role[]): Promise<{ fund: Fund; scope: FundScope }> {
  const fund = await fundHere(ask);
  return { fund, scope: scopeIn(ask.actor, fund.id, ...wanted) };
}
