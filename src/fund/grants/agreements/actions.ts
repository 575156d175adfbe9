/** The deeds of the agreement: make the letters, sign, change the bank, sign for the host, say that it landed. */
import { holds } from '../../../kernel/actors.ts';
import { done, invalid, Missing, need, type Outcome, refused } from '../../../kernel/outcomes.ts';
import { giveBankDetails } from '../../../money/payees/actions.ts';
import { readBank, type TypedBank } from '../../../money/payees/rules.ts';
import type { Work } from '../../../platform/work.ts';
import { lockOwn } from '../../applications/store.ts';
import type { Fund } from '../../pool/store.ts';
import { lockFund } from '../../signoff/store.ts';
import {
  clausesIn,
  gapsInSigning,
  type Letter,
  type PublishField,
  partsFor,
  planIn,
  readLetter,
  readPublish,
} from './rules.ts';
import {
  addAgreement,
  addSignature,
  awardsWithoutLetter,
  keepPublishChoices,
  keptPrivate,
  landAll,
  lockAgreement,
  signaturesOf,
} from './store.ts';

/** A letter for every award that is approved and checked; making them twice makes none twice. */
export async function makeAgreements(work: Work, input: { fund: Fund }): Promise<Outcome<{ made: number }>> {
  const { fund } = input;
  if (!holds(work.actor, fund.id, 'programme', 'finance')) throw new Missing('agreements');
  await lockFund(work.tx, fund.id);
  const waiting = await awardsWithoutLetter(work.tx, fund.id);
  const words = clausesIn(fund.design);
  for (const award of waiting) {
    const grant = { tier: award.tier, months: award.months, pence: award.awarded_pence, feePence: award.fee_pence };
    const { months, parts } = partsFor(fund.design, grant, work.now, fund.zone);
    const letter: Letter = {
      group: award.group_name,
      host: fund.hostName,
      sponsor: award.sponsor_name,
      awardedPence: award.awarded_pence,
      feePence: award.fee_pence,
      months,
      purpose: award.purpose,
      ...planIn(award.snapshot),
      plan: award.plan,
      parts,
      ...words,
    };
    const { application_id: applicationId, language } = award;
    await addAgreement(work.tx, { applicationId, fundId: fund.id, language, letter, parts, now: work.now });
    await work.record('agreement.made', applicationId, { parts: parts.length }, fund.id);
    await work.enqueue('grants.letter', { applicationId }, applicationId);
  }
  return done({ made: waiting.length });
}

export type TypedSigning = {
  readonly agree: string;
  readonly signedAs: string;
  readonly bank: TypedBank;
  readonly publish: (field: PublishField) => string;
};

/** Signing, where the money goes, and what may be public, in one go. A second send is welcome and changes nothing. */
export async function sign(work: Work, input: { applicationId: string; typed: TypedSigning }): Promise<Outcome<null>> {
  const { applicationId, typed } = input;
  await lockOwn(work, applicationId);
  const agreement = need(await lockAgreement(work.tx, applicationId), 'agreement');
  const signed = (await signaturesOf(work.tx, applicationId)).some((each) => each.side === 'group');
  if (signed) return done(null);
  const letter = readLetter(agreement.body);
  const read = readBank(typed.bank, letter.sponsor !== null);
  const problems = [...gapsInSigning(typed), ...('problems' in read ? read.problems : [])];
  if ('problems' in read || problems.length > 0) return invalid(...problems);
  const fundId = agreement.fund_id;
  await addSignature(work.tx, {
    application_id: applicationId,
    side: 'group',
    signed_as: typed.signedAs.trim(),
    at: work.now,
  });
  await giveBankDetails(work, { applicationId, fundId, bank: read.bank });
  const choices = readPublish(typed.publish, await keptPrivate(work.tx, applicationId));
  await keepPublishChoices(work.tx, applicationId, choices, work.now);
  const published = [...choices].flatMap(([field, yes]) => (yes ? [field] : []));
  await work.record('agreement.signed', applicationId, { published }, fundId);
  return done(null);
}

/** New bank details stop what has not left yet until someone has rung, and the group hears of it where it always did. */
export async function changeBank(
  work: Work,
  input: { applicationId: string; typed: TypedBank },
): Promise<Outcome<null, 'not-signed'>> {
  const { applicationId } = input;
  await lockOwn(work, applicationId);
  const agreement = need(await lockAgreement(work.tx, applicationId), 'agreement');
  const signed = (await signaturesOf(work.tx, applicationId)).some((each) => each.side === 'group');
  if (!signed) return refused('not-signed');
  const read = readBank(input.typed, readLetter(agreement.body).sponsor !== null);
  if ('problems' in read) return invalid(...read.problems);
  const came = await giveBankDetails(work, { applicationId, fundId: agreement.fund_id, bank: read.bank });
  if (came === 'changed') await work.enqueue('grants.bankChanged', { applicationId, at: work.now.getTime() });
  return done(null);
}

export async function countersign(
  work: Work,
  input: { applicationId: string },
): Promise<Outcome<{ fundId: string }, 'not-signed'>> {
  const { actor } = work;
  const agreement = need(await lockAgreement(work.tx, input.applicationId), 'agreement');
  const fundId = agreement.fund_id;
  if (actor.kind !== 'person' || !holds(actor, fundId, 'programme', 'finance')) throw new Missing('agreement');
  const sides = (await signaturesOf(work.tx, input.applicationId)).map((each) => each.side);
  if (!sides.includes('group')) return refused('not-signed');
  if (!sides.includes('host')) {
    await addSignature(work.tx, {
      application_id: input.applicationId,
      side: 'host',
      signed_as: actor.name,
      at: work.now,
    });
    await work.record('agreement.countersigned', input.applicationId, {}, fundId);
  }
  return done({ fundId });
}

export async function sayItLanded(work: Work, input: { applicationId: string }): Promise<Outcome<null>> {
  await lockOwn(work, input.applicationId);
  const agreement = need(await lockAgreement(work.tx, input.applicationId), 'agreement');
  for (const instalment of await landAll(work.tx, input.applicationId, 'group', work.now))
    await work.record('payment.landed', instalment, { applicationId: input.applicationId }, agreement.fund_id);
  return done(null);
}
