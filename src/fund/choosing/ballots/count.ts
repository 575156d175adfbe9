/** From marks to a result: the election as the deciding package takes it, each ballot's code, and the figures behind each why. */
import {
  type Ballot,
  canonical,
  countShown,
  type DecisionRecord,
  type decide,
  type Election,
  hash,
  type Manifest,
  makeRecord,
  manifestOf,
  publicEdition,
  type Rational,
  reasons,
  sensitivity,
  smallestChange,
  writeProfile,
} from '../../../../packages/deciding/src/index.ts';
import type { Laid } from '../rules.ts';
import { type AgreedRule, type Marks, recordedRule } from './rules.ts';

const byId = (a: Laid, b: Laid) => (a.applicationId < b.applicationId ? -1 : 1);

export type Paper = { readonly pseudonym: string; readonly salt: string; readonly marks: Marks };

function ballotOf(ids: readonly string[], { pseudonym, marks }: Omit<Paper, 'salt'>): Ballot {
  const choices = ids.flatMap((id, index) => (marks.scores[id] === undefined ? [] : [index]));
  const among = (list: readonly string[]) => ids.flatMap((id, index) => (list.includes(id) ? [index] : []));
  const [abstained, recused] = [among(marks.abstain), among(marks.recused)];
  return {
    voter: pseudonym,
    choices,
    points: choices.map((index) => marks.scores[ids[index] ?? ''] ?? 0),
    ...(abstained.length > 0 ? { abstained } : {}),
    ...(recused.length > 0 ? { recused } : {}),
  };
}

/** Costs are what the pot would pay, the sponsor's fee included, in pence. */
export function electionOf(
  options: readonly Laid[],
  potPence: number,
  papers: readonly Omit<Paper, 'salt'>[],
): Election {
  const sorted = [...options].sort(byId);
  const ids = sorted.map((option) => option.applicationId);
  return {
    type: 'score',
    scale: 100n,
    pointScale: 1,
    budget: BigInt(potPence),
    options: sorted.map((o) => ({ id: o.applicationId, name: o.applicationId, cost: BigInt(o.pence + o.feePence) })),
    ballots: papers.map((paper) => ballotOf(ids, paper)),
    incompatible: [],
    meta: {},
  };
}

/** Everything that decides, before any ballot is there: `rolled` says for each made-up name what it is away from. */
export function manifestFor(
  options: readonly Laid[],
  potPence: number,
  rule: AgreedRule,
  rolled: readonly { pseudonym: string; recused: readonly string[] }[],
): { manifest: Manifest; manifestHash: string } {
  const papers = rolled.map(({ pseudonym, recused }) => ({ pseudonym, marks: { scores: {}, abstain: [], recused } }));
  const names = rolled.map(({ pseudonym }) => pseudonym);
  const manifest = manifestOf(
    electionOf(options, potPence, papers),
    recordedRule(rule),
    names,
    'none: no tie is drawn',
  );
  return { manifest, manifestHash: hash(canonical({ ...manifest })) };
}

/** The code a member keeps: a salted hash of the ballot, which says that it is in and nothing of what it says. */
export function codeOf(options: readonly Laid[], paper: Paper): string {
  const [ballot] = writeProfile(electionOf(options, 0, [paper])).ballots;
  return hash(canonical({ salt: paper.salt, ballot: JSON.parse(JSON.stringify(ballot)) }));
}

export type Figures = {
  round: number | null;
  byFill: boolean;
  /** How many supported it, as a band where the count alone would tell who. */
  from: number;
  to: number;
  couldVote: number;
  eachPence: number | null;
  hadLess: number;
  leftPence: number | null;
  costPence: number;
  moreSupporters: number | null;
  lessPence: number | null;
  label: 'stable' | 'depends';
  dependsOn: readonly string[];
};
export type Why = { applicationId: string; chosen: boolean; figures: Figures };
export type Counted = { record: DecisionRecord; edition: DecisionRecord; whys: Why[] };

const pence = (amount: Rational | undefined): number | null => (amount ? Number(amount.n / amount.d) : null);
/** Above this many options the marks are not moved one by one, so that the count stays within about two seconds. */
const scoresTried = 30;

export function countBallots(
  options: readonly Laid[],
  potPence: number,
  rule: AgreedRule,
  manifest: Manifest,
  papers: readonly Paper[],
): Counted {
  // In the order of their codes, which nobody can guess: no other order may touch what is kept.
  const sorted = papers
    .map((paper) => ({ paper, code: codeOf(options, paper) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ paper }) => paper);
  const election = electionOf(options, potPence, sorted);
  const { rule: name, utility, completion = 'none', stop, step, share, ties } = recordedRule(rule);
  const funding = { rule: name, utility, completion, stop, step, share, ties } as Parameters<typeof decide>[1];
  const firm = sensitivity(election, funding, { withoutScores: options.length > scoresTried });
  const { record, outcome } = makeRecord(election, {
    manifest,
    rule: recordedRule(rule),
    salts: sorted.map((paper) => paper.salt),
    sensitivity: firm.map(({ id, label, dependsOn }) => ({ id, label, dependsOn: [...dependsOn] })),
  });
  const won = new Set(record.awards.map((award) => award.id));
  const lost = election.options.flatMap((option, index) => (won.has(option.id) ? [] : [index]));
  const changes = new Map(lost.map((index) => [index, smallestChange(election, funding, index)]));
  const whys = reasons(outcome, changes).map((reason, index): Why => {
    const shown = countShown(reason.supporters, reason.couldVote);
    const sure = firm[index];
    return {
      applicationId: reason.id,
      chosen: reason.funded,
      figures: {
        round: reason.round ?? null,
        byFill: reason.byFill ?? false,
        from: shown.from,
        to: shown.to,
        couldVote: reason.couldVote,
        eachPence: pence(reason.each),
        hadLess: reason.hadLess ?? 0,
        leftPence: pence(reason.supportersLeft),
        costPence: Number(reason.cost),
        moreSupporters: reason.change?.moreSupporters ?? null,
        lessPence: reason.change?.lessAsked === undefined ? null : Number(reason.change.lessAsked),
        label: sure?.label === 'depends' ? 'depends' : 'stable',
        dependsOn: [...(sure?.dependsOn ?? [])],
      },
    };
  });
  return { record, edition: publicEdition(record), whys };
}
