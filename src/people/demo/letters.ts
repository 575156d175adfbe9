/** Reads the letters of the demo back from their .eml files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoLetter } from './pages.tsx';

function decodeWords(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('utf8')
      : quotedPrintable(text.replaceAll('_', ' ')),
  );
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** One letter out of the text of an .eml file as our own mail job writes it (one plain part). */
export function readLetter(file: string, eml: string): DemoLetter {
  const cut = eml.indexOf('\n\n');
  const head = eml.slice(0, cut).replace(/\n[ \t]+/g, ' ');
  const field = (name: string): string => head.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1] ?? '';
  const raw = eml.slice(cut + 2);
  const way = field('Content-Transfer-Encoding').toLowerCase();
  const text =
    way === 'base64'
      ? Buffer.from(raw, 'base64').toString('utf8')
      : way === 'quoted-printable'
        ? quotedPrintable(raw)
        : raw;
  return { file, to: decodeWords(field('To')), subject: decodeWords(field('Subject')), text: text.trim() };
}

export function newestLetters(folder: string | undefined, most = 60): DemoLetter[] {
  if (!folder) return [];
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
  return names
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => readLetter(name, readFileSync(join(folder, name), 'utf8')));
}
