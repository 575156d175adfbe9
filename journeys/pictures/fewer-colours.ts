/** Makes a screenshot small: the flat colours stay exact, the soft edges of letters share what is left of the palette. */
import { readPng, writePng } from './png.ts';

const flat = 24;
const all = 32;

type Tint = { colour: number; count: number };

const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

function distance(a: number, b: number): number {
  const [one, other] = [parts(a), parts(b)];
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}

function widest(box: readonly Tint[]): { axis: 0 | 1 | 2; spread: number } {
  let best: { axis: 0 | 1 | 2; spread: number } = { axis: 0, spread: -1 };
  for (const axis of [0, 1, 2] as const) {
    const values = box.map(({ colour }) => parts(colour)[axis]);
    const spread = values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
    if (spread > best.spread) best = { axis, spread };
  }
  return best;
}

/** Median cut: the widest box of colours is halved until there are enough boxes; each gives its most used colour. */
function shared(tints: Tint[], most: number): number[] {
  const boxes = tints.length === 0 ? [] : [tints];
  while (boxes.length < most) {
    boxes.sort((a, b) => widest(b).spread * b.length - widest(a).spread * a.length);
    const box = boxes.shift();
    if (!box || box.length < 2) {
      if (box) boxes.push(box);
      break;
    }
    const { axis } = widest(box);
    box.sort((a, b) => parts(a.colour)[axis] - parts(b.colour)[axis]);
    boxes.push(box.slice(0, box.length >> 1), box.slice(box.length >> 1));
  }
  return boxes.map((box) => box.reduce((a, b) => (b.count > a.count ? b : a)).colour);
}

export function fewerColours(file: Buffer): Buffer {
  const { width, height, rgb } = readPng(file);
  const counts = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const tints = [...counts].map(([colour, count]) => ({ colour, count })).sort((a, b) => b.count - a.count);
  const kept = tints.slice(0, flat).map(({ colour }) => colour);
  const palette = [...kept, ...shared(tints.slice(flat), all - kept.length)];
  const nearest = new Map<number, number>();
  for (const { colour } of tints) {
    let best = 0;
    for (let at = 1; at < palette.length; at += 1) {
      if (distance(palette[at] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = at;
    }
    nearest.set(colour, best);
  }
  const points = Uint8Array.from(colours, (colour) => nearest.get(colour) ?? 0);
  return writePng(width, height, Uint8Array.from(palette.flatMap(parts)), points);
}
