/** A small streaming XML scanner for spreadsheets: elements, text and character references; no DTD, no entities of its own. */
import { Unreadable } from '../unreadable.ts';

export type XmlListener = {
  /** Local name without prefix, and the raw attribute text. */
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five named and the numeric character references. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, body: string) => {
    if (body[0] !== '#') return NAMED[body] ?? whole;
    const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute by its full name, such as `office:value`, or null. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1);
    let after = at + name.length;
    if (before <= 32) {
      while (attributes.charCodeAt(after) <= 32) after += 1;
      if (attributes[after] === '=') {
        after += 1;
        while (attributes.charCodeAt(after) <= 32) after += 1;
        const quote = attributes[after];
        const end = attributes.indexOf(quote as string, after + 1);
        if ((quote === '"' || quote === "'") && end > 0) return unescapeXml(attributes.slice(after + 1, end));
      }
    }
    at = attributes.indexOf(name, at + 1);
  }
  return null;
}

export class XmlScanner {
  readonly #listener: XmlListener;
  readonly #longest: number;
  #rest = '';
  #depth = 0;

  /** @param longest characters one tag or text may have before the file is refused */
  constructor(listener: XmlListener, longest: number) {
    this.#listener = listener;
    this.#longest = longest;
  }

  write(chunk: string): void {
    const buffer = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = buffer.indexOf('<', at);
      if (open < 0) break;
      const special = buffer.charCodeAt(open + 1) === 33;
      if (special && open + 9 > buffer.length) break;
      const ending = special ? endingOf(buffer, open) : '>';
      const close = ending === '>' ? tagEnd(buffer, open) : buffer.indexOf(ending, open);
      if (close < 0) break;
      if (open > at) this.#listener.text(unescapeXml(buffer.slice(at, open)));
      if (ending === ']]>') this.#listener.text(buffer.slice(open + 9, close));
      else if (ending === '>') this.#tag(buffer, open, close);
      at = close + ending.length;
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > this.#longest) throw new Unreadable('xml', { what: 'one piece of it has no end' });
  }

  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw new Unreadable('xml', { what: 'it stops in the middle' });
  }

  #tag(buffer: string, open: number, close: number): void {
    const first = buffer.charCodeAt(open + 1);
    if (first === 63) return;
    if (first === 33) throw new Unreadable('xml', { what: 'it brings definitions of its own' });
    if (first === 47) {
      this.#depth -= 1;
      this.#listener.close(localName(buffer, open + 2, close));
      return;
    }
    const empty = buffer.charCodeAt(close - 1) === 47;
    const end = empty ? close - 1 : close;
    let nameEnd = open + 1;
    while (nameEnd < end && buffer.charCodeAt(nameEnd) > 32) nameEnd += 1;
    const name = localName(buffer, open + 1, nameEnd);
    this.#listener.open(name, buffer.slice(nameEnd, end));
    if (empty) this.#listener.close(name);
    else this.#depth += 1;
  }
}

const endingOf = (buffer: string, open: number): string =>
  buffer.startsWith('<!--', open) ? '-->' : buffer.startsWith('<![CDATA[', open) ? ']]>' : '>';

function localName(buffer: string, from: number, to: number): string {
  let end = to;
  while (end > from && buffer.charCodeAt(end - 1) <= 32) end -= 1;
  let start = from;
  for (let at = from; at < end; at += 1) {
    if (buffer.charCodeAt(at) === 58) {
      start = at + 1;
      break;
    }
  }
  return buffer.slice(start, end);
}

/** The `>` that ends a tag, skipping those inside quotation marks; -1 when it has not arrived yet. */
function tagEnd(buffer: string, open: number): number {
  let close = buffer.indexOf('>', open);
  let at = open;
  while (close >= 0) {
    while (at < close) {
      const code = buffer.charCodeAt(at);
      if (code === 34 || code === 39) {
        const end = buffer.indexOf(code === 34 ? '"' : "'", at + 1);
        if (end < 0) return -1;
        at = end;
      }
      at += 1;
    }
    if (at === close) return close;
    close = buffer.indexOf('>', at);
  }
  return -1;
}
