/** An amount that can be chosen: an option in full, or (minimum) the least amount that is still of use. */
export interface Candidate {
  readonly option: number;
  readonly amount: bigint;
  readonly isMinimum: boolean;
  /** Units of the weights: the amount for utilities that grow with it, else 1. */
  readonly factor: bigint;
}
