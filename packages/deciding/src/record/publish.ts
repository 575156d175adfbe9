/** The public edition of a record: no ballots, and no figure that tells in a small group who supported what. */
import { countShown } from './disclosure.ts';
import type { DecisionRecord } from './shape.ts';
import { canonical, hash } from './verifier.ts';

/**
 * Leaves out the sealed part and shows supporter counts as bands where an exact one would tell on people. As soon as one
 * line needs a band no line shows its price: prices rise from round to round, so a neighbour's price would narrow the
 * band. Recusal counts stay: they were public before opening. `sealedHash` ties the edition to the full record.
 */
export function publicEdition(record: DecisionRecord): DecisionRecord & { readonly sealedHash: string } {
  const { hash: full, sealed: _, ...open } = record;
  const shown = record.ledger.map((line) => countShown(line.supporters.to, line.couldVote));
  const priced = shown.every((s) => s.exact);
  const ledger = record.ledger.map((line, i) => {
    const { from, to } = shown[i]!;
    return { ...line, price: priced ? line.price : null, supporters: { from, to } };
  });
  const edition = { ...open, ledger, sealedHash: full };
  return { ...edition, hash: hash(canonical(edition)) };
}

/** What a member keeps: that a ballot is in, without saying what it says. */
export interface Receipt {
  readonly commitment: string;
  readonly root: string;
  /** From the leaf up: the neighbour's hash, and whether it stands on the left. */
  readonly path: readonly { readonly hash: string; readonly left: boolean }[];
}

/** The inclusion path of one commitment; throws RangeError when it is not among them. */
export function receiptFor(record: DecisionRecord, commitment: string): Receipt {
  let at = record.commitments.indexOf(commitment);
  if (at < 0) throw new RangeError('this ballot is not in the record');
  const path: { hash: string; left: boolean }[] = [];
  let level = record.commitments.map((x) => hash(`0${x}`));
  while (level.length > 1) {
    const beside = at ^ 1;
    if (beside < level.length) path.push({ hash: level[beside]!, left: beside < at });
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
      2 * i + 1 < level.length ? hash(`1${level[2 * i]}${level[2 * i + 1]}`) : level[2 * i]!,
    );
    at >>= 1;
  }
  return { commitment, root: record.root, path };
}

/** True when the receipt's path leads from its commitment to its root. */
export function receiptHolds(receipt: Receipt): boolean {
  const top = receipt.path.reduce(
    (own, p) => hash(p.left ? `1${p.hash}${own}` : `1${own}${p.hash}`),
    hash(`0${receipt.commitment}`),
  );
  return top === receipt.root;
}
