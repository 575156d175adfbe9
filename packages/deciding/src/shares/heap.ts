/** A small heap of candidates by the least price each could have, so that most are never priced again. */

export class PriceHeap {
  readonly key: Float64Array;
  private readonly items: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.key = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  /** Takes over items already in order of their keys. */
  fill(sorted: Int32Array, keys: Float64Array): void {
    this.items.set(sorted);
    this.key.set(keys);
    this.size = sorted.length;
  }

  /** The item with the smallest key; only when size > 0. */
  top(): number {
    return this.items[0]!;
  }

  push(item: number, key: number): void {
    this.key[item] = key;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = this.items[up]!;
      if (this.key[other]! <= key) break;
      this.items[at] = other;
      at = up;
    }
    this.items[at] = item;
  }

  pop(): number {
    const out = this.items[0]!;
    const moved = this.items[--this.size]!;
    const key = this.key[moved]!;
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && this.key[this.items[child + 1]!]! < this.key[this.items[child]!]!) child++;
      const other = this.items[child]!;
      if (this.key[other]! >= key) break;
      this.items[at] = other;
      at = child;
    }
    this.items[at] = moved;
    return out;
  }

  /** What is still inside, in no particular order. */
  rest(): Int32Array {
    return this.items.slice(0, this.size);
  }
}
