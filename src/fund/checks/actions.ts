/** The deeds of the checks: keep what was found, and settle it. */
import { done, invalid, need, type Outcome, type Problem, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import type { Fund } from '../pool/store.ts';
import {
  type CheckNo,
  checkResults,
  gapsIn,
  itemResults,
  itemsFor,
  mayCheck,
  type Settlement,
  tierOf,
} from './rules.ts';
import {
  type Chosen,
  chosenById,
  hasLeft,
  itemsOf,
  keepItem,
  keepOutcome,
  linkLevel,
  lockApplication,
} from './store.ts';
import type { ItemResult } from './tables.ts';

export type TypedItems = ReadonlyMap<string, { result: string; words: string }>;
export type TypedSettlement = { result: string; plan: string; purpose: string; sponsorCharity: boolean };

type Ready = { chosen: Chosen; personId: string; codes: string[] } | { refused: CheckNo };

async function ready(work: Work, fund: Fund, applicationId: string): Promise<Ready> {
  await lockApplication(work.tx, applicationId);
  const chosen = need(await chosenById(work.tx, applicationId), 'chosen application');
  const { actor } = work;
  const personId = actor.kind === 'person' ? actor.personId : '';
  const verdict = mayCheck(actor, {
    fundId: chosen.fundId,
    linkLevel: await linkLevel(work.tx, personId, [applicationId]),
    paid: await hasLeft(work.tx, applicationId),
  });
  if (!verdict.yes) {
    if (verdict.reason === 'role') need(null, 'checks');
    else return { refused: verdict.reason };
  }
  const tier = tierOf(fund.design, chosen.tier, chosen.pence);
  const codes = itemsFor(fund.design, tier, chosen.sponsorName !== null).map((item) => item.code);
  return { chosen, personId, codes };
}

function asResult(typed: string): ItemResult | undefined {
  return itemResults.find((each) => each === typed);
}

async function writeItems(work: Work, at: { chosen: Chosen; personId: string; codes: string[] }, typed: TypedItems) {
  const before = new Map((await itemsOf(work.tx, [at.chosen.applicationId])).map((item) => [item.code, item]));
  const changed: string[] = [];
  for (const code of at.codes) {
    const { result: typedResult = '', words = '' } = typed.get(code) ?? {};
    const result = asResult(typedResult);
    const old = before.get(code);
    if (!result || (old?.result === result && old.words === words.trim())) continue;
    const { applicationId } = at.chosen;
    await keepItem(work.tx, { applicationId, code, result, words: words.trim(), personId: at.personId, now: work.now });
    changed.push(`${code}:${result}`);
  }
  if (changed.length > 0)
    await work.record('checks.kept', at.chosen.applicationId, { items: changed }, at.chosen.fundId);
}

export async function keepItems(
  work: Work,
  input: { fund: Fund; applicationId: string; items: TypedItems },
): Promise<Outcome<null, CheckNo>> {
  const at = await ready(work, input.fund, input.applicationId);
  if ('refused' in at) return refused(at.refused);
  await writeItems(work, at, input.items);
  return done(null);
}

/** What was found on the way is kept even when the checks cannot be settled yet. */
export async function settleChecks(
  work: Work,
  input: { fund: Fund; applicationId: string; items: TypedItems; settled: TypedSettlement },
): Promise<Outcome<null, CheckNo>> {
  const at = await ready(work, input.fund, input.applicationId);
  if ('refused' in at) return refused(at.refused);
  await writeItems(work, at, input.items);
  const read = readSettlement(input.settled);
  if ('problem' in read) return invalid(read.problem);
  const found = new Map((await itemsOf(work.tx, [input.applicationId])).map((item) => [item.code, item.result]));
  const gaps = gapsIn(read.settled, at.codes, found);
  if (gaps.length > 0) return invalid(...gaps);
  await keepOutcome(work.tx, {
    application_id: input.applicationId,
    fund_id: at.chosen.fundId,
    result: read.settled.result,
    plan: read.settled.plan,
    purpose: read.settled.purpose,
    sponsor_charity: at.chosen.sponsorName !== null && read.settled.sponsorCharity,
    person_id: at.personId,
    at: work.now,
  });
  await work.record('checks.settled', input.applicationId, { result: read.settled.result }, at.chosen.fundId);
  return done(null);
}

function readSettlement(typed: TypedSettlement): { settled: Settlement } | { problem: Problem } {
  const result = checkResults.find((each) => each === typed.result);
  if (!result) return { problem: { field: 'result', code: 'result' } };
  return { settled: { ...typed, result, plan: typed.plan.trim(), purpose: typed.purpose.trim() } };
}
