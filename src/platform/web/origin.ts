/** Refuses forms that another site sends in a person's name. */

/** Where Sec-Fetch-Site is sent it decides; where it is missing, Origin must be our own. */
export function fromOurOwnPage(headers: Headers, ours: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  return headers.get('origin') === ours;
}
