/** What was found in a file, put together so that one mistake made a thousand times is said once. */
import type { Report } from '../../../packages/360giving/src/report.ts';
import type { Finding, Params, SentenceCode } from '../../../packages/360giving/src/sentences.ts';
import type { Note } from '../../../packages/360giving/src/sheets/unflatten.ts';
import type { UnreadableReason } from '../../../packages/360giving/src/unreadable.ts';

export type Mistake = {
  readonly code: SentenceCode;
  readonly params: Params;
  /** In English, as the library says it. */
  readonly message: string;
  readonly count: number;
  /** Where the first few stand: cells of a sheet, or pointers in JSON; with the title of the first grant. */
  readonly where: readonly string[];
  readonly grant: string | null;
};
export type Hint = {
  readonly id: string;
  readonly count: number;
  readonly share: number;
  readonly where: readonly string[];
};

export type Found = {
  readonly kind: 'found';
  readonly file: 'json' | 'xlsx' | 'ods' | 'csv';
  readonly grants: number;
  readonly valid: number;
  readonly mistakes: readonly Mistake[];
  /** Kinds of mistakes beyond those listed. */
  readonly more: number;
  readonly accuracy: readonly Hint[];
  readonly usefulness: readonly Hint[];
  readonly notes: readonly Note[];
};
export type Looked =
  | Found
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly params: Params }
  | { readonly kind: 'heavy' }
  | { readonly kind: 'busy' };

const mostListed = 40;
const mostPlaces = 5;

/** The same code about the same field is the same mistake, whatever was written there. */
function together(findings: readonly Finding[]): Mistake[] {
  const groups = Map.groupBy(findings, ({ code, params }) => `${code} ${params.field ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const where = group.slice(0, mostPlaces).map(({ cell, pointer }) => cell ?? pointer);
    const { code, params, message, grant } = first;
    return [{ code, params, message, grant, where, count: group.length }];
  });
}

export function found(report: Report, file: Found['file']): Found {
  const mistakes = together([...report.schemaErrors, ...report.codelistErrors]);
  const hints = (kind: 'accuracy' | 'usefulness') =>
    report.checks
      .filter((check) => check.kind === kind)
      .map(({ id, count, share, cells, examples }) => ({ id, count, share, where: cells ?? examples }));
  return {
    kind: 'found',
    file,
    grants: report.grants,
    valid: report.valid,
    mistakes: mistakes.slice(0, mostListed),
    more: Math.max(0, mistakes.length - mostListed),
    accuracy: hints('accuracy'),
    usefulness: hints('usefulness'),
    notes: report.notes,
  };
}
