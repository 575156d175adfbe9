/** Everything that can be checked about a record offline: the bare verifier, then the count itself where ballots are open. */
import { checkCount } from './count.ts';
import { type Bag, type Report, verifyText } from './verifier.ts';

export interface Published {
  /** Merkle root of the ballots, as published at close. */
  readonly root?: string;
  /** Hash of the whole record, as published with the result. */
  readonly hash?: string;
  /** Hash of the rules, as published before opening. */
  readonly manifest?: string;
}

/** Checks the text of a bundle; with its sealed part, counts again too. Never throws for a damaged bundle. */
export function verifyRecord(text: string, published: Published = {}): Report {
  const report = verifyText(text, published);
  if (!report.ok || report.level !== 'sealed') return report;
  const faults: string[] = [];
  try {
    checkCount(JSON.parse(text) as Bag, (holds, fault) => void (holds || faults.push(fault)));
  } catch (error) {
    faults.push(`the ballots cannot be counted: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  return { ...report, ok: faults.length === 0, faults };
}
