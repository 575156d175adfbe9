/** Turns the pieces of a message into page content or plain text, each value kept apart from the direction around it. */
import { type ComponentChildren, Fragment, h, type VNode } from 'preact';
import type { Direction } from './languages.ts';
import type { Piece } from './messages.ts';

export type Marks = Readonly<Record<string, (children: ComponentChildren) => VNode>>;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const anyLetter = /\p{L}/u;

const builtIn: Marks = {
  b: (children) => h('b', null, children),
  br: () => h('br', null),
};

/** Words of the page's own direction need no fence; a sum or a time inside Arabic always does. */
function isolated(text: string, around: Direction): 'no' | 'ltr' | 'auto' {
  if (text === '') return 'no';
  if (!anyLetter.test(text)) return around === 'rtl' ? 'ltr' : 'no';
  if (around === 'ltr') return rightToLeft.test(text) ? 'auto' : 'no';
  return 'auto';
}

export function asText(pieces: readonly Piece[], around: Direction): string {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') text += piece.text;
    if (piece.kind === 'alone' && piece.name === 'br') text += '\n';
    if (piece.kind !== 'value') continue;
    const fence = isolated(piece.text, around);
    text += fence === 'no' ? piece.text : `${fence === 'ltr' ? '\u2066' : '\u2068'}${piece.text}\u2069`;
  }
  return text;
}

export function asNodes(pieces: readonly Piece[], around: Direction, marks: Marks = {}): ComponentChildren {
  const only = pieces[0];
  if (pieces.length === 1 && only?.kind === 'text') return only.text;
  const open: { name: string; children: ComponentChildren[] }[] = [{ name: '', children: [] }];
  const put = (child: ComponentChildren) => open.at(-1)?.children.push(child);
  const close = () => {
    const done = open.pop();
    if (done !== undefined) put(marked(done.name, done.children, marks));
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') put(piece.text);
    else if (piece.kind === 'value') put(fenced(piece.text, around));
    else if (piece.kind === 'node') put(piece.node as ComponentChildren);
    else if (piece.kind === 'open') open.push({ name: piece.name, children: [] });
    else if (piece.kind === 'alone') put(marked(piece.name, [], marks));
    else if (open.length > 1) close();
  }
  while (open.length > 1) close();
  return h(Fragment, null, ...(open[0]?.children ?? []));
}

function fenced(text: string, around: Direction): ComponentChildren {
  const fence = isolated(text, around);
  if (fence === 'no') return text;
  return h('bdi', fence === 'ltr' ? { dir: 'ltr' } : null, text);
}

function marked(name: string, children: ComponentChildren[], marks: Marks): VNode {
  const mark = marks[name] ?? builtIn[name];
  const inside = h(Fragment, null, ...children);
  return mark === undefined ? inside : mark(inside);
}
