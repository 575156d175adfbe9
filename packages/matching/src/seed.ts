/** Random numbers that anyone with the seed can draw again. */

/** A source of numbers in [0, 1): the same text gives the same numbers on every machine (FNV-1a into splitmix32). */
export function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
}

/** A copy of `items` in an order that only the seed decides (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = items.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** One number in [0, 1) that belongs to a text, so that a draw does not depend on the order of a list. */
export function drawOf(text: string): number {
  return seeded(text)();
}
