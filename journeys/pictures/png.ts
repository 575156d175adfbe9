/** Reads and writes PNG files as plain rows of colours, as much as screenshots need. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

export type Picture = { width: number; height: number /** Three bytes a point. */; rgb: Uint8Array };

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Undoes the five filters of a PNG row, in place of the row before it. */
function unfilter(kind: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= step ? (row[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= step ? (above[at - step] ?? 0) : 0;
    let guess = 0;
    if (kind === 1) guess = left;
    else if (kind === 2) guess = up;
    else if (kind === 3) guess = (left + up) >> 1;
    else if (kind === 4) {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      guess = a <= b && a <= c ? left : b <= c ? up : corner;
    }
    row[at] = ((row[at] ?? 0) + guess) & 255;
  }
}

export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth, colour, , , interlaced] = file.subarray(24, 29);
  if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6)) throw new Error('not a screenshot');
  const step = colour === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const rgb = new Uint8Array(width * height * 3);
  let above: Uint8Array = new Uint8Array(width * step);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * step + 1);
    const row = new Uint8Array(raw.subarray(start + 1, start + 1 + width * step));
    unfilter(raw[start] ?? 0, row, above, step);
    for (let x = 0; x < width; x += 1) rgb.set(row.subarray(x * step, x * step + 3), (y * width + x) * 3);
    above = row;
  }
  return { width, height, rgb };
}

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** `points` are places in the palette, one byte each; `palette` holds at most 256 colours of three bytes. */
export function writePng(width: number, height: number, palette: Uint8Array, points: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) rows.set(points.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const body = deflateSync(rows, { level: 9, memLevel: 9 });
  const end = chunk('IEND', new Uint8Array());
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', body), end]);
}
