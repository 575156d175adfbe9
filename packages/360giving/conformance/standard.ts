/** The standard itself: embedded schema, codelists, titles, templates and examples against the released files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codelists } from '../src/codelists.ts';
import { fieldAt } from '../src/fields.ts';
import { headingFor, parseHeading } from '../src/headings.ts';
import type { Json, JsonObject } from '../src/json.ts';
import { isObject } from '../src/json.ts';
import { orgIdProblem } from '../src/org-ids.ts';
import type { Path } from '../src/pointers.ts';
import { fromPointer, toPointer } from '../src/pointers.ts';
import dei from '../src/schema/dei.json' with { type: 'json' };
import grant from '../src/schema/grant.json' with { type: 'json' };
import { LIMITS } from '../src/sheets/cells.ts';
import { readCsv } from '../src/sheets/csv-read.ts';
import { readXlsx } from '../src/sheets/xlsx-read.ts';
import { ZipReader } from '../src/sheets/zip-read.ts';
import { grantErrors } from '../src/validate.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';

const json = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;

function csvRows(path: string): string[][] {
  const rows: string[][] = [];
  const keep = {
    sheet: () => {},
    note: () => {},
    row: (_: number, cells: unknown[]) => rows.push(cells.map((cell) => String(cell ?? ''))),
  };
  readCsv(readFileSync(path, 'utf8'), { ...keep, row: (at, cells) => void keep.row(at, cells) }, LIMITS);
  return rows.slice(1);
}

/** The released schema without what the embedded copy leaves out. */
function bare(node: Json, named = false): Json {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (!isObject(node)) return node;
  const names = (key: string): boolean => ['properties', '$defs', 'definitions'].includes(key);
  const kept = Object.entries(node).filter(
    ([key, value]) => named || !(['description', '$schema', '$id'].includes(key) && typeof value === 'string'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, !named && names(key))]));
}

async function templateHeadings(path: string): Promise<{ all: number; unknown: string[] }> {
  const found = { all: 0, unknown: [] as string[] };
  let sheet = '';
  await readXlsx(
    new ZipReader(readFileSync(path), LIMITS),
    {
      sheet: (name) => {
        sheet = name;
      },
      note: () => {},
      row: (number, cells) => {
        if (number !== 1 || sheet === 'Meta') return;
        for (const cell of cells) {
          if (cell === null || cell === undefined) continue;
          found.all += 1;
          if (fieldAt(parseHeading(String(cell))) === null) found.unknown.push(String(cell));
        }
      },
    },
    LIMITS,
  );
  return found;
}

export async function standardRows(shared: string): Promise<Row[]> {
  const standard = join(shared, 'standards', '360giving');
  const extension = join(shared, 'standards', '360giving-dei');
  const rows: Row[] = [
    row(
      'embedded grant schema is the released 1.4.3',
      bare(json(join(standard, 'schema/360-giving-schema.json'))),
      grant,
    ),
    row('embedded DEI schema is the released one', bare(json(join(extension, 'schema/360-giving-schema.json'))), dei),
  ].map((result) => ({ ...result, expected: 'the same', got: result.ok ? 'the same' : 'different' }));
  for (const folder of [join(standard, 'codelists'), join(extension, 'codelists')]) {
    for (const name of readdirSync(folder)) {
      const list = (codelists as Record<string, Readonly<Record<string, string>>>)[name.replace('.csv', '')];
      if (list === undefined) continue;
      const released = new Set(
        csvRows(join(folder, name))
          .map(([code]) => code?.trim() ?? '')
          .filter((code) => code !== ''),
      );
      rows.push(row(`codelist ${name}`, [...released].sort(), Object.keys(list).sort()));
    }
  }
  const titles = csvRows(join(standard, 'column-titles.csv'));
  const wrong = titles.filter(([title = '', target = '']) => {
    const plain = target.replace(/ \(array.*$/, '');
    const heading = title.startsWith('(') ? plain : title;
    const path: Path = parseHeading(heading);
    return (
      toPointer(path) !== toPointer(fromPointer(`/${plain}`)) ||
      toPointer(parseHeading(headingFor(path))) !== toPointer(path)
    );
  });
  rows.push(
    row(
      `${titles.length} official column titles lead to their pointers and back`,
      [],
      wrong.map(([title]) => title),
    ),
  );
  for (const name of readdirSync(join(standard, 'templates'))) {
    const { all, unknown } = await templateHeadings(join(standard, 'templates', name));
    rows.push(row(`template ${name}: ${all} headings known`, [], unknown));
  }
  const examples = readdirSync(join(extension, 'examples'));
  const valid = examples.filter(
    (name) => grantErrors(json(join(extension, 'examples', name)) as JsonObject).length === 0,
  );
  rows.push(row('DEI examples valid', examples, valid));
  const lists = csvRows(join(shared, 'standards/org-id/org-id-uk-subset.csv')).filter(([code]) =>
    ['GB-CHC', 'GB-SC', 'GB-NIC', 'GB-COH', 'GB-MPR', 'GB-EDU', 'GB-UKPRN'].includes(code ?? ''),
  );
  const ids = lists.flatMap(([code, , , , samples = '']) =>
    samples.split(',').map((sample) => `${code}-${sample.trim()}`),
  );
  rows.push(
    row(
      `org-id.guide’s own ${ids.length} example numbers have the right form`,
      [],
      ids.filter((id) => orgIdProblem(id) !== null),
    ),
  );
  return rows;
}
