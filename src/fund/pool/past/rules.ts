/** What we keep of a published grant, and which files may be brought. */
import { firstObject, isObject, type Json, textOf } from '../../../../packages/360giving/src/json.ts';
import type { Report } from '../../../../packages/360giving/src/report.ts';

export type PastGrant = {
  readonly grantId: string;
  readonly title: string;
  readonly funder: string;
  readonly recipientId: string;
  readonly recipient: string;
  readonly pence: number;
  readonly currency: string;
  readonly awardedOn: string;
};

/** Null for a grant to one person, of whom we keep nothing, and for one whose sum is no sum. */
export function pastGrantOf(grant: Json): PastGrant | null {
  if (!isObject(grant) || 'recipientIndividual' in grant) return null;
  const [to, from] = [firstObject(grant.recipientOrganization), firstObject(grant.fundingOrganization)];
  const [grantId, title, currency] = [textOf(grant.id), textOf(grant.title), textOf(grant.currency)];
  const [recipientId, recipient] = [textOf(to?.id), textOf(to?.name)];
  const [funder, date] = [textOf(from?.name), textOf(grant.awardDate)];
  const pence = typeof grant.amountAwarded === 'number' ? Math.round(grant.amountAwarded * 100) : Number.NaN;
  if (!(grantId && title && currency && recipientId && recipient && funder && date && Number.isSafeInteger(pence)))
    return null;
  return { grantId, title, funder, recipientId, recipient, pence, currency, awardedOn: date.slice(0, 10) };
}

export type MayBring = { readonly may: true } | { readonly may: false; readonly no: 'empty' | 'not-standard' };

/** Only a file that follows the standard: what we show of others must be what they meant. */
export function mayBring({ grants, valid }: Pick<Report, 'grants' | 'valid'>): MayBring {
  if (grants === 0) return { may: false, no: 'empty' };
  return valid === grants ? { may: true } : { may: false, no: 'not-standard' };
}
