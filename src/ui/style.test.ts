/** The look stays light enough for prepaid data and dark enough to read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../words/locales.ts';
import { squeeze, stylesheet } from './style.ts';

const tokens = readFileSync(join(projectRoot(), 'src/ui/tokens.css'), 'utf8');
const [light = '', dark = ''] = tokens.split('@media');

function colour(part: string, name: string): string {
  return new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? colour(light, name);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(part: string, front: string, back: string): number {
  const [low = 0, high = 0] = [luminance(colour(part, front)), luminance(colour(part, back))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('words can be read on every ground, by day and by night', () => {
  for (const part of [light, dark]) {
    for (const ground of ['paper', 'sheet', 'linen', 'act-wash', 'joy-wash', 'clay-wash']) {
      assert.ok(contrast(part, 'ink', ground) >= 7, `ink on ${ground}`);
      assert.ok(contrast(part, 'soft', ground) >= 4.5, `soft on ${ground}`);
      assert.ok(contrast(part, 'focus', ground) >= 3, `focus on ${ground}`);
    }
    for (const ground of ['paper', 'sheet', 'linen', 'act-wash'])
      assert.ok(contrast(part, 'act', ground) >= 4.5, ground);
    for (const ground of ['paper', 'sheet', 'linen']) assert.ok(contrast(part, 'edge', ground) >= 3, ground);
    const pairs = [
      ['on-act', 'act'],
      ['on-act', 'act-deep'],
      ['joy-ink', 'joy-wash'],
      ['joy-ink', 'paper'],
      ['clay-ink', 'clay-wash'],
      ['on-joy', 'joy'],
    ] as const;
    for (const [front, back] of pairs) assert.ok(contrast(part, front, back) >= 4.5, `${front} on ${back}`);
  }
});

test('the whole stylesheet costs at most 6.5 KB of someone’s data', () => {
  const sent = gzipSync(stylesheet().css, { level: 9 }).length;
  assert.ok(sent > 2_000 && sent <= 6_656, `${sent} bytes`);
});

test('a browser keeps the stylesheet until its content changes', () => {
  assert.match(stylesheet().href, /^\/style-[0-9a-f]{10}\.css$/);
  assert.ok(stylesheet().etag.includes(stylesheet().href.slice(7, 17)));
});

test('squeezing takes out only what people need', () => {
  assert.equal(
    squeeze('/* a */\n.a :is(b, c) {\n  color: red;\n  margin: 0 1px;\n}\n'),
    '.a :is(b,c){color:red;margin:0 1px}',
  );
  assert.ok(!stylesheet().css.includes('/*'));
});

test('nothing is fetched from anyone else', () => {
  assert.doesNotMatch(stylesheet().css, /url\(|@import|@font-face/);
});
