import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendTexts, writeGrants } from '../convert.ts';
import { looksMisencoded, mendEncoding } from '../encoding.ts';
import { readGrants } from '../read.ts';
import { packageOf } from '../sample.ts';
import { csvCell } from './csv-write.ts';

const read = async (text: string): Promise<unknown> => (await readGrants(Buffer.from(text))).data.grants;

test('no text in a CSV can run as a formula, and numbers stay numbers', () => {
  const cases: [string | number, string][] = [
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+44 20 7946 0000', "'+44 20 7946 0000"],
    ['-see notes', "'-see notes"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ["'=x", "''=x"],
    ['＝x', "'＝x"],
    ['-5', '-5'],
    [-5.25, '-5.25'],
    ["it's", "it's"],
  ];
  for (const [cell, written] of cases) assert.equal(csvCell(cell), written);
});

test('the guard in front of a formula comes off again when we read', async () => {
  const texts = ['=1', "'=1", "''-x", '-5', '+1-2', "'plain", '@', '\tx', '\n='];
  const data = packageOf(...texts.map((title) => ({ title })));
  assert.deepEqual((await readGrants(await writeGrants(data, 'csv'))).data, data);
});

test('quotation marks, line ends and separators of every kind are understood', async () => {
  assert.deepEqual(await read('Identifier,Title\r\na,"x, ""y""\r\nz"\r\n\r\nb,'), [
    { id: 'a', title: 'x, "y"\r\nz' },
    { id: 'b' },
  ]);
  assert.deepEqual(await read('Identifier;Title\na;x,y'), [{ id: 'a', title: 'x,y' }]);
  assert.deepEqual(await read('Identifier\tTitle\ra\tb'), [{ id: 'a', title: 'b' }]);
  assert.deepEqual(await read('"Identifier"\n"a'), [{ id: 'a' }]);
});

test('text garbled by a wrong encoding is seen and put right, and good text is left alone', () => {
  assert.equal(mendEncoding('A grant of Â£500 for the CafÃ©'), 'A grant of £500 for the Café');
  assert.equal(mendEncoding('donâ€™t'), 'don’t');
  assert.equal(mendEncoding('Łódź – £500, Âge, naïve, São'), null);
  assert.equal(looksMisencoded('ÃÂ'), false);
  assert.deepEqual(mendTexts({ grants: [{ title: 'Â£5', n: 1 }] }), {
    value: { grants: [{ title: '£5', n: 1 }] },
    mended: 1,
  });
});
