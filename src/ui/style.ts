/** The one stylesheet, tokens first, squeezed once at the start and named after its content. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../words/locales.ts';

export type Stylesheet = { readonly css: string; readonly href: string; readonly etag: string };

let kept: Stylesheet | undefined;

export function stylesheet(): Stylesheet {
  kept ??= build();
  return kept;
}

function build(): Stylesheet {
  const folder = join(projectRoot(), 'src', 'ui');
  const css = squeeze(['tokens.css', 'style.css'].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n'));
  const name = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { css, href: `/style-${name}.css`, etag: `"${name}"` };
}

/** Takes out comments and the spaces that only people need; a space before a colon means "inside" and stays. */
export function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: (?=[^;{}]*[;}])/g, ':')
    .replace(/;}/g, '}')
    .trim();
}
