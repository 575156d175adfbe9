/** Small pieces of the English sentences that explain a match. */

/** "1 place", "2 places"; `many` when adding s is wrong. */
export function counted(count: number, one: string, many = `${one}s`): string {
  const shown = points(count);
  return `${shown} ${shown === '1' ? one : many}`;
}

/** "Amina", "Amina and Ben", "Amina, Ben and Chi"; past `most` names the rest is counted. */
export function listed(names: readonly string[], most = 8): string {
  const shown = names.length > most + 1 ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (shown.length < 2) return shown[0] ?? 'nobody';
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** A number of points with at most two places. */
export function points(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
