/** The three acts of a payment by at least two people, and which money may pay whom. */
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

/** One payment as far as the rules need to see it. */
export type Line = {
  readonly checked: boolean;
  readonly approved: boolean;
  readonly signed: boolean;
  readonly rung: boolean;
  readonly dueOn: Date;
  readonly preparedBy: string | null;
  readonly approvedBy: string | null;
  readonly releasedBy: string | null;
};

export type NotYet = 'not-checked' | 'not-approved' | 'not-signed' | 'not-rung';
export type PrepareNo = NotYet | 'not-due' | 'no-source';
export type ApproveNo = 'not-prepared' | 'own';
export type ReleaseNo = NotYet | 'no-yes' | 'one-person';
export type RunNo = PrepareNo | ApproveNo | ReleaseNo;

/** What a payment still waits for, first things first; null when nothing. */
export function waitsFor(line: Line): NotYet | null {
  if (!line.checked) return 'not-checked';
  if (!line.approved) return 'not-approved';
  if (!line.signed) return 'not-signed';
  if (!line.rung) return 'not-rung';
  return null;
}

export function mayPrepare(line: Line, now: Date): Verdict<NotYet | 'not-due'> {
  const waiting = waitsFor(line);
  if (waiting) return no(waiting);
  return line.dueOn <= now ? yes : no('not-due');
}

/** Someone else than the person who prepared it says yes. */
export function mayApprove(line: Line, personId: string): Verdict<ApproveNo> {
  if (line.preparedBy === null) return no('not-prepared');
  return line.preparedBy === personId ? no('own') : yes;
}

/** Whoever releases, two people have acted by then; nobody does all three. */
export function mayRelease(line: Line): Verdict<ReleaseNo> {
  if (line.preparedBy === null || line.approvedBy === null) return no('no-yes');
  const waiting = waitsFor(line);
  if (waiting) return no(waiting);
  return line.preparedBy === line.approvedBy ? no('one-person') : yes;
}

export type Restriction = 'none' | 'charities-only' | 'learning-only';
export type Source = { readonly code: string; readonly restriction: Restriction; readonly leftPence: number };
export type Payable = { readonly charity: boolean; readonly sponsorCharity: boolean; readonly throughSponsor: boolean };

/** Registered charities by legal form; incorporated charitable organisations are on the register too. */
export function isCharity(legalForm: string | null): boolean {
  return legalForm === 'registered charity' || legalForm === 'CIO or SCIO';
}

/** Learning money never pays grants; charities' money pays charities, or others through a sponsor that is one. */
export function mayPay(restriction: Restriction, to: Payable): boolean {
  if (restriction === 'learning-only') return false;
  if (restriction === 'none') return true;
  return to.charity || (to.throughSponsor && to.sponsorCharity);
}

/** The pot a payment comes from: restricted money first where it fits, then by code; null when no allowed pot holds enough. */
export function chooseSource(sources: readonly Source[], to: Payable, pence: number): Source | null {
  const fits = sources.filter((source) => mayPay(source.restriction, to) && source.leftPence >= pence);
  const first = (source: Source) => (source.restriction === 'none' ? 1 : 0);
  return fits.toSorted((a, b) => first(a) - first(b) || (a.code < b.code ? -1 : 1))[0] ?? null;
}
