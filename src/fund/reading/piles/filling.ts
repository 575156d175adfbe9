/** Fills what lacks readers at once, as far as it goes, without touching who reads what already. */
import { newId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcomes.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import { choosingBegan } from '../store.ts';
import { type Assigned, assign } from './assign.ts';
import { wantedIn } from './coverage.ts';
import { type Held, hardMostOf, heldIn, type PairOf, type Round, type Standing } from './round.ts';
import { giveReadings, leftUnread, lockPiles, roundOf } from './store.ts';

export type Made = { given: number; short: readonly { application: string; lacks: number }[] };

/** Standing applications with fewer readers than they want. */
export function lackingIn(round: Round): Standing[] {
  const held = heldIn(round);
  return held.applications.filter((each) => held.lacks(each) > 0);
}

/** Pairs that give each application what it lacks, within what people offered and the caps on what is hard to read. */
export function filled(round: Round, seed: number, only?: ReadonlySet<string>): Assigned {
  const held = heldIn(round);
  const { rules } = wantedIn(round, held);
  const lacking = lackingIn(round).filter((each) => only?.has(each.id) ?? true);
  const byHand = setByHand(round, held, lacking);
  const givenTo = (id: string) => byHand.filter((pair) => pair.reader === id);
  const toRead = lacking.map((each) => ({
    id: each.id,
    language: each.language,
    lacks: held.lacks(each) - byHand.filter((pair) => pair.application === each.id).length,
    closedTo: new Set(
      held.members
        .map(({ id }) => id)
        .filter((id) => !held.mayHave(each.id, id) || givenTo(id).some((pair) => pair.application === each.id)),
    ),
    hard: each.hard,
    wants: new Set(
      rules
        .filter(({ coverage }) => coverage.applications.includes(each.id))
        .flatMap(({ coverage }) => coverage.readers),
    ),
  }));
  const hard = new Set(lacking.filter((each) => each.hard).map((each) => each.id));
  const readers = held.members.map((member) => {
    const cap = hardMostOf(round, member);
    const more = givenTo(member.id);
    const hardOnes = held.hardOf(member.id) + more.filter((pair) => hard.has(pair.application)).length;
    return {
      id: member.id,
      languages: member.languages,
      load: held.loadOf(member.id) + more.length,
      most: member.offers,
      hardLeft: cap === null ? null : Math.max(0, cap - hardOnes),
    };
  });
  const assigned = assign(toRead, readers, seed);
  return { ...assigned, pairs: [...byHand, ...assigned.pairs] };
}

/** Places kept by hand come first, as far as the application lacks readers and the member has hours and is under the cap. */
function setByHand(round: Round, held: Held, lacking: readonly Standing[]): PairOf[] {
  const given: PairOf[] = [];
  for (const { application, reader } of held.locks.filter((lock) => lock.keep)) {
    const each = lacking.find(({ id }) => id === application);
    const member = held.members.find(({ id }) => id === reader);
    if (!each || !member || !held.mayHave(application, reader)) continue;
    const theirs = given.filter((pair) => pair.reader === reader);
    const cap = hardMostOf(round, member);
    const hardOnes = theirs.filter((pair) => lacking.find(({ id }) => id === pair.application)?.hard).length;
    const room =
      given.filter((pair) => pair.application === application).length < held.lacks(each) &&
      held.loadOf(reader) + theirs.length < member.offers &&
      (!each.hard || cap === null || held.hardOf(reader) + hardOnes < cap);
    if (room) given.push({ application, reader });
  }
  return given;
}

/**
 * Finds other readers for these applications, and for those of members who left, where a reading ended. What nobody was
 * given yet waits for a plan that somebody says yes to.
 */
export async function handOn(work: Work, fund: Fund, applications: readonly string[] = []): Promise<void> {
  await lockPiles(work.tx, fund.id);
  const left = await leftUnread(work.tx, fund.id);
  const begun = new Set((await roundOf(work.tx, fund)).readings.map((reading) => reading.application));
  const only = new Set([...applications, ...left].filter((application) => begun.has(application)));
  if (only.size > 0) await fillPiles(work, fund, only);
}

/** Running it again gives nothing twice. Once the group looks at a set, nobody is given anything new. */
export async function fillPiles(work: Work, fund: Fund, only?: ReadonlySet<string>): Promise<Outcome<Made>> {
  await lockPiles(work.tx, fund.id);
  if (await choosingBegan(work.tx, fund.id)) return done({ given: 0, short: [] });
  const assigned = filled(await roundOf(work.tx, fund), 1, only);
  const given = assigned.pairs.map((pair) => ({ ...pair, id: newId() }));
  await giveReadings(work.tx, fund.id, given, work.now);
  const short = 'short' in assigned ? assigned.short : [];
  await work.record('piles.filled', fund.id, { given: given.length, short: short.length }, fund.id);
  return done({ given: given.length, short });
}
