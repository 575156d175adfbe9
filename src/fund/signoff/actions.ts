/** The deeds of the board: yes, one question, or no; and the team's answer. None of them can change a sum or an order. */
import { done, invalid, Missing, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import { openPots, transfer } from '../../money/ledger/actions.ts';
import { awardEntries } from '../../money/ledger/rules.ts';
import type { Work } from '../../platform/work.ts';
import { type Chosen, chosenById, linkLevel } from '../checks/store.ts';
import { contributionsOf, type Fund } from '../pool/store.ts';
import {
  type AnswerNo,
  type ApproveNo,
  type AskNo,
  askerOf,
  fitsPot,
  mayAnswer,
  mayApprove,
  mayAsk,
  mayRefuse,
  type RefuseNo,
  type Standing,
} from './rules.ts';
import {
  addAward,
  addQuestion,
  addSignoff,
  awardedIn,
  keepAnswer,
  lockApplications,
  lockFund,
  questionsOf,
  signoffsOf,
} from './store.ts';

type About = { chosen: Chosen; standing: Standing };

/** Locks the fund and these applications, and says where each stands with the board. */
async function standings(work: Work, fund: Fund, applicationIds: readonly string[]): Promise<About[]> {
  await lockFund(work.tx, fund.id);
  await lockApplications(work.tx, applicationIds);
  const decided = new Map((await signoffsOf(work.tx, fund.id)).map((row) => [row.application_id, row.decision]));
  const asked = new Map((await questionsOf(work.tx, fund.id)).map((row) => [row.application_id, row]));
  const found: About[] = [];
  for (const id of [...new Set(applicationIds)].sort()) {
    const chosen = need(await chosenById(work.tx, id), 'chosen application');
    if (chosen.fundId !== fund.id) need(null, 'chosen application of this fund');
    const question = asked.get(id);
    found.push({
      chosen,
      standing: {
        fundId: fund.id,
        decision: decided.get(id) ?? null,
        question: !question ? 'none' : question.answer === null ? 'open' : 'answered',
        result: chosen.result,
      },
    });
  }
  return found;
}

async function asker(work: Work, fund: Fund, applicationIds: readonly string[]) {
  const personId = work.actor.kind === 'person' ? work.actor.personId : '';
  return { personId, asker: askerOf(work.actor, fund.id, await linkLevel(work.tx, personId, applicationIds)) };
}

/** The role is settled at the door; without it these pages do not exist. */
function notHere<Reason extends string>(reason: Reason | 'role'): Reason {
  if (reason === 'role') throw new Missing('sign-off');
  return reason;
}

/** All of them or none. What was approved before stays as it is. The award is what the group recommended. */
export async function approve(
  work: Work,
  input: { fund: Fund; applicationIds: readonly string[] },
): Promise<Outcome<{ approved: number }, ApproveNo>> {
  const { fund, applicationIds } = input;
  const all = await standings(work, fund, applicationIds);
  const by = await asker(work, fund, applicationIds);
  const open = all.filter(({ standing }) => standing.decision !== 'approve');
  for (const { standing } of open) {
    const verdict = mayApprove(by.asker, standing);
    if (!verdict.yes) return refused(notHere(verdict.reason));
  }
  const more = open.reduce((sum, { chosen }) => sum + chosen.pence + chosen.feePence, 0);
  if (!fitsPot(fund.potPence, await awardedIn(work.tx, fund.id), more)) return refused('pot-full');
  await openPots(work, fund.id, await contributionsOf(work.tx, fund.id));
  for (const { chosen } of open) await award(work, fund, chosen, by.personId);
  return done({ approved: open.length });
}

async function award(work: Work, fund: Fund, chosen: Chosen, personId: string): Promise<void> {
  const { applicationId: application_id, pence, feePence } = chosen;
  const at = { application_id, fund_id: fund.id, at: work.now };
  await addSignoff(work.tx, { ...at, decision: 'approve', ground: null, words: '', person_id: personId });
  await addAward(work.tx, { ...at, recommended_pence: pence, awarded_pence: pence, fee_pence: feePence });
  await transfer(work, {
    fundId: fund.id,
    effectKey: `award:${application_id}`,
    kind: 'award',
    entries: awardEntries(pence + feePence),
  });
  await work.record('grant.approved', application_id, { pence, feePence }, fund.id);
}

export async function askBoardQuestion(
  work: Work,
  input: { fund: Fund; applicationId: string; question: string },
): Promise<Outcome<null, AskNo>> {
  const { fund, applicationId } = input;
  const [about] = await standings(work, fund, [applicationId]);
  const by = await asker(work, fund, [applicationId]);
  const verdict = mayAsk(by.asker, need(about, 'chosen application').standing);
  if (!verdict.yes) return refused(notHere(verdict.reason));
  const question = input.question.trim();
  if (question === '') return invalid({ field: 'question', code: 'question' });
  await addQuestion(work.tx, {
    application_id: applicationId,
    fund_id: fund.id,
    question,
    asked_by: by.personId,
    asked_at: work.now,
  });
  await work.record('boardQuestion.asked', applicationId, {}, fund.id);
  await work.enqueue('signoff.asked', { applicationId, fundId: fund.id }, applicationId);
  return done(null);
}

export async function answerBoardQuestion(
  work: Work,
  input: { fund: Fund; applicationId: string; answer: string },
): Promise<Outcome<null, AnswerNo>> {
  const { fund, applicationId } = input;
  const [about] = await standings(work, fund, [applicationId]);
  const verdict = mayAnswer(work.actor, need(about, 'chosen application').standing);
  if (!verdict.yes) return refused(notHere(verdict.reason));
  const answer = input.answer.trim();
  if (answer === '') return invalid({ field: 'answer', code: 'answer' });
  const personId = work.actor.kind === 'person' ? work.actor.personId : '';
  await keepAnswer(work.tx, applicationId, answer, personId, work.now);
  await work.record('boardQuestion.answered', applicationId, {}, fund.id);
  return done(null);
}

/** A no needs a ground from the fund's own list and words the group can read. */
export async function refuse(
  work: Work,
  input: { fund: Fund; applicationId: string; ground: string; words: string },
): Promise<Outcome<null, RefuseNo>> {
  const { fund, applicationId } = input;
  const [about] = await standings(work, fund, [applicationId]);
  const by = await asker(work, fund, [applicationId]);
  const verdict = mayRefuse(by.asker, need(about, 'chosen application').standing);
  if (!verdict.yes) return refused(notHere(verdict.reason));
  const grounds = fund.design.fund.fiscal_host.refusal_grounds;
  const ground = /^\d{1,2}$/.test(input.ground) ? grounds[Number(input.ground)] : undefined;
  const words = input.words.trim();
  const problems = [
    ...(ground === undefined ? [{ field: 'ground', code: 'ground' }] : []),
    ...(words === '' ? [{ field: 'words', code: 'words' }] : []),
  ];
  if (ground === undefined || problems.length > 0) return invalid(...problems);
  const at = { application_id: applicationId, fund_id: fund.id, at: work.now };
  await addSignoff(work.tx, { ...at, decision: 'refuse', ground, words, person_id: by.personId });
  await work.record('grant.notApproved', applicationId, { ground: Number(input.ground) }, fund.id);
  await work.enqueue('signoff.told', { applicationId, fundId: fund.id }, applicationId);
  return done(null);
}
