/** A link that a person typed goes on a page only when it leads somewhere a browser may safely go. */
const safe = new Set(['http:', 'https:', 'mailto:', 'tel:']);

export function safeHref(url: string | null | undefined): string | undefined {
  const typed = url?.trim();
  if (typed === undefined || typed === '') return undefined;
  try {
    const parsed = new URL(typed);
    return safe.has(parsed.protocol) && parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}
