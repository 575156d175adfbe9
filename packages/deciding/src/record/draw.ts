/** Where the randomness of a public draw comes from when there is no beacon: dice in the room, or secrets revealed. */
import { before, hash } from './verifier.ts';

/** Throws as typed in by a witness, such as [3, 5, 1, 6]; at least 20 of them make the draw unguessable. */
export function fromDice(throws: readonly number[]): string {
  if (throws.length < 20 || throws.some((t) => !Number.isInteger(t) || t < 1 || t > 6))
    throw new RangeError('at least 20 throws of a die are needed, each from 1 to 6');
  return `dice:${throws.join(',')}`;
}

/** What a member publishes before anybody reveals: the hash of their secret. */
export function commitSecret(secret: string): string {
  return hash(`secret\n${secret}`);
}

/**
 * The randomness made of all revealed secrets, sorted by code point, so that one honest member is enough. Throws
 * RangeError when a secret is missing or is not the one committed to: the draw is then held again or with dice.
 */
export function fromReveals(commitments: readonly string[], secrets: readonly string[]): string {
  const made = secrets.map(commitSecret).sort(before);
  const given = [...commitments].sort(before);
  if (made.length !== given.length || made.some((c, i) => c !== given[i]))
    throw new RangeError('the secrets revealed are not the ones committed to');
  return `reveal:${[...secrets].sort(before).map(hash).join(',')}`;
}
