import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { convert, writeGrants } from './convert.ts';
import type { JsonObject } from './json.ts';
import { readGrants, readGrantsFile } from './read.ts';
import { report } from './report.ts';
import { goodGrant, packageOf } from './sample.ts';
import { ZipWriter } from './sheets/zip-write.ts';
import type { UnreadableReason } from './unreadable.ts';
import { Unreadable } from './unreadable.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
async function refused(reading: Promise<unknown>): Promise<UnreadableReason | 'read'> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
}

/** A workbook around one sheet's XML. */
async function workbook(sheet: Iterable<string>, extra: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new ZipWriter();
  await zip.add('xl/workbook.xml', [
    '<workbook xmlns:r="r"><sheets><sheet name="grants" r:id="a"/></sheets></workbook>',
  ]);
  await zip.add('xl/_rels/workbook.xml.rels', [
    '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
  ]);
  for (const [name, text] of Object.entries(extra)) await zip.add(name, [text]);
  await zip.add('xl/worksheets/sheet1.xml', sheet);
  return zip.finish();
}
const sheet = (rows: string): string[] => [`<worksheet><sheetData>${rows}</sheetData></worksheet>`];
const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

test('a zip bomb is stopped while it unpacks, with little memory', async () => {
  function* endless(): Generator<string> {
    yield '<worksheet><sheetData>';
    const rows = '<row></row>'.repeat(6000);
    for (let at = 0; at < 700; at += 1) yield rows;
  }
  const bomb = await workbook(endless());
  assert.ok(bomb.length < 300_000, `${bomb.length} bytes hold 46 million`);
  const before = process.memoryUsage().rss;
  assert.equal(await refused(readGrants(bomb)), 'bomb');
  assert.ok(process.memoryUsage().rss - before < 200 * 2 ** 20);
  assert.equal(await refused(readGrants(bomb, { unpackedBytes: 2 ** 20 })), 'bomb');
});

test('honest files are held to the budget too, and a part that was changed on the way is noticed', async () => {
  const whole = await writeGrants(packageOf(goodGrant()), 'xlsx');
  assert.equal(await refused(readGrants(whole, { unpackedBytes: 3000 })), 'bomb');
  const directory = Buffer.from(whole).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const changed = Uint8Array.from(whole);
  changed[directory + 16] = (changed[directory + 16] as number) ^ 1;
  assert.equal(await refused(readGrants(changed)), 'zip');
});

test('a gigabyte of nulls is refused by its first bytes, and a file too large before it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giving-'));
  try {
    const nulls = await open(join(folder, 'nulls.json'), 'w');
    await nulls.truncate(2 ** 30);
    await nulls.close();
    const before = process.memoryUsage().rss;
    assert.equal(await refused(readGrantsFile(join(folder, 'nulls.json'))), 'binary');
    const large = await open(join(folder, 'large.csv'), 'w');
    await large.write('Identifier\n'.repeat(500));
    await large.truncate(2 ** 30);
    await large.close();
    assert.equal(await refused(readGrantsFile(join(folder, 'large.csv'))), 'tooBig');
    assert.ok(process.memoryUsage().rss - before < 50 * 2 ** 20);
  } finally {
    await rm(folder, { recursive: true });
  }
  assert.equal(
    await refused(readGrants(bytesOf(`{"grants":[${'null,'.repeat(2000)}null]}`), { grants: 2000 })),
    'rows',
  );
  assert.equal(await refused(readGrantsFile('no-such-file.json')), 'missing');
});

test('a million columns are refused in every form', async () => {
  assert.equal(await refused(readGrants(bytesOf(`Identifier${',x'.repeat(1_000_000)}\n`))), 'columns');
  assert.equal(await refused(readGrants(await workbook(sheet(`<row r="1">${text('BDWGN1', 'x')}</row>`)))), 'columns');
  const ods = new ZipWriter();
  const cell =
    '<table:table-cell office:value-type="string" table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>';
  await ods.add('content.xml', [
    `<office:x><table:table table:name="t"><table:table-row>${cell}</table:table-row></table:table></office:x>`,
  ]);
  assert.equal(await refused(readGrants(ods.finish())), 'columns');
  const wide = { grants: [Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]))] };
  assert.equal(await refused(convert(wide as JsonObject, 'xlsx')), 'columns');
});

test('a row said to repeat for ever is refused when it holds something and skipped when it is empty', async () => {
  const ods = async (rows: string): Promise<Uint8Array> => {
    const zip = new ZipWriter();
    await zip.add('content.xml', [`<office:x><table:table table:name="t">${rows}</table:table></office:x>`]);
    return zip.finish();
  };
  const cell = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const full = `<table:table-row table:number-rows-repeated="1048576">${cell('Identifier')}</table:table-row>`;
  assert.equal(await refused(readGrants(await ods(full))), 'rows');
  const empty =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const read = await readGrants(
    await ods(
      `<table:table-row>${cell('Identifier')}</table:table-row>${empty}<table:table-row>${cell('a')}</table:table-row>`,
    ),
  );
  assert.deepEqual(read.data.grants, [{ id: 'a' }]);
  assert.equal(read.origins?.cellOf(0, '/id'), 't!A1048578');
});

