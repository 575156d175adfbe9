/** Spreadsheet headings to JSON paths and back: the standard's title paths, numbered repeats and pointers. */
import type { Field } from './fields.ts';
import { fieldAt, grantFields, plainTitle, titleOf } from './fields.ts';
import type { Path } from './pointers.ts';
import { fromPointer, toPointer } from './pointers.ts';
import { Unreadable } from './unreadable.ts';

const INDEX = /^(0|[1-9]\d{0,3})$/;
/** Deeper or longer than any grant data; keeps a heading from building towers of empty lists. */
const MOST_DEPTH = 32;
const MOST_REPEATS = 16_383;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

function guard(path: Path, heading: string): Path {
  const tooFar = (segment: string | number): boolean =>
    typeof segment === 'number' ? segment > MOST_REPEATS : POISON.has(segment);
  if (path.length > MOST_DEPTH || path.some(tooFar)) throw new Unreadable('heading', { heading: heading.slice(0, 60) });
  return path;
}

/**
 * The path a heading stands for: `Recipient Org:Name` is `['recipientOrganization', 0, 'name']`.
 * Titles are matched without case and spaces. What the standard does not know stays under its own name,
 * nested at the colons. A heading that begins with `/` is a JSON pointer, taken literally.
 * @throws Unreadable `heading` for a name that would reach into JavaScript's own objects.
 */
export function parseHeading(heading: string, root: Field = grantFields): Path {
  const written = heading.replace(/^\ufeff/, '');
  if (written.startsWith('/')) return guard(fromPointer(written), written);
  const text = written.trim();
  if (text.includes('/') && root.children.has(text.slice(0, text.indexOf('/')))) {
    return guard(fromPointer(`/${text}`), text);
  }
  const path: Path = [];
  let field: Field | null = root;
  let afterList = false;
  for (const part of text.split(':').map((piece) => piece.trim())) {
    if (INDEX.test(part) && path.length > 0) {
      path.push(Number(part));
      afterList = false;
      continue;
    }
    if (afterList) path.push(0);
    const known: Field | undefined = field?.byTitle.get(plainTitle(part));
    path.push(known?.key ?? part);
    field = known ?? null;
    afterList = known?.kind === 'objects';
  }
  return guard(path, text);
}

/** The heading that `parseHeading` reads back as exactly this path. */
export function headingFor(path: Path, root: Field = grantFields): string {
  const pointer = toPointer(path);
  const reads = (heading: string): boolean => {
    try {
      return heading.trim() === heading && toPointer(parseHeading(heading, root)) === pointer;
    } catch {
      return false;
    }
  };
  const untitled = fieldAt(path.slice(0, 1), root)?.title === path[0] && path.length > 1;
  const candidates = [titleOf(path, root), path.join(':')];
  if (untitled) candidates.unshift(pointer.slice(1));
  return candidates.find(reads) ?? pointer;
}
