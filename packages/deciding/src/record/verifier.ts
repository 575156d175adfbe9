/** Checks a decision record offline, alone: no import, its own SHA-256, nothing trusted but the published hashes. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Bag = { readonly [key: string]: Json };
/** A fraction: above, below. */
export type Frac = readonly [bigint, bigint];
export interface Report {
  readonly ok: boolean;
  readonly faults: readonly string[];
  /** What this record allowed to be checked: `public` figures only, or the ballots too. */
  readonly level: 'public' | 'sealed';
}

const K = Array.from({ length: 64 }, (_, i) => rootBits(prime(i), 3n));
const START = Array.from({ length: 8 }, (_, i) => rootBits(prime(i), 2n));

function prime(n: number): number {
  for (let p = 2, seen = 0; ; p++) {
    let divides = false;
    for (let d = 2; d * d <= p; d++) if (p % d === 0) divides = true;
    if (!divides && seen++ === n) return p;
  }
}
/** First 32 bits after the point of the square (k = 2) or cube (k = 3) root of p: FIPS 180-4, sections 4.2.2, 5.3.3. */
function rootBits(p: number, k: bigint): number {
  const target = BigInt(p) << (32n * k);
  let x = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((x + bit) ** k <= target) x += bit;
  return Number(x & 0xffffffffn);
}
/** SHA-256 of bytes (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const h = [...START];
  const w = new Int32Array(64);
  const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      w[i] = w[i - 16]! + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7]! + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, z] = h as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const t = (z + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
      const u = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [z, g, f, e, d, c, b, a] = [g, f, e, (d + t) | 0, c, b, a, (t + u) | 0];
    }
    [a, b, c, d, e, f, g, z].forEach((x, i) => {
      h[i] = (h[i]! + x) | 0;
    });
  }
  const out = new Uint8Array(32);
  h.forEach((x, i) => {
    new DataView(out.buffer).setInt32(4 * i, x);
  });
  return out;
}
const hex = (b: Uint8Array): string => Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
/** Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export function hash(text: string): string {
  return hex(sha256(new TextEncoder().encode(text)));
}
/** Order by code point, alike everywhere. */
export function before(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++)
    if (x[i] !== y[i]) return x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
  return x.length - y.length;
}
/** Canonical JSON: keys by code point, no spaces, whole safe numbers only. Throws RangeError for anything else. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError('a record holds texts, whole numbers, lists and objects only');
  const entries = Object.entries(value).sort(([a], [b]) => before(a, b));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}
/** Merkle root of hexadecimal leaves: leaf = H("0" + x), node = H("1" + left + right), an odd one out moves up. */
export function merkleRoot(leaves: readonly string[]): string {
  let level = leaves.map((x) => hash(`0${x}`));
  if (level.length === 0) return hash('');
  while (level.length > 1)
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
      2 * i + 1 < level.length ? hash(`1${level[2 * i]}${level[2 * i + 1]}`) : level[2 * i]!,
    );
  return level[0]!;
}
/**
 * The draw: seed = SHA-256(closed + newline + randomness); block i = SHA-256(seed, i as 4 bytes big-endian); numbers are
 * the blocks' 4-byte big-endian words in turn; below n: words from floor(2^32 / n) * n up are thrown away, then the
 * remainder by n; Fisher-Yates from the last place of the ids sorted by code point.
 */
export function drawOrder(
  ids: readonly string[],
  closed: string,
  randomness: string,
): { seed: string; order: string[] } {
  const seed = sha256(new TextEncoder().encode(`${closed}\n${randomness}`));
  let used = 0;
  const word = (): number => {
    const block = new Uint8Array(36);
    block.set(seed);
    new DataView(block.buffer).setUint32(32, used >> 3);
    return new DataView(sha256(block).buffer).getUint32(4 * (used++ & 7));
  };
  const below = (n: number): number => {
    const limit = Math.floor(2 ** 32 / n) * n;
    for (;;) {
      const x = word();
      if (x < limit) return x % n;
    }
  };
  const order = [...ids].sort(before);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return { seed: hex(seed), order };
}

export const units = (x: Json | undefined): bigint => BigInt(x as string | number);
export const frac = (x: Json | undefined): Frac => {
  const [n, d] = String(x).split('/');
  return [BigInt(n!), BigInt(d ?? '1')];
};
export const less = (a: Frac, b: Frac): boolean => a[0] * b[1] < b[0] * a[1];
export const same = (a: Frac, b: Frac): boolean => a[0] * b[1] === b[0] * a[1];
export const times = (a: Frac, n: bigint): Frac => [a[0] * n, a[1]];
export const minus = (a: Frac, b: Frac): Frac => lowest([a[0] * b[1] - b[0] * a[1], a[1] * b[1]]);
function lowest([n, d]: Frac): Frac {
  let [x, y] = [n < 0n ? -n : n, d];
  while (y !== 0n) [x, y] = [y, x % y];
  return [n / x, d / x];
}

