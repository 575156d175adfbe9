/** The deeds of a payment run: prepare, approve, release, landed. All ticked lines or none; what was done before stays done. */
import { holds } from '../../../kernel/actors.ts';
import { done, Missing, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import { transfer } from '../../../money/ledger/actions.ts';
import { paymentEntries } from '../../../money/ledger/rules.ts';
import { lockPayees } from '../../../money/payees/store.ts';
import {
  type ApproveNo,
  chooseSource,
  isCharity,
  mayApprove,
  mayPrepare,
  mayRelease,
  type Payable,
  type PrepareNo,
  type ReleaseNo,
} from '../../../money/run/rules.ts';
import type { Work } from '../../../platform/work.ts';
import { lockFund, type Pot, potsOf } from '../../signoff/store.ts';
import {
  addAct,
  addLanding,
  applicationsOf,
  chooseContribution,
  linesById,
  linesIn,
  lockInstalments,
  oneLine,
  type PaymentLine,
} from './store.ts';

type Input = { readonly fundId: string; readonly instalmentIds: readonly string[] };

/** Payees, then instalments, each in one order; then the lines as they now stand. */
async function locked(
  work: Work,
  { fundId, instalmentIds }: Input,
): Promise<{ lines: PaymentLine[]; personId: string }> {
  const { actor, tx } = work;
  if (actor.kind !== 'person' || !holds(actor, fundId, 'finance', 'programme')) throw new Missing('payments');
  const ids = [...new Set(instalmentIds)];
  await lockPayees(tx, await applicationsOf(tx, ids));
  await lockInstalments(tx, ids);
  const lines = await linesById(tx, fundId, ids);
  if (lines.length !== ids.length) throw new Missing('instalment');
  return { lines, personId: actor.personId };
}

export function payable(line: PaymentLine): Payable {
  return {
    charity: isCharity(line.legalForm),
    throughSponsor: line.holder === 'sponsor',
    sponsorCharity: line.sponsorCharity,
  };
}

/** What each pot still has for new payments: what is in it, without what is prepared and has not left. */
export function freePots(pots: readonly Pot[], lines: readonly PaymentLine[]): Pot[] {
  return pots.map((pot) => {
    const kept = lines.filter(
      (line) => line.sourceCode === pot.code && line.preparedBy !== null && line.releasedBy === null,
    );
    return { ...pot, leftPence: kept.reduce((left, line) => left - line.pence - line.feePence, pot.leftPence) };
  });
}

export async function prepare(work: Work, input: Input): Promise<Outcome<{ prepared: number }, PrepareNo>> {
  await lockFund(work.tx, input.fundId);
  const { lines, personId } = await locked(work, input);
  const open = lines.filter((line) => line.preparedBy === null);
  for (const line of open) {
    const verdict = mayPrepare(line, work.now);
    if (!verdict.yes) return refused(verdict.reason);
  }
  const given = new Map<PaymentLine, Pot>();
  let pots = freePots(await potsOf(work.tx, input.fundId), await linesIn(work.tx, input.fundId));
  for (const line of open) {
    const sum = line.pence + line.feePence;
    const source = chooseSource(pots, payable(line), sum);
    const pot = pots.find((each) => each.code === source?.code);
    if (!pot) return refused('no-source');
    given.set(line, pot);
    pots = pots.map((each) => (each === pot ? { ...each, leftPence: each.leftPence - sum } : each));
  }
  for (const [line, pot] of given) {
    await chooseContribution(work.tx, line.id, pot.id);
    await addAct(work.tx, line, 'prepared', personId, work.now);
    await work.record('payment.prepared', line.id, { applicationId: line.applicationId, from: pot.code }, line.fundId);
  }
  return done({ prepared: given.size });
}

export async function approvePayments(work: Work, input: Input): Promise<Outcome<{ approved: number }, ApproveNo>> {
  const { lines, personId } = await locked(work, input);
  const open = lines.filter((line) => line.approvedBy === null);
  for (const line of open) {
    const verdict = mayApprove(line, personId);
    if (!verdict.yes) return refused(verdict.reason);
  }
  for (const line of open) {
    await addAct(work.tx, line, 'approved', personId, work.now);
    await work.record('payment.approved', line.id, { applicationId: line.applicationId }, line.fundId);
  }
  return done({ approved: open.length });
}

/** Money leaves: the ledger moves in the same breath, and the group hears of it. */
export async function release(work: Work, input: Input): Promise<Outcome<{ released: number }, ReleaseNo>> {
  const { lines, personId } = await locked(work, input);
  const open = lines.filter((line) => line.releasedBy === null);
  for (const line of open) {
    const verdict = mayRelease(line);
    if (!verdict.yes) return refused(verdict.reason);
  }
  for (const line of open) {
    await addAct(work.tx, line, 'released', personId, work.now);
    await transfer(work, {
      fundId: line.fundId,
      effectKey: `payment:${line.id}`,
      kind: 'payment',
      entries: paymentEntries(need(line.sourceCode, 'source'), line.pence + line.feePence),
    });
    await work.record('payment.released', line.id, { applicationId: line.applicationId }, line.fundId);
    await work.enqueue('grants.onItsWay', { applicationId: line.applicationId, instalmentId: line.id }, line.id);
  }
  return done({ released: open.length });
}

/** A finance officer saw it land, or heard it from the group on the phone. */
export async function markLanded(
  work: Work,
  input: { instalmentId: string },
): Promise<Outcome<{ fundId: string }, 'not-released'>> {
  const { actor } = work;
  const { fundId } = need(await oneLine(work.tx, input.instalmentId), 'instalment');
  if (actor.kind !== 'person' || !holds(actor, fundId, 'finance')) throw new Missing('instalment');
  const [line] = await linesById(work.tx, fundId, [input.instalmentId]);
  if (need(line, 'instalment').releasedBy === null) return refused('not-released');
  if (await addLanding(work.tx, input.instalmentId, `person:${actor.personId}`, work.now))
    await work.record(
      'payment.landed',
      input.instalmentId,
      { applicationId: need(line, 'instalment').applicationId },
      fundId,
    );
  return done({ fundId });
}
