/** What is asked of the matching package: who could read what, what must not be, who is wanted, and what stays as it is. */
import {
  type Exposure,
  type Lock,
  type ReadersProblem,
  secondStage,
} from '../../../../../packages/matching/src/index.ts';
import { wantedIn } from '../coverage.ts';
import { type Held, hardMostOf, heldIn, key, type PairOf, type Round } from '../round.ts';

// Nobody is a better reader than another: all start alike, who reads the language helps, who knows of the group less.
const alike = 2;
const sharesLanguage = 2;
const knowsOf = -1;

/** The rule on what is hard to read: it is about people's own wishes, and nobody can let it go for them. */
export const hardToRead = 'what is hard to read';

/** What speaks for and against a pair, by the names these have in a kept question. */
export const partOf = { language: 'reads the language', nearness: 'knows of the group' } as const;

/**
 * The question, in the order of ids so that the same round asks the same. Readings under way are kept, a link of level
 * 2 or 3 or a step back keeps a pair apart, and choices by hand hold where neither stands in their way.
 */
export function questionOf(round: Round, letGo: readonly string[] = []): ReadersProblem {
  const held = heldIn(round);
  const { members, applications } = held;
  const known = new Set(members.map(({ id }) => id));
  const locks = new Map<string, Lock>(held.locks.map((lock) => [key(lock), bare(lock)]));
  for (const reading of held.open.filter((each) => known.has(each.reader)))
    locks.set(key(reading), bare({ ...reading, keep: true }));
  const near = new Set(round.links.filter((link) => link.level === 1).map(key));
  const language = members.map((reader) =>
    applications.map((application) =>
      application.language !== 'en' && reader.languages.includes(application.language) ? sharesLanguage : 0,
    ),
  );
  const nearness = members.map((reader) =>
    applications.map((application) => (near.has(`${application.id}.${reader.id}`) ? knowsOf : 0)),
  );
  const exposure = exposureOf(round, held);
  const rules = wantedIn(round, held).rules.filter((rule) => !letGo.includes(rule.id));
  return {
    readers: members.map(({ id, offers }) => ({ id, most: Math.max(offers, held.loadOf(id)) })),
    applications: applications.map((each) => {
      const inside = held.readersOf(each.id).filter((reader) => known.has(reader)).length;
      return { id: each.id, reads: inside + held.lacks(each) };
    }),
    fit: members.map((_, r) => applications.map((_, a) => alike + (language[r]?.[a] ?? 0) + (nearness[r]?.[a] ?? 0))),
    reads: round.first,
    exclusions: [...held.barred.values()].sort(byPair),
    coverage: rules.map((rule) => rule.coverage),
    exposure: exposure ? [exposure] : [],
    locks: [...locks.values()].sort(byPair),
    parts: [
      { name: partOf.language, points: language },
      { name: partOf.nearness, points: nearness },
    ],
  };
}

/** What the package calls a pair that is out because it was read before. */
export const hasRead = 'has read it';

/**
 * The question of the second step: one more reading for each of these, by someone who has not read it. What people read
 * already is taken from what they offered and from their cap; places set by hand hold where they are about one of these.
 */
export function furtherQuestionOf(round: Round, further: readonly string[]): ReadersProblem {
  const held = heldIn(round);
  const again = new Set(further);
  const readings = held.open
    .filter((pair) => held.members.some((member) => member.id === pair.reader))
    .map((pair) => ({ ...pair, score: 0 }));
  const asked = [...again].map((application) => ({ application, why: 'disagree' as const, words: '' }));
  const whole = secondStage(questionOf(round), readings, asked);
  const keeps = held.locks.filter((lock) => lock.keep && !held.readersOf(lock.application).includes(lock.reader));
  return narrowed({ ...whole, locks: [...(whole.locks ?? []), ...keeps.map(bare)].sort(byPair) }, again);
}

/** The same question about some applications only. */
function narrowed(question: ReadersProblem, to: ReadonlySet<string>): ReadersProblem {
  const at = new Set(question.applications.flatMap((each, a) => (to.has(each.id) ? [a] : [])));
  const cut = <Value>(row: readonly Value[]) => row.filter((_, a) => at.has(a));
  const ours = (each: { application: string }) => to.has(each.application);
  return {
    ...question,
    applications: cut(question.applications),
    fit: question.fit.map(cut),
    exclusions: (question.exclusions ?? []).filter(ours),
    exposure: (question.exposure ?? []).flatMap((rule) => {
      const applications = rule.applications.filter((id) => to.has(id));
      return applications.length === 0 ? [] : [{ ...rule, applications }];
    }),
    locks: (question.locks ?? []).filter(ours),
    parts: (question.parts ?? []).map((part) => ({ ...part, points: part.points.map(cut) })),
  };
}

/** Nobody is given more of what is hard to read than the fund's cap and their own; what they read already stays theirs. */
function exposureOf(round: Round, held: Held): Exposure | null {
  const applications = held.applications.filter((each) => each.hard).map((each) => each.id);
  const capped = held.members.flatMap((member) => {
    const cap = hardMostOf(round, member);
    return cap === null ? [] : [[member.id, Math.max(cap, held.hardOf(member.id))] as const];
  });
  if (applications.length === 0 || capped.length === 0) return null;
  return { name: hardToRead, applications, most: applications.length, ofReader: Object.fromEntries(capped) };
}

/** Loads may lie this far from a share in step with what each offered, so that no wish makes one person carry the round. */
const band = 0.04;

/** The same question with a least and a most near each one's share of what all offered; what somebody reads stays theirs. */
export function levelled(question: ReadersProblem): ReadersProblem {
  const reads = question.applications.reduce((sum, each) => sum + (each.reads ?? question.reads), 0);
  const offered = question.readers.reduce((sum, reader) => sum + (reader.most ?? 0), 0);
  const kept = Map.groupBy(
    (question.locks ?? []).filter((lock) => lock.keep),
    (lock) => lock.reader,
  );
  const readers = question.readers.map((reader) => {
    const offers = reader.most ?? 0;
    const share = offered === 0 ? 0 : (reads * offers) / offered;
    const lower = Math.min(Math.floor(share), Math.ceil(share * (1 - band)));
    const upper = Math.max(Math.ceil(share), Math.floor(share * (1 + band)));
    const most = Math.max(Math.min(offers, upper), kept.get(reader.id)?.length ?? 0);
    return { ...reader, most, least: Math.min(lower, most) };
  });
  return { ...question, readers };
}

function bare({ reader, application, keep }: Lock): Lock {
  return { reader, application, keep };
}

function byPair(a: PairOf, b: PairOf): number {
  return key(a) < key(b) ? -1 : 1;
}
