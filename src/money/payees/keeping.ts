/** Bank details go with the accounts, or with the contact where no money was ever promised. */
import { bankUntil, groupRule, heldIn, rowsGo } from '../../people/groups/keeping.ts';
import type { ColumnOf, KeepingRule } from '../../platform/keeping/rules.ts';
import type { PayeeTables } from './tables.ts';

const columns = ['payees.account_name', 'payees.sort_code', 'payees.account_number'] satisfies ColumnOf<PayeeTables>[];

export const keeping: readonly KeepingRule[] = [
  groupRule({
    name: 'bank.details',
    what: 'bank details',
    why: 'To pay, and to show the accountant where the money went.',
    promise: 'site.privacy.bank.is',
    columns,
    held: heldIn('payees'),
    until: bankUntil,
    forget: rowsGo('payees'),
  }),
];
