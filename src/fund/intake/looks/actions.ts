/** Giving a look, giving many at once, and settling after a talk; a decision is told to the group straight away. */
import { done, invalid, need, type Outcome, type Problem, refused } from '../../../kernel/outcomes.ts';
import type { FundScope } from '../../../people/groups/scope.ts';
import { levelsFor } from '../../../people/links/store.ts';
import type { Work } from '../../../platform/work.ts';
import type { Fund } from '../../pool/store.ts';
import {
  type Case,
  decisionOf,
  type FitOutcome,
  type Gap,
  gapsIn,
  type LookNo,
  type LookOutcome,
  mayLook,
  maySettle,
  type SettleNo,
  type Voice,
} from './rules.ts';
import { addDecision, addLook, addSettlement, casesOf, lockApplications } from './store.ts';

export type Typed = { readonly outcome: string; readonly reasonCode: string; readonly words: string };

const asProblem = (gap: Gap): Problem => ({ field: gap.field, code: `intake.${gap.code}` });

async function linkOf(work: Work, applicationId: string, personId: string): Promise<number> {
  const links = (await levelsFor(work.tx, [applicationId])).get(applicationId) ?? [];
  return links.find((link) => link.personId === personId)?.level ?? 0;
}

async function locked(work: Work, scope: FundScope, applicationId: string): Promise<Case> {
  await lockApplications(work.tx, [applicationId]);
  const one = need((await casesOf(work.tx, [applicationId])).get(applicationId), 'application');
  return need(one.fundId === scope.fundId ? one : null, 'application');
}

/** One person's look at one application. Two that agree are a decision. */
export async function look(
  work: Work,
  fund: Fund,
  scope: FundScope,
  applicationId: string,
  typed: Typed,
  origin: string,
): Promise<Outcome<{ decided: boolean }, LookNo>> {
  const one = await locked(work, scope, applicationId);
  const verdict = mayLook(one, scope.personId, await linkOf(work, applicationId, scope.personId));
  if (!verdict.yes) return refused(verdict.reason);
  const gaps = gapsIn(typed, ['fit', 'talk', 'not-this-fund'], fund.design, false);
  if (gaps.length > 0) return invalid(...gaps.map(asProblem));
  const voice = voiceOf(scope, typed, typed.outcome as LookOutcome);
  return done({ decided: await keepLook(work, scope, applicationId, one, voice, origin) });
}

/** "Fits" for many at once: the same deed for each; those this person may not look at are left as they are. */
export async function lookAtMany(
  work: Work,
  scope: FundScope,
  applicationIds: readonly string[],
  origin: string,
): Promise<{ looked: number; left: number }> {
  const ids = [...new Set(applicationIds)];
  const there = await lockApplications(work.tx, ids);
  const cases = await casesOf(work.tx, there);
  const links = await levelsFor(work.tx, there);
  let looked = 0;
  for (const id of there) {
    const one = cases.get(id);
    const link = links.get(id)?.find((each) => each.personId === scope.personId)?.level ?? 0;
    if (!one || one.fundId !== scope.fundId || !mayLook(one, scope.personId, link).yes) continue;
    await keepLook(work, scope, id, one, voiceOf(scope, { reasonCode: '', words: '' }, 'fit'), origin);
    looked += 1;
  }
  return { looked, left: ids.length - looked };
}

/** A third person settles what two looks left open. A no needs two people in all. */
export async function settleTalk(
  work: Work,
  fund: Fund,
  scope: FundScope,
  applicationId: string,
  typed: Typed,
  origin: string,
): Promise<Outcome<{ decided: boolean }, SettleNo>> {
  const one = await locked(work, scope, applicationId);
  const verdict = maySettle(one, scope.personId, await linkOf(work, applicationId, scope.personId));
  if (!verdict.yes) return refused(verdict.reason);
  const gaps = gapsIn(typed, ['fit', 'not-this-fund'], fund.design, true);
  if (gaps.length > 0) return invalid(...gaps.map(asProblem));
  const voice = voiceOf(scope, typed, typed.outcome as FitOutcome);
  await addSettlement(work.tx, applicationId, voice, work.now);
  await work.record('fit.settled', applicationId, { outcome: voice.outcome, reason: voice.reasonCode }, scope.fundId);
  const after = { ...one, settlements: [...one.settlements, voice] };
  return done({ decided: await decide(work, scope.fundId, applicationId, after, origin) });
}

function voiceOf<Outcome extends LookOutcome>(
  scope: FundScope,
  typed: { reasonCode: string; words: string },
  outcome: Outcome,
): Voice<Outcome> {
  return {
    personId: scope.personId,
    outcome,
    reasonCode: outcome === 'not-this-fund' ? typed.reasonCode : null,
    words: typed.words.trim(),
  };
}

async function keepLook(
  work: Work,
  scope: FundScope,
  applicationId: string,
  one: Case,
  voice: Voice,
  origin: string,
): Promise<boolean> {
  const place = one.looks.length + 1;
  await addLook(work.tx, applicationId, place, voice, work.now);
  await work.record(
    'look.given',
    applicationId,
    { place, outcome: voice.outcome, reason: voice.reasonCode },
    scope.fundId,
  );
  return decide(work, scope.fundId, applicationId, { ...one, looks: [...one.looks, voice] }, origin);
}

async function decide(work: Work, fundId: string, id: string, one: Case, origin: string): Promise<boolean> {
  const decision = decisionOf(one);
  if (!decision) return false;
  await addDecision(work.tx, id, { ...decision, afterReply: false }, work.now);
  await work.record('fit.decided', id, { outcome: decision.outcome, reason: decision.reasonCode }, fundId);
  await work.enqueue('intake.told', { application: id, reply: 0, origin }, `${id}:0`);
  return true;
}
