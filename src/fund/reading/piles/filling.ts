/** Fills what lacks readers at once, as far as it goes, without touching who reads what already. */
import { newId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { choosingBegan } from '../store.ts';
import { type Assigned, assign } from './assign.ts';
import { wantedIn } from './coverage.ts';
import { hardMostOf, heldIn, type Round, type Standing } from './round.ts';
import { endReadings, giveReadings, lockPiles, roundOf } from './store.ts';

export type Made = { given: number; short: readonly { application: string; lacks: number }[] };

/** Standing applications with fewer readers than they want. */
export function lackingIn(round: Round): Standing[] {
  const held = heldIn(round);
  return held.applications.filter((each) => held.lacks(each) > 0);
}

/** Pairs that give each application what it lacks, within what people offered and the caps on what is hard to read. */
export function filled(round: Round, seed: number): Assigned {
  const held = heldIn(round);
  const { rules } = wantedIn(round, held);
  const toRead = lackingIn(round).map((each) => ({
    id: each.id,
    language: each.language,
    lacks: held.lacks(each),
    closedTo: new Set(held.members.map(({ id }) => id).filter((id) => !held.mayHave(each.id, id))),
    hard: each.hard,
    wants: new Set(
      rules
        .filter(({ coverage }) => coverage.applications.includes(each.id))
        .flatMap(({ coverage }) => coverage.readers),
    ),
  }));
  const readers = held.members.map((member) => {
    const cap = hardMostOf(round, member);
    return {
      id: member.id,
      languages: member.languages,
      load: held.loadOf(member.id),
      most: member.offers,
      hardLeft: cap === null ? null : Math.max(0, cap - held.hardOf(member.id)),
    };
  });
  return assign(toRead, readers, seed);
}

/** Finds other readers where a link or a seat given up ended a reading. Where nobody reads yet, nothing is begun. */
export async function handOn(work: Work, fund: Fund): Promise<void> {
  await lockPiles(work.tx, fund.id);
  if (await choosingBegan(work.tx, fund.id)) return;
  if ((await endReadings(work.tx, fund.id, work.now)) > 0) await fillPiles(work, fund);
}

/** Running it again gives nothing twice. Once the group looks at a set, nobody is given anything new. */
export async function fillPiles(work: Work, fund: Fund): Promise<Outcome<Made>> {
  await lockPiles(work.tx, fund.id);
  if (await choosingBegan(work.tx, fund.id)) return done({ given: 0, short: [] });
  await endReadings(work.tx, fund.id, work.now);
  const assigned = filled(await roundOf(work.tx, fund), 1);
  const given = assigned.pairs.map((pair) => ({ ...pair, id: newId() }));
  await giveReadings(work.tx, fund.id, given, work.now);
  const short = 'short' in assigned ? assigned.short : [];
  await work.record('piles.filled', fund.id, { given: given.length, short: short.length }, fund.id);
  return done({ given: given.length, short });
}
