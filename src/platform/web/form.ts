/** A parsed form: text by name, nothing trusted yet. */
import { createHash } from 'node:crypto';

export type Form = {
  /** The first value of a field, trimmed of line-end noise but otherwise as typed; empty when not there. */
  text(name: string): string;
  all(name: string): readonly string[];
  has(name: string): boolean;
  /** The bytes of a file field; undefined when none was chosen, or when the route takes no files. */
  file(name: string): Uint8Array | undefined;
  /** Every field as typed, without our own hidden ones, for a page that gives it back. */
  typed(): readonly (readonly [string, string])[];
  /** The idempotency key the form carried. */
  readonly key: string;
  /** What tells two sends with different files apart. */
  readonly filesHash: string;
};

export class TooMuch extends Error {}
export class UnreadableForm extends Error {}

const most = 2_000_000;
/** The largest form with a file. */
export const mostWithFile = 10 * 2 ** 20;

type Files = ReadonlyMap<string, Uint8Array>;

function hashOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(JSON.stringify([name, bytes.length])).update(bytes);
  return files.size === 0 ? '' : hash.digest('hex');
}

function fromPairs(pairs: readonly (readonly [string, string])[], files: Files = new Map()): Form {
  const byName = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const clean = value.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
    byName.set(name, [...(byName.get(name) ?? []), clean]);
  }
  return {
    text: (name) => byName.get(name)?.[0] ?? '',
    all: (name) => byName.get(name) ?? [],
    has: (name) => byName.has(name),
    file: (name) => files.get(name),
    typed: () =>
      [...byName]
        .filter(([name]) => !name.startsWith('_'))
        .flatMap(([name, values]) => values.map((v) => [name, v] as const)),
    key: byName.get('_key')?.[0] ?? '',
    filesHash: hashOf(files),
  };
}

export const emptyForm: Form = fromPairs([]);

/** The whole body, or TooMuch as soon as it is more than we take: no length that a sender claims is believed. */
async function bodyWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new TooMuch();
  const parts: Uint8Array[] = [];
  let length = 0;
  // What we do not read is left to the server, which drops it.
  for await (const part of request.body?.values({ preventCancel: true }) ?? []) {
    length += part.length;
    if (length > limit) throw new TooMuch();
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts, length));
}

async function fromParts(body: BodyInit, type: string, takesFiles: boolean): Promise<Form> {
  const parsed = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new UnreadableForm();
  });
  const pairs: [string, string][] = [];
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of parsed) {
    if (typeof value === 'string') pairs.push([name, value]);
    // A file field left empty comes as a file without name and bytes.
    else if (takesFiles && (value.size > 0 || value.name !== ''))
      files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
  return fromPairs(pairs, files);
}

/**
 * Reads a form as browsers send it without scripts; files only where they are expected.
 * @throws TooMuch over 2 MB (10 MB with files), UnreadableForm for other types
 */
export async function readForm(request: Request, takesFiles = false): Promise<Form> {
  const type = request.headers.get('content-type') ?? '';
  const parts = type.startsWith('multipart/form-data');
  if (!parts && !type.startsWith('application/x-www-form-urlencoded')) throw new UnreadableForm();
  const body = await bodyWithin(request, takesFiles ? mostWithFile : most);
  if (parts) return fromParts(body, type, takesFiles);
  return fromPairs([...new URLSearchParams(new TextDecoder().decode(body))]);
}
