/** Scottish STV: Droop quota, surpluses passed on by weighted inclusive Gregory at five decimals. */
import type { Election } from '../election.ts';
import type { TieBreaker } from '../ties.ts';
import { order } from './levels.ts';

/** One vote is 100,000 units, because values are cut off after the fifth decimal. */
export const UNIT = 100_000;

interface Paper {
  readonly preferences: readonly number[];
  value: number;
  holder: number;
}

export interface StvStage {
  /** Units each option holds, by option index, after the stage. */
  readonly votes: readonly number[];
  readonly elected: readonly number[];
  readonly excluded: readonly number[];
}

export interface StvOutcome {
  readonly quota: number;
  readonly elected: readonly number[];
  readonly stages: readonly StvStage[];
}

/**
 * Options elected to `seats` places, in order. Equal ranks end a paper's preferences at that point, as the order says.
 * Ties in surplus or in exclusion look back through the stages, latest first, and then ask `tie` (who
 * goes first) or `leave` (who is excluded).
 * The Scottish Local Government Elections Order 2011, Schedule 1, rules 45 to 52.
 */
export function scottishStv(
  election: Election,
  seats: number,
  tie: TieBreaker,
  leave: TieBreaker = (left, round) => lastOf(left, tie, round),
): StvOutcome {
  const n = election.options.length;
  const papers: Paper[] = [];
  for (const ballot of election.ballots) {
    const preferences: number[] = [];
    for (const level of order(election, ballot)) {
      if (level.length > 1) break;
      preferences.push(level[0]!);
    }
    if (preferences.length > 0) papers.push({ preferences, value: UNIT, holder: -1 });
  }
  const quota = Math.floor(papers.length / (seats + 1)) + 1;
  const votes = new Array<number>(n).fill(0);
  const elected: number[] = [];
  const out = new Set<number>();
  const pending: number[] = [];
  const stages: StvStage[] = [];
  const give = (paper: Paper): void => {
    paper.holder = paper.preferences.find((o) => !out.has(o) && !elected.includes(o)) ?? -1;
    if (paper.holder >= 0) votes[paper.holder] = votes[paper.holder]! + paper.value;
  };
  const continuing = (): number[] => votes.map((_, i) => i).filter((i) => !out.has(i) && !elected.includes(i));
  const declare = (): void => {
    const over = continuing()
      .filter((i) => votes[i]! >= quota * UNIT)
      .sort((a, b) => votes[b]! - votes[a]!);
    for (const i of over) {
      if (elected.length >= seats) break;
      elected.push(i);
      if (votes[i]! > quota * UNIT) pending.push(i);
    }
    stages.push({ votes: [...votes], elected: [...elected], excluded: [...out] });
  };
  const lookBack = (among: readonly number[], sign: 1 | -1): number => {
    let left = [...among];
    for (let s = stages.length - 1; s >= 0 && left.length > 1; s--) {
      const best = Math.max(...left.map((i) => sign * stages[s]!.votes[i]!));
      left = left.filter((i) => sign * stages[s]!.votes[i]! === best);
    }
    return left.length === 1 ? left[0]! : sign > 0 ? tie(left, stages.length) : leave(left, stages.length);
  };
  for (const paper of papers) give(paper);
  declare();
  while (elected.length < seats) {
    const open = continuing();
    if (open.length <= seats - elected.length) {
      elected.push(...open.sort((a, b) => votes[b]! - votes[a]!));
      break;
    }
    if (pending.length > 0) {
      const most = Math.max(...pending.map((i) => votes[i]!));
      const from = lookBack(
        pending.filter((i) => votes[i] === most),
        1,
      );
      pending.splice(pending.indexOf(from), 1);
      transfer(papers, votes, from, quota, give);
    } else {
      const least = Math.min(...open.map((i) => votes[i]!));
      const from = lookBack(
        open.filter((i) => votes[i] === least),
        -1,
      );
      out.add(from);
      votes[from] = 0;
      for (const paper of papers.filter((p) => p.holder === from)) give(paper);
    }
    declare();
  }
  return { quota, elected: elected.slice(0, seats), stages };
}

/** The one excluded when several are least: the last that the tie breaker would choose. */
export function lastOf(left: readonly number[], tie: TieBreaker, round: number): number {
  let rest = [...left];
  while (rest.length > 1) {
    const first = tie(rest, round);
    rest = rest.filter((i) => i !== first);
  }
  return rest[0]!;
}

function transfer(papers: Paper[], votes: number[], from: number, quota: number, give: (p: Paper) => void): void {
  const held = votes[from]!;
  const surplus = held - quota * UNIT;
  for (const paper of papers.filter((p) => p.holder === from)) {
    paper.value = Number((BigInt(surplus) * BigInt(paper.value)) / BigInt(held));
    give(paper);
  }
  votes[from] = quota * UNIT;
}
