/** Where a third reader helps: two readers disagree, or the pot runs out close by. Scores live here and nowhere else. */
import { furtherReadings } from '../../../../../packages/matching/src/index.ts';
import { type Actor, holds } from '../../../../kernel/actors.ts';
import type { Held, Round } from '../round.ts';
import { hardMostOf } from '../round.ts';

/** Beside their own words the list would tell a member what the other reader thought; a plan made from it as well. */
export function mayMeetList(actor: Actor, fundId: string): boolean {
  return actor.kind !== 'person' || !holds(actor, fundId, 'member');
}

/** A plan of the second step is made from the list. */
export function mayMeetPlan(actor: Actor, fundId: string, plan: { readonly step: 1 | 2 } | null): boolean {
  return plan?.step !== 2 || mayMeetList(actor, fundId);
}

export type Why = 'disagree' | 'near the line';
export type Further = { readonly application: string; readonly why: Why };

/** Words of one finished reading: the anchor by criterion, null for "I need to know more". */
export type Words = Readonly<Record<string, number | null>>;
export type Weights = readonly { readonly id: string; readonly weight: number }[];

/** What one application would take from the pot, and the finished readings it has. */
export type Sheet = { readonly application: string; readonly pence: number; readonly readings: readonly Words[] };

/** One step between two anchors. */
const apart = 1;
const near = 0.25;

/** The mean anchor, weighted as the design says; null where every word was a question. */
export function scoreOf(words: Words, weights: Weights): number | null {
  let [sum, whole] = [0, 0];
  for (const { id, weight } of weights) {
    const anchor = words[id] ?? null;
    if (anchor === null) continue;
    sum += anchor * weight;
    whole += weight;
  }
  return whole === 0 ? null : sum / whole;
}

/** The mean at which the pot would run out; null when it is enough for all. */
export function lineOf(
  sheets: readonly { readonly mean: number; readonly pence: number }[],
  potPence: number,
): number | null {
  let left = potPence;
  for (const { mean, pence } of [...sheets].sort((a, b) => b.mean - a.mean)) {
    left -= pence;
    if (left < 0) return mean;
  }
  return null;
}

/** Applications whose first readings are all in and that one more would help. In the order of ids: it says nothing. */
export function furtherOf(sheets: readonly Sheet[], first: number, weights: Weights, potPence: number): Further[] {
  const scored = sheets.map((sheet) => ({
    ...sheet,
    scores: sheet.readings.map((words) => scoreOf(words, weights)).filter((score) => score !== null),
  }));
  const means = scored.flatMap(({ scores, pence }) =>
    scores.length === 0 ? [] : [{ mean: scores.reduce((sum, score) => sum + score, 0) / scores.length, pence }],
  );
  const whole = scored.filter((sheet) => sheet.readings.length === first);
  const applications = whole.map((sheet) => ({ id: sheet.application })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const readings = whole.flatMap(({ application, scores }) =>
    scores.map((score, n) => ({ application, reader: String(n), score })),
  );
  const rule = { apart, near, line: lineOf(means, potPence) ?? Number.POSITIVE_INFINITY };
  return furtherReadings({ readers: [], applications, fit: [], reads: first }, readings, rule).map(
    ({ application, why }) => ({ application, why }),
  );
}

/** As many as the hours left hold, those first where readers disagree; the others are left without. */
export function asManyAsFit(round: Round, held: Held, further: readonly Further[]): Further[] {
  const hard = new Set(held.applications.filter((each) => each.hard).map((each) => each.id));
  // A member is as many seats as they have room for; what is hard to read fits only on some of them.
  const seats = held.members.flatMap((member) => {
    const room = Math.max(0, member.offers - held.loadOf(member.id));
    const cap = hardMostOf(round, member);
    const hardRoom = cap === null ? room : Math.min(room, Math.max(0, cap - held.hardOf(member.id)));
    return Array.from({ length: room }, (_, n) => ({ reader: member.id, takesHard: n < hardRoom }));
  });
  const may = new Map(
    further.map(({ application }) => [
      application,
      new Set(held.members.filter(({ id }) => held.mayHave(application, id)).map(({ id }) => id)),
    ]),
  );
  const taken = new Map<number, string>();
  const seatFor = (application: string, tried: Set<number>): boolean => {
    for (const [n, seat] of seats.entries()) {
      if (tried.has(n) || (hard.has(application) && !seat.takesHard) || !may.get(application)?.has(seat.reader))
        continue;
      tried.add(n);
      const there = taken.get(n);
      if (there !== undefined && !seatFor(there, tried)) continue;
      taken.set(n, application);
      return true;
    }
    return false;
  };
  const order = [
    ...further.filter(({ why }) => why === 'disagree'),
    ...further.filter(({ why }) => why !== 'disagree'),
  ];
  // Whoever has a seat keeps one: each next application only makes others move over (Kuhn 1955).
  return order.filter(({ application }) => seatFor(application, new Set()));
}
