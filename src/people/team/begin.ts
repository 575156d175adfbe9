/** A role begins: its row, its line in the record, the letter with the way in, and a word to those who watch over money. */
import type { Role } from '../../kernel/actors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../../platform/work.ts';
import { isGuarded } from './asked/rules.ts';
import type { Reader } from './asked/store.ts';
import { type Fund, tellOfChange, writeInvitation } from './letters.ts';
import { addRole } from './store.ts';

export async function begin(
  work: Work,
  place: { readonly fund: Fund; readonly origin: string },
  person: Reader,
  role: Role,
): Promise<void> {
  const { fund, origin } = place;
  const roleId = newId();
  await addRole(work.tx, { id: roleId, fundId: fund.id, personId: person.id, role, now: work.now });
  await work.record('role.granted', person.id, { role }, fund.id);
  // What depends on who is in the group is counted again; who does that is not known here.
  await work.enqueue('people.changed', { fund: fund.id });
  await writeInvitation(work, { roleId, to: person, fund, role, origin });
  if (isGuarded(role)) await tellOfChange(work, { roleId, who: person, fund, role, change: 'begins' });
}
