/** One line of the conformance report: what was expected, what came out. */
export type Row = { id: string; expected: string; got: string; ok: boolean };

export const row = (id: string, expected: unknown, got: unknown): Row => {
  const [wanted, found] = [expected, got].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return { id, expected: wanted ?? 'nothing', got: found ?? 'nothing', ok: wanted === found };
};
