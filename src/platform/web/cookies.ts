/** Cookies that only we can set and only https (or this machine) carries: __Host-, Secure, HttpOnly, SameSite=Lax. */
export type Cookie = {
  readonly name: 'session' | 'draft' | 'ticket' | 'browser' | 'lang';
  readonly value: string;
  /** Seconds to live; 0 forgets it; left out, it ends with the browser. */
  readonly seconds?: number;
};

export function cookieHeader(cookie: Cookie): string {
  const life = cookie.seconds === undefined ? '' : `; Max-Age=${cookie.seconds}`;
  return `__Host-${cookie.name}=${encodeURIComponent(cookie.value)}; Path=/; Secure; HttpOnly; SameSite=Lax${life}`;
}

export function readCookies(header: string | null | undefined): (name: string) => string | undefined {
  const found = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const name = part.slice(0, at).trim();
    if (!name.startsWith('__Host-') || found.has(name)) continue;
    try {
      found.set(name, decodeURIComponent(part.slice(at + 1).trim()));
    } catch {
      found.delete(name);
    }
  }
  return (name) => found.get(`__Host-${name}`);
}
