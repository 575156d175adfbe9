/** A parsed form: text by name, nothing trusted yet. */
export type Form = {
  /** The first value of a field, trimmed of line-end noise but otherwise as typed; empty when not there. */
  text(name: string): string;
  all(name: string): readonly string[];
  has(name: string): boolean;
  /** Every field as typed, without our own hidden ones, for a page that gives it back. */
  typed(): readonly (readonly [string, string])[];
  /** The idempotency key the form carried. */
  readonly key: string;
};

export class TooMuch extends Error {}
export class UnreadableForm extends Error {}

const most = 2_000_000;

function fromPairs(pairs: readonly (readonly [string, string])[]): Form {
  const byName = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const clean = value.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
    byName.set(name, [...(byName.get(name) ?? []), clean]);
  }
  return {
    text: (name) => byName.get(name)?.[0] ?? '',
    all: (name) => byName.get(name) ?? [],
    has: (name) => byName.has(name),
    typed: () =>
      [...byName]
        .filter(([name]) => !name.startsWith('_'))
        .flatMap(([name, values]) => values.map((v) => [name, v] as const)),
    key: byName.get('_key')?.[0] ?? '',
  };
}

export const emptyForm: Form = fromPairs([]);

/** Reads a form as browsers send it without scripts; throws TooMuch over 2 MB and UnreadableForm for other types. */
export async function readForm(request: Request): Promise<Form> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new TooMuch();
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const text = await request.text();
    if (text.length > most) throw new TooMuch();
    return fromPairs([...new URLSearchParams(text)]);
  }
  if (type.startsWith('multipart/form-data')) {
    const parsed = await request.formData();
    const pairs: [string, string][] = [];
    for (const [name, value] of parsed) if (typeof value === 'string') pairs.push([name, value]);
    return fromPairs(pairs);
  }
  throw new UnreadableForm();
}
