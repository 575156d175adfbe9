/** Repeatable normal numbers from a seed, by sums, products and roots alone, so that every machine draws the same. */
import { sha256 } from '../record/verifier.ts';

/** Standard normal numbers (ratio of uniforms, Kinderman and Monahan 1977) on xorshift128 seeded by SHA-256. */
export function normals(seed: string): () => number {
  const view = new DataView(sha256(new TextEncoder().encode(seed)).buffer);
  const s = [0, 4, 8, 12].map((at) => view.getUint32(at) | (at === 0 ? 1 : 0));
  const uniform = (): number => {
    let t = s[3]!;
    t ^= t << 11;
    t ^= t >>> 8;
    [s[3], s[2], s[1]] = [s[2]!, s[1]!, s[0]!];
    s[0] = t ^ s[1]! ^ (s[1]! >>> 19);
    return ((s[0]! >>> 0) + 0.5) / 2 ** 32;
  };
  return () => {
    for (;;) {
      const u = uniform();
      const x = (1.7155277699214135 * (uniform() - 0.5)) / u;
      if (x * x <= -4 * logarithm(u)) return x;
    }
  };
}

/** Natural logarithm of a number above 0, by halving and the series of the inverse hyperbolic tangent. */
export function logarithm(x: number): number {
  let twos = 0;
  let m = x;
  for (; m < 0.75; m *= 2) twos--;
  for (; m > 1.5; m /= 2) twos++;
  const z = (m - 1) / (m + 1);
  let power = z;
  let sum = 0;
  for (let k = 1; k < 40; k += 2) {
    sum += power / k;
    power *= z * z;
  }
  return 2 * sum + twos * Math.LN2;
}
