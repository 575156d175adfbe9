/** The ledger is never forgotten: it knows contributions and promises, and nobody by name. */
import type { Stays } from '../../platform/keeping/rules.ts';
import type { LedgerTables } from './tables.ts';

const books = 'the books: codes, ids and sums';

export const stays = {
  'ledger_transfers.effect_key': books,
  'ledger_transfers.kind': books,
  'ledger_entries.account': books,
  'ledger_entries.currency': books,
} satisfies Stays<LedgerTables>;
