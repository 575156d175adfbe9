/** Writes a zip file part by part; what is held in memory is only what has already been packed. */
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const BATCH = 64 * 1024;

/** Many small texts as few large pieces of UTF-8. */
export function* batches(pieces: Iterable<string>): Generator<Buffer> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length >= BATCH) {
      yield Buffer.from(held, 'utf8');
      held = '';
    }
  }
  if (held !== '') yield Buffer.from(held, 'utf8');
}

export class ZipWriter {
  readonly #chunks: Buffer[] = [];
  readonly #directory: Buffer[] = [];
  #offset = 0;

  /** Adds a part; `stored` leaves it unpacked, as OpenDocument asks of its first part. */
  async add(name: string, pieces: Iterable<string>, stored = false): Promise<void> {
    let crc = 0;
    let size = 0;
    const packed: Buffer[] = [];
    function* counted(): Generator<Buffer> {
      for (const batch of batches(pieces)) {
        crc = crc32(batch, crc);
        size += batch.length;
        yield batch;
      }
    }
    if (stored) packed.push(...counted());
    else for await (const chunk of Readable.from(counted()).pipe(createDeflateRaw())) packed.push(chunk as Buffer);
    const packedSize = packed.reduce((sum, chunk) => sum + chunk.length, 0);
    const title = Buffer.from(name, 'utf8');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0800, 6);
    header.writeUInt16LE(stored ? 0 : 8, 8);
    header.writeUInt16LE(0x21, 12);
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(packedSize, 18);
    header.writeUInt32LE(size, 22);
    header.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    header.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(this.#offset, 42);
    this.#directory.push(entry, title);
    this.#chunks.push(header, title, ...packed);
    this.#offset += 30 + title.length + packedSize;
  }

  finish(): Uint8Array {
    const size = this.#directory.reduce((sum, chunk) => sum + chunk.length, 0);
    const count = this.#directory.length / 2;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(this.#offset, 16);
    return Buffer.concat([...this.#chunks, ...this.#directory, end]);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, with the marks of XML itself
const NEEDS_CARE = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]/;

/** Text for XML; the characters XML 1.0 forbids are left out unless `keep` finds another way to write them. */
export function escapeXml(text: string, keep: (forbidden: string) => string = () => ''): string {
  if (!NEEDS_CARE.test(text)) return text;
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return plain.replace(FORBIDDEN, keep);
}
