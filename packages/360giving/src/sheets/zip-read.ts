/** Reads the parts of a zip file by streaming, with a budget that no zip bomb can pass. */
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { Unreadable } from '../unreadable.ts';
import type { Limits } from './cells.ts';

type Entry = { method: number; flags: number; crc: number; packed: number; offset: number };
const PIECE = 256 * 1024;
/** Honest sheets shrink 5 to 60 times; a bomb 1,000 times. Judged once this much has come out. */
const RATIO = 300;
const JUDGED_FROM = 32 * 2 ** 20;

export class ZipReader {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();
  #left: number;

  /** @throws Unreadable `zip` when the directory at the end is missing or damaged */
  constructor(bytes: Uint8Array, limits: Limits) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = limits.unpackedBytes;
    const end = this.#bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0 || end + 22 > this.#bytes.length) throw new Unreadable('zip', { what: 'its list of parts is missing' });
    const count = this.#bytes.readUInt16LE(end + 10);
    let at = this.#bytes.readUInt32LE(end + 16);
    for (let entry = 0; entry < count; entry += 1) {
      if (at + 46 > this.#bytes.length || this.#bytes.readUInt32LE(at) !== 0x02014b50) {
        throw new Unreadable('zip', { what: 'its list of parts is broken' });
      }
      const nameLength = this.#bytes.readUInt16LE(at + 28);
      const name = this.#bytes.toString('utf8', at + 46, at + 46 + nameLength);
      this.#entries.set(name.replaceAll('\\', '/'), {
        flags: this.#bytes.readUInt16LE(at + 8),
        method: this.#bytes.readUInt16LE(at + 10),
        crc: this.#bytes.readUInt32LE(at + 16),
        packed: this.#bytes.readUInt32LE(at + 20),
        offset: this.#bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + this.#bytes.readUInt16LE(at + 30) + this.#bytes.readUInt16LE(at + 32);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The unpacked text of a part, piece by piece.
   * @throws Unreadable `zip` when cut short or changed, `bomb` when it unpacks to too much, `encrypted`
   */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8');
    for await (const piece of this.#unpack(name)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }

  async *#unpack(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Unreadable('zip', { what: `${name} is missing` });
    if ((entry.flags & 1) !== 0) throw new Unreadable('encrypted');
    const header = entry.offset;
    if (header + 30 > this.#bytes.length || this.#bytes.readUInt32LE(header) !== 0x04034b50) {
      throw new Unreadable('zip', { what: `${name} is not where it should be` });
    }
    const start = header + 30 + this.#bytes.readUInt16LE(header + 26) + this.#bytes.readUInt16LE(header + 28);
    const packed = this.#bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed) throw new Unreadable('zip', { what: `${name} is cut short` });
    if (entry.method !== 0 && entry.method !== 8)
      throw new Unreadable('zip', { what: `${name} is packed in an unusual way` });
    let crc = 0;
    let out = 0;
    for await (const piece of entry.method === 0 ? [packed] : inflate(packed, name)) {
      out += piece.length;
      this.#left -= piece.length;
      if (this.#left < 0 || (out > JUDGED_FROM && out > RATIO * entry.packed)) throw new Unreadable('bomb');
      crc = crc32(piece, crc);
      yield piece;
    }
    if (crc !== entry.crc) throw new Unreadable('zip', { what: `${name} was changed on the way` });
  }
}

async function* inflate(packed: Buffer, name: string): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE, finishFlush: constants.Z_FINISH });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('zip', { what: `${name} cannot be unpacked` });
  } finally {
    stream.destroy();
  }
}