test('formulas are never run: their stored value is read and said, and a missing one is said', async () => {
  const rows = `<row r="1">${text('A1', 'Identifier')}${text('B1', 'Amount Awarded')}${text('C1', 'Title')}</row><row r="2">${text('A2', 'a')}<c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="str"><f>WEBSERVICE("x")</f></c></row>`;
  const read = await readGrants(await workbook(sheet(rows)));
  assert.deepEqual(read.data.grants, [{ id: 'a', amountAwarded: 2 }]);
  assert.deepEqual(read.notes, [
    { code: 'formula', count: 1, where: ['grants!B2'] },
    { code: 'formulaWithoutValue', count: 1, where: ['grants!C2'] },
  ]);
  const csv = await readGrants(bytesOf('Identifier,Title\n=cmd|calc,-5\n'));
  assert.deepEqual(csv.notes, [{ code: 'formula', count: 1, where: ['A2'] }]);
});

test('headings and keys named after JavaScript’s own objects change nothing', async () => {
  assert.equal(await refused(readGrants(bytesOf('Identifier,__proto__:polluted\na,yes\n'))), 'heading');
  assert.equal(await refused(readGrants(bytesOf('Identifier,/__proto__/polluted\na,yes\n'))), 'heading');
  const read = await readGrants(
    bytesOf('{"grants":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}'),
  );
  assert.equal(report(read, 0).grants, 1);
  assert.equal(await refused(convert(read.data, 'xlsx')), 'heading');
  assert.equal((Object.create({}) as { polluted?: number }).polluted, undefined);
});

test('a file cut short anywhere is damaged, never half read', async () => {
  const whole = await writeGrants(packageOf(goodGrant(), goodGrant({ id: '360G-lantern-2' })), 'xlsx');
  for (let length = 2; length < whole.length; length += 41) {
    const reason = await refused(readGrants(whole.subarray(0, length)));
    assert.notEqual(reason, 'read', `${length} of ${whole.length} bytes`);
  }
});

test('a file with any byte changed is read, or refused in plain words, and nothing else happens', async () => {
  for (const kind of ['xlsx', 'ods'] as const) {
    const whole = await writeGrants(packageOf(goodGrant()), kind);
    for (let at = 0; at < whole.length; at += 13) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] as number) ^ 0x55;
      await refused(readGrants(changed));
    }
  }
});

test('XML that brings its own entities, or stops in the middle, is refused', async () => {
  assert.equal(await refused(readGrants(await workbook(['<!DOCTYPE x [<!ENTITY a "aaaa">]>', ...sheet('')]))), 'xml');
  assert.equal(await refused(readGrants(await workbook(['<worksheet><sheetData><row>']))), 'xml');
  assert.equal(await refused(readGrants(await workbook([`<worksheet><a ${'x'.repeat(5 * 2 ** 20)}`]))), 'xml');
});

test('JSON nested without end, cut short, or holding no grants is refused in words', async () => {
  assert.equal(await refused(readGrants(bytesOf(`{"grants":${'['.repeat(100_000)}`))), 'tooDeep');
  assert.equal(await refused(readGrants(bytesOf('{"grants":[{"id":1'))), 'json');
  assert.equal(await refused(readGrants(bytesOf('[{"id":1}]'))), 'notGrants');
  assert.equal(await refused(readGrants(bytesOf('{"grants":{}}'))), 'notGrants');
});

test('what is no grant file at all is told apart by its first bytes', async () => {
  assert.equal(await refused(readGrants(new Uint8Array())), 'empty');
  assert.equal(await refused(readGrants(bytesOf('  \n'))), 'empty');
  assert.equal(await refused(readGrants(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))), 'legacyXls');
  assert.equal(await refused(readGrants(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0))), 'binary');
  const zip = new ZipWriter();
  await zip.add('holiday.txt', ['x']);
  assert.equal(await refused(readGrants(zip.finish())), 'notWorkbook');
});

test('old encodings are read and said', async () => {
  const latin = await readGrants(Buffer.from('Title\nCaf\xe9 \x80 5\n', 'latin1'));
  assert.deepEqual(latin.data.grants, [{ title: 'Café € 5' }]);
  assert.deepEqual(latin.notes, [{ code: 'encoding', count: 1, where: ['windows-1252'] }]);
  const wide = await readGrants(Buffer.from('\ufeffTitle\nŁódź\n', 'utf16le'));
  assert.deepEqual(wide.data.grants, [{ title: 'Łódź' }]);
  assert.equal((await readGrants(bytesOf('\ufeff{"grants":[]}'))).kind, 'json');
});

test('texts and headings made to take for ever take no longer than reading them', async () => {
  const start = performance.now();
  const long = 'a'.repeat(900_000);
  const rows = [
    'Identifier,Title,URL,Award Date',
    `x,${long}@,${long},${' '.repeat(900_000)}`,
    `y,@${long},http://${long}:,1`,
  ];
  const read = await readGrants(bytesOf(rows.join('\n')));
  assert.equal(report(read, 0).valid, 0);
  const codes = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(900_000)}"/></numFmts></styleSheet>`;
  await refused(readGrants(await workbook(sheet(''), { 'xl/styles.xml': codes })));
  for (const heading of [`/a${'/b'.repeat(100_000)}`, '/a/4294967294/b', `Website:${'x:'.repeat(100_000)}y`]) {
    assert.equal(await refused(readGrants(bytesOf(`Identifier,${heading}\n1,2\n`))), 'heading');
  }
  const repeats = Array.from({ length: 40_000 }, (_, at) => `1,${at},n${at},p${at}`).join('\n');
  const joined = await readGrants(
    bytesOf(`Identifier,Recipient Org:Identifier,Recipient Org:Name,Beneficiary Location:Name\n${repeats}`),
  );
  assert.equal((joined.data.grants[0] as { recipientOrganization: unknown[] }).recipientOrganization.length, 40_000);
  assert.ok(performance.now() - start < 10_000, `${Math.round(performance.now() - start)} ms`);
});
