/** Single changes to a record, one at a time and hashed again by a careful forger, for the test that all are found. */
import { canonical, hash } from '../record/verifier.ts';

type Node = Record<string | number, unknown>;

/** Every place in the record that holds a text, a number or a list, as a path. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.keys(value).flatMap((k) =>
    places((value as Node)[k], [...path, Array.isArray(value) ? Number(k) : k]),
  );
  return Array.isArray(value) ? [path, ...inner] : inner;
}

function changed(value: unknown, next: (below: number) => number): unknown {
  if (typeof value === 'number') return value + (next(2) === 0 ? 1 : -1);
  if (value === null) return 'x';
  if (Array.isArray(value)) return changedList(value, next);
  const text = String(value);
  if (text === '') return 'x';
  const at = next(text.length);
  const other = text[at] === '7' ? '3' : '7';
  return text.slice(0, at) + other + text.slice(at + 1);
}

function changedList(list: readonly unknown[], next: (below: number) => number): unknown[] {
  const kind = next(3);
  if (list.length === 0) return ['x'];
  const at = next(list.length);
  if (kind === 0) return list.toSpliced(at, 1);
  if (kind === 1) return list.toSpliced(at, 0, structuredClone(list[at]));
  const to = (at + 1) % list.length;
  return list.with(at, list[to]).with(to, list[at]);
}

export interface Mutation {
  readonly path: string;
  readonly text: string;
}

/** One random change anywhere but in the free text of the sensitivity table; undefined when it changed nothing. */
export function mutate(record: object, next: (below: number) => number): Mutation | undefined {
  const copy = structuredClone(record) as Node;
  const all = places(copy).filter((p) => p.length > 0 && p[0] !== 'hash' && p[0] !== 'sensitivity');
  const path = all[next(all.length)]!;
  let node = copy;
  for (const key of path.slice(0, -1)) node = node[key] as Node;
  const last = path.at(-1)!;
  node[last] = changed(node[last], next);
  if (canonical(copy) === canonical(record)) return undefined;
  const { hash: _, sealed, ...open } = copy;
  return { path: path.join('.'), text: JSON.stringify({ ...open, hash: hash(canonical(open)), sealed }) };
}
