/** A link someone typed leads somewhere safe, or is no link. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeHref } from './safe-href.ts';

test('web, mail and telephone links work', () => {
  assert.equal(safeHref(' https://example.org/a '), 'https://example.org/a');
  assert.equal(safeHref('mailto:ife@example.org'), 'mailto:ife@example.org');
  assert.equal(safeHref('tel:01632960114'), 'tel:01632960114');
});

test('a link that would run code, read files or hide its place is no link', () => {
  for (const typed of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    '//evil.example',
    '/local',
    '',
    undefined,
    null,
  ]) {
    assert.equal(safeHref(typed), undefined, String(typed));
  }
});
