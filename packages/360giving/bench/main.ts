/** Times validation, the full report and every form on 12,528 grants, beside the ways one would try first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as sheetjsRead, write as sheetjsWrite, utils } from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { sharedFolder } from '../conformance/material.ts';
import { writeGrants } from '../src/convert.ts';
import type { JsonObject } from '../src/json.ts';
import { readGrants } from '../src/read.ts';
import { report } from '../src/report.ts';
import grantSchema from '../src/schema/grant.json' with { type: 'json' };
import { validate } from '../src/validate.ts';

type Row = { id: string; expected: string; got: string; ok: boolean };
const COPIES = 16;
const NOW = Date.parse('2026-11-21T00:00:00Z');

async function median(times: number, deed: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    await deed();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] as number;
}

const within = (id: string, took: number, limit: number): Row => ({
  id,
  expected: `at most ${limit} ms`,
  got: `${Math.round(took)} ms`,
  ok: took <= limit,
});
const told = (id: string, got: string): Row => ({ id, expected: 'told, not judged', got, ok: true });
const times = (slow: number, fast: number): string =>
  `${(slow / fast).toFixed(1)} times ours (${Math.round(slow)} ms against ${Math.round(fast)} ms)`;

/** The released package schema in one piece: `uniqueItems` compares every pair of grants. */
function carelessly(grants: JsonObject[]): boolean {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv, { mode: 'full' });
  const { $defs, ...items } = grantSchema;
  return ajv.compile({
    $defs,
    type: 'object',
    properties: { grants: { type: 'array', minItems: 1, uniqueItems: true, items } },
  })({ grants });
}

async function measure(shared: string): Promise<Row[]> {
  const rows: Row[] = [];
  const published = JSON.parse(readFileSync(join(shared, 'data/360giving/abct-grants-783.json'), 'utf8')) as {
    grants: JsonObject[];
  };
  const text = JSON.stringify({
    grants: Array.from({ length: COPIES }, (_, copy) =>
      published.grants.map((grant) => ({ ...grant, id: `${grant.id}-${copy}` })),
    ).flat(),
  });
  const bytes = Buffer.from(text);
  validate({ grants: published.grants.slice(0, 1) });
  const file = await readGrants(bytes);
  const count = file.data.grants.length;
  const held = process.memoryUsage().heapUsed;
  const validating = await median(5, () => validate(file.data));
  rows.push(within(`${count} grants validated after parsing`, validating, 1000));
  rows.push(
    within(
      `${count} grants, full report (schema, codelists, 52 checks)`,
      await median(5, () => report(file, NOW)),
      3000,
    ),
  );
  rows.push(told('heap that the report added', `${((process.memoryUsage().heapUsed - held) / 2 ** 20).toFixed(0)} MB`));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  rows.push(told('most memory of the process so far (file, grants and report)', `${peak} MB`));
  rows.push(
    told(
      'reading the JSON',
      `${Math.round(await median(3, () => readGrants(bytes)))} ms for ${(bytes.length / 1e6).toFixed(1)} MB`,
    ),
  );
  const quarter = (file.data.grants as JsonObject[]).slice(0, count / 4);
  const ours = await median(3, () => validate({ grants: quarter }));
  rows.push(
    told(
      `the package schema in one piece on ${quarter.length} grants`,
      times(await median(1, () => carelessly(quarter)), ours),
    ),
  );
  for (const kind of ['xlsx', 'ods', 'csv'] as const) {
    const writing = await median(3, () => writeGrants(file.data, kind));
    const sheet = await writeGrants(file.data, kind);
    const reading = await median(3, () => readGrants(sheet));
    rows.push(
      told(
        `${kind} written and read`,
        `${Math.round(writing)} ms and ${Math.round(reading)} ms, ${(sheet.length / 1e6).toFixed(1)} MB`,
      ),
    );
    if (kind === 'csv') continue;
    const theirs = await median(3, () => {
      const book = sheetjsRead(sheet);
      return book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name] as object));
    });
    rows.push(told(`${kind} read by SheetJS into flat rows`, times(theirs, reading)));
    const book = sheetjsRead(sheet);
    rows.push(
      told(
        `${kind} written by SheetJS from ready cells`,
        times(
          await median(3, () => sheetjsWrite(book, { type: 'buffer', bookType: kind, compression: true })),
          writing,
        ),
      ),
    );
  }
  return rows;
}

const shared = sharedFolder();
const asJson = process.argv.includes('--json');
if (shared === null) {
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, rows: [], counts: { rows: 0 } })}\n`);
  else process.stderr.write('The shared data is not here. Set MANYHANDS_SHARED to its folder.\n');
  process.exitCode = 2;
} else {
  const rows = await measure(shared);
  const ok = rows.every((row) => row.ok);
  if (asJson) process.stdout.write(`${JSON.stringify({ ok, rows, counts: { rows: rows.length } })}\n`);
  else
    for (const row of rows)
      process.stdout.write(
        `${row.ok ? '     ' : 'SLOW '} ${row.id}: ${row.got}${row.ok ? '' : ` (${row.expected})`}\n`,
      );
  process.exitCode = ok ? 0 : 1;
}
