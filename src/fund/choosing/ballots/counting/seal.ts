/** One count from papers to what is kept: the codes, the public edition, each why, and the whole record already locked. */
import type { DecisionRecord, Manifest } from '../../../../../packages/deciding/src/index.ts';
import type { Laid } from '../../rules.ts';
import { countBallots, type Paper, type Why } from '../count.ts';
import { type Locked, lock } from '../locked.ts';
import type { AgreedRule } from '../rules.ts';

export type Counting = {
  readonly options: readonly Laid[];
  readonly potPence: number;
  readonly rule: AgreedRule;
  readonly manifest: Manifest;
  readonly papers: readonly Paper[];
  readonly phrase: string;
};
export type Sealed = {
  readonly codes: readonly string[];
  readonly root: string;
  readonly edition: DecisionRecord;
  readonly locked: Locked;
  readonly whys: readonly Why[];
};

export function sealCount({ options, potPence, rule, manifest, papers, phrase }: Counting): Sealed {
  const { record, edition, whys } = countBallots(options, potPence, rule, manifest, papers);
  const locked = lock(JSON.stringify(record), phrase);
  return { codes: record.commitments, root: record.root, edition, locked, whys };
}
