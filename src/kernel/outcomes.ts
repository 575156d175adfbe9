/** What a deed can come to: done, invalid (the person can mend it), or refused (with its reason). */
export type Problem = {
  /** The form field the problem belongs to. */
  readonly field: string;
  /** Key of the sentence, in the slice's words. */
  readonly code: string;
  readonly params?: Record<string, string | number>;
};

export type Outcome<Done, Refusal extends string = never> =
  | { readonly done: Done }
  | { readonly invalid: readonly Problem[] }
  | { readonly refused: Refusal };

export function done<Done>(value: Done): { readonly done: Done } {
  return { done: value };
}

export function invalid(...problems: Problem[]): { readonly invalid: readonly Problem[] } {
  return { invalid: problems };
}

export function refused<Refusal extends string>(reason: Refusal): { readonly refused: Refusal } {
  return { refused: reason };
}

/** Thrown when a row does not exist, or this actor may not see it: the two are the same answer, 404. */
export class Missing extends Error {
  constructor(what: string) {
    super(`missing: ${what}`);
    this.name = 'Missing';
  }
}

/** The row, or the 404 that says nothing about why. */
export function need<Row>(row: Row | null | undefined, what: string): Row {
  if (row === null || row === undefined) throw new Missing(what);
  return row;
}
