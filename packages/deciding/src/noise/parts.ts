/** Which readers and applications hang together. */

import type { Mark } from './model.ts';

/** Parts of the graph of readers and applications that have marks, largest first. */
export function connectedParts(
  marks: readonly Mark[],
  optionCount: number,
  readerCount: number,
): { options: number[]; readers: number[] }[] {
  const parent = Array.from({ length: optionCount + readerCount }, (_, i) => i);
  const top = (x: number): number => {
    let at = x;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  for (const m of marks) parent[top(m.option)] = top(optionCount + m.reader);
  const parts = new Map<number, { options: Set<number>; readers: Set<number> }>();
  for (const m of marks) {
    const part = parts.get(top(m.option)) ?? { options: new Set(), readers: new Set() };
    part.options.add(m.option);
    part.readers.add(m.reader);
    parts.set(top(m.option), part);
  }
  return [...parts.values()]
    .map((p) => ({ options: [...p.options].sort((a, b) => a - b), readers: [...p.readers].sort((a, b) => a - b) }))
    .sort((a, b) => b.options.length - a.options.length);
}