/** Checks a bundle; `published` are hashes a person holds from elsewhere. Never throws for a damaged bundle. */
export function verifyBundle(
  bundle: Json,
  published: { root?: string; hash?: string; manifest?: string } = {},
): Report {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const b = bundle as Bag;
  const sealed = b?.sealed !== undefined;
  try {
    const { hash: stated, sealed: ballots, ...open } = b as { [key: string]: Json };
    check(b.format === 'manyhands-decision/1', 'the format is not one this verifier knows');
    check(stated === hash(canonical(open)), 'the record was changed after it was hashed');
    check(published.hash === undefined || published.hash === stated, 'this is not the record that was published');
    checkClosing(b, published, check);
    checkMoney(b, check);
    checkAmendments(b, check);
    if (sealed) checkBallots(b, ballots as readonly Bag[], check);
  } catch (error) {
    faults.push(`the record cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
  return { ok: faults.length === 0, faults, level: sealed ? 'sealed' : 'public' };
}
export type Check = (holds: boolean, fault: string) => void;

function checkClosing(b: Bag, published: { root?: string; manifest?: string }, check: Check): void {
  const commitments = b.commitments as string[];
  check(b.manifestHash === hash(canonical(b.manifest)), 'the rules are not those that were hashed before opening');
  check(
    published.manifest === undefined || published.manifest === b.manifestHash,
    'these are not the rules that were published',
  );
  check(
    commitments.every((c, i) => /^[0-9a-f]{64}$/.test(c) && (i === 0 || commitments[i - 1]! < c)),
    'the commitments are not in order',
  );
  check(b.count === commitments.length, 'the number of ballots is not that of the commitments');
  check(b.root === merkleRoot(commitments), 'the commitments do not give the root');
  check(published.root === undefined || published.root === b.root, 'these are not the ballots that were published');
  const draw = b.draw as Bag | null;
  const closed = hash(canonical({ manifest: b.manifestHash!, root: b.root!, count: b.count! }));
  const ids = ((b.manifest as Bag).options as readonly Bag[]).map((o) => String(o.id));
  check(
    draw === null ||
      canonical({ ...drawOrder(ids, closed, String(draw.randomness)), randomness: draw.randomness! }) ===
        canonical(draw),
    'the draw does not come out of the public randomness',
  );
}
function checkMoney(b: Bag, check: Check): void {
  const manifest = b.manifest as Bag;
  const allowed = new Map((manifest.options as readonly Bag[]).map((o) => [String(o.id), o]));
  const awards = b.awards as readonly Bag[];
  let spent = 0n;
  for (const a of awards) {
    const o = allowed.get(String(a.id));
    check(
      o !== undefined && (a.amount === o.cost || a.amount === o.minimum),
      `${a.id} was awarded an amount that was not on offer`,
    );
    allowed.delete(String(a.id));
    spent += units(a.amount);
  }
  check(spent === units(b.spent), 'the awards do not add up');
  check(spent <= units(manifest.budget), 'more was awarded than there was');
  const ledger = b.ledger as readonly Bag[];
  let left = b.share === null ? ([0n, 1n] as Frac) : times(frac(b.share), BigInt(Number(b.count)));
  let least: Frac | null = null;
  for (const [i, line] of ledger.entries()) {
    left = minus(left, [units(line.amount), 1n]);
    check(
      line.round === i + 1 && line.id === awards[i]?.id && line.amount === awards[i]?.amount,
      `round ${i + 1} does not match the awards`,
    );
    check(same(left, frac(line.left)) && left[0] >= 0n, `round ${i + 1} leaves another amount in the room`);
    check(
      line.price === null || least === null || !less(frac(line.price), least),
      `round ${i + 1} was cheaper than the one before`,
    );
    if (line.price !== null) least = frac(line.price);
  }
  for (const t of b.ties as readonly Bag[])
    check((t.among as string[]).includes(String(t.chosen)), 'a tie was settled for somebody outside it');
}
function checkAmendments(b: Bag, check: Check): void {
  let previous = hash(canonical(b.awards));
  for (const a of b.amendments as readonly Bag[]) {
    const { hash: own, ...rest } = a as { [key: string]: Json };
    check(
      a.previous === previous && own === hash(canonical(rest)),
      `amendment ${a.number} is not the one that was signed`,
    );
    check(String(a.reason).trim() !== '', `amendment ${a.number} gives no reason`);
    previous = String(own);
  }
}
function checkBallots(b: Bag, ballots: readonly Bag[], check: Check): void {
  const opened = ballots.map((x) => x.ballot as Bag);
  const roll = (b.manifest as Bag).eligible as string[];
  check(
    canonical(ballots.map((x) => hash(canonical(x)))) === canonical(b.commitments),
    'the ballots are not those that were committed to',
  );
  check(new Set(opened.map((x) => x.voter)).size === ballots.length, 'somebody voted twice');
  check(
    opened.every((x) => roll.includes(String(x.voter))),
    'somebody voted who is not on the roll',
  );
}
/** The same for the text of a bundle. */
export function verifyText(text: string, published: { root?: string; hash?: string; manifest?: string } = {}): Report {
  try {
    return verifyBundle(JSON.parse(text) as Json, published);
  } catch {
    return { ok: false, faults: ['this is not JSON'], level: 'public' };
  }
}
