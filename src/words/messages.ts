/** One message parsed once: plain text stays plain, anything with a brace becomes a MessageFormat 2 message. */
import { MessageFormat } from 'messageformat';
import { type Lang, languages } from './languages.ts';

export type Params = Readonly<Record<string, unknown>>;

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'node'; readonly node: unknown }
  | { readonly kind: 'open' | 'close' | 'alone'; readonly name: string };

/** The pieces of a message with its values in place, or null when it cannot be said (broken, or a value is missing). */
export type Message = (params: Params) => readonly Piece[] | null;

export function parse(source: string, lang: Lang): Message {
  if (!/[{}\\]/.test(source) && !source.trimStart().startsWith('.')) {
    const plain: readonly Piece[] = [{ kind: 'text', text: source }];
    return () => plain;
  }
  let format: MessageFormat;
  try {
    format = new MessageFormat(languages[lang].locale, source, { bidiIsolation: 'none' });
  } catch {
    return () => null;
  }
  return (params) => {
    let faults = 0;
    const parts = format.formatToParts({ ...params }, () => {
      faults += 1;
    });
    return faults > 0 ? null : parts.map(piece);
  };
}

type Part = ReturnType<MessageFormat['formatToParts']>[number];

function piece(part: Part): Piece {
  if (part.type === 'text') return { kind: 'text', text: part.value };
  if (part.type === 'markup') {
    return { kind: part.kind === 'standalone' ? 'alone' : part.kind, name: part.name };
  }
  if (part.type === 'unknown') return { kind: 'node', node: part.value };
  if ('parts' in part && part.parts !== undefined) {
    return { kind: 'value', text: part.parts.map((each) => String(each.value ?? '')).join('') };
  }
  return { kind: 'value', text: 'value' in part ? String(part.value ?? '') : '' };
}

/** The names a message reads and the marks it opens: a translation must use the same. */
export function namesIn(source: string): string[] {
  const found = source.matchAll(/\{\s*(?:\$([\w-]+)|[#]([\w-]+))|\.(?:input|match|local)[^{]*\{?\s*\$([\w-]+)/g);
  return [...new Set([...found].map((hit) => (hit[2] === undefined ? `$${hit[1] ?? hit[3]}` : `#${hit[2]}`)))].sort();
}
