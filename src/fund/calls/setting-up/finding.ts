/** Something said about one place of a fund file. */
export type Path = readonly (string | number)[];
export type Finding = { readonly path: Path; readonly says: string };

export function at(says: string, ...path: (string | number)[]): Finding {
  return { path, says };
}

/** Every name that is used a second time, with its place. */
export function twice<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string | number,
  ...path: (string | number)[]
) {
  const seen = new Set<string | number>();
  return items.flatMap((item, index) => {
    const name = nameOf(item);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [at(`"${name}" is used twice. Each needs a name of its own.`, ...path, index)];
  });
}

const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

export function inPounds(gbp: number): string {
  return (Number.isInteger(gbp) ? whole : exact).format(gbp);
}
