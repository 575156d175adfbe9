/** What goes with every answer: a strict content policy, no caching of what is private, and gzip. */
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const caching = {
  /** Signed in, a draft, or a form's answer. */
  private: 'no-store',
  /** Public pages: asked for again each time, never kept by machines on the way. */
  open: 'private, no-cache',
  /** Public data: may be kept a little while. */
  shared: 'public, max-age=300',
  /** Named by its content. */
  forever: 'public, max-age=31536000, immutable',
} as const;

export function packed(
  c: Context,
  body: string | Uint8Array<ArrayBuffer> | null,
  status: number,
  headers: Headers,
  cache: keyof typeof caching,
): Response {
  headers.set('cache-control', caching[cache]);
  headers.set('content-security-policy', policy);
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), interest-cohort=()');
  headers.set('vary', 'cookie, accept-language, accept-encoding');
  if (new URL(c.req.url).protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  if (body === null) return new Response(null, { status, headers });
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (bytes.length < 600 || !(c.req.header('accept-encoding') ?? '').includes('gzip')) {
    headers.set('content-length', String(bytes.length));
    return new Response(bytes, { status, headers });
  }
  const small = new Uint8Array(gzipSync(bytes, { level: 6 }));
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(small.length));
  return new Response(small, { status, headers });
}
