/** One line of the conformance table: what was expected, what came out. */

export interface Row {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
  readonly ok: boolean;
  readonly seconds?: number;
}

export function row(id: string, expected: string, got: string, seconds?: number): Row {
  return { id, expected, got, ok: expected === got, ...(seconds === undefined ? {} : { seconds }) };
}
