/** JSON pointers (RFC 6901) to and from paths of keys and indexes. */
export type Path = (string | number)[];

export const escapeSegment = (segment: string): string =>
  segment.includes('~') || segment.includes('/') ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
const unescapeSegment = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

/** `['a', 0, 'b/c']` to `/a/0/b~1c`. */
export function toPointer(path: readonly (string | number)[]): string {
  let pointer = '';
  for (const segment of path) pointer += `/${typeof segment === 'number' ? segment : escapeSegment(segment)}`;
  return pointer;
}

/** `/a/0/b~1c` to `['a', 0, 'b/c']`; a segment of digits is an index. */
export function fromPointer(pointer: string): Path {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => (/^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : unescapeSegment(segment)));
}
