/** The deeds of payees: give bank details, and ring them back on a number we already hold. */
import { done, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import { type Bank, mayRing } from './rules.ts';
import { keepPayee, lockPayee, markRung } from './store.ts';

/** New details are not paid to before someone rings; payments under way begin again (the database sees to both). */
export async function giveBankDetails(
  work: Work,
  input: { applicationId: string; fundId: string; bank: Bank },
): Promise<'given' | 'changed' | 'same'> {
  const before = await lockPayee(work.tx, input.applicationId);
  const same =
    before?.account_name === input.bank.accountName &&
    before.sort_code === input.bank.sortCode &&
    before.account_number === input.bank.accountNumber &&
    before.holder === input.bank.holder;
  if (same) return 'same';
  await keepPayee(work.tx, input.applicationId, input.fundId, input.bank, work.now);
  const what = before ? 'changed' : 'given';
  await work.record(before ? 'bank.changed' : 'bank.given', input.applicationId, {}, input.fundId);
  return what;
}

export async function ringBack(
  work: Work,
  input: { applicationId: string },
): Promise<Outcome<{ fundId: string }, 'finance-only'>> {
  const payee = need(await lockPayee(work.tx, input.applicationId), 'payee');
  const verdict = mayRing(work.actor, payee.fund_id);
  if (!verdict.yes || work.actor.kind !== 'person') return refused('finance-only');
  if (payee.rung_at === null) {
    await markRung(work.tx, input.applicationId, work.actor.personId, work.now);
    await work.record('bank.rungBack', input.applicationId, {}, payee.fund_id);
  }
  return done({ fundId: payee.fund_id });
}
