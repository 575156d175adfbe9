/** Nothing personal is kept that no rule knows of: every column of words is in the register, going or staying with a reason. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { allWords, register } from '../../wings.ts';
import { type Db, openDatabase } from '../db/pool.ts';
import { projectRoot } from '../root.ts';

let db: Db;
let drop: () => Promise<void>;

before(async () => {
  const made = await testDatabase();
  db = openDatabase(made.url, 1);
  drop = async () => {
    await db.destroy();
    await made.drop();
  };
});
after(() => drop());

const goes = () => new Set(register.rules.flatMap((rule) => rule.columns));

/** Columns that can hold words: not ids, not what a foreign key points with, not codes that a check lists one by one. */
async function wordColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and format_type(a.atttypid, null) in ('text', 'jsonb', 'json', 'text[]', 'character varying', 'bytea', 'inet')
      and a.attname !~ '(^|_)id$'
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and a.attnum = any(k.conkey)
        and (k.contype = 'f' or (k.contype = 'c' and cardinality(k.conkey) = 1
          and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%')))
    order by 1`.execute(db);
  return rows.map((row) => row.name);
}

/** What the register does not know; a planted column must turn up here. */
async function unknown(): Promise<string[]> {
  const known = goes();
  return (await wordColumns()).filter((column) => !known.has(column) && !(column in register.stays));
}

test('every column that can hold words goes on a day, or stays for a reason that is written down', async () => {
  assert.deepEqual(
    await unknown(),
    [],
    'name each in the keeping.ts beside its table: in a rule’s columns, or in stays with the reason',
  );
});

test('a table that nobody told the register about is found', async () => {
  await sql`create table planted (id text primary key, application_id text, diary text, size text check (size in ('s', 'l')))`.execute(
    db,
  );
  assert.deepEqual(await unknown(), ['planted.diary']);
  await sql`drop table planted`.execute(db);
});

test('the register names no column that is not there, and none both ways', async () => {
  const { rows } = await sql<{ name: string }>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public'`.execute(db);
  const real = new Set(rows.map((row) => row.name));
  const named = [...goes(), ...Object.keys(register.stays)];
  assert.deepEqual(
    named.filter((column) => !real.has(column)),
    [],
  );
  assert.deepEqual(
    Object.keys(register.stays).filter((column) => goes().has(column)),
    [],
  );
});

function tableFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? tableFiles(path) : entry.name === 'tables.ts' ? [path] : [];
  });
}

/** Columns with a note above them in a tables.ts; a note above a whole table counts for each of its columns. */
function notedIn(text: string): string[] {
  const noted: string[] = [];
  let [table, note, whole] = ['', false, false];
  for (const line of text.split('\n')) {
    const [, opened, rest = ''] = /^ {2}(\w+): \{(.*)$/.exec(line) ?? [];
    if (opened) [table, whole] = [opened, note];
    const columns = [...rest.matchAll(/(\w+)\??: /g), ...(/^ {4}(\w+)\??: /.exec(line) ? [/(\w+)/.exec(line)] : [])];
    if (note || whole) noted.push(...columns.map((column) => `${table}.${column?.[1]}`));
    if (/^ {2}\}/.test(line) || /\};$/.test(rest)) whole = false;
    note = /\*\/$/.test(line) && /^\s*(\/\*\*|\*)/.test(line);
  }
  return noted;
}

test('every column with a note beside it in a tables.ts is in the register, or only points at somebody', async () => {
  // Not in views, and not when something happened: a day alone says nothing once the words beside it are gone.
  const { rows } = await sql<{ name: string }>`select c.table_name || '.' || c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type not like 'timestamp%'
    and not exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype in ('f', 'p') and k.conrelid = quote_ident(c.table_name)::regclass and a.attname = c.column_name)`.execute(
    db,
  );
  const says = new Set(rows.map((row) => row.name));
  const noted = tableFiles(join(projectRoot, 'src')).flatMap((file) => notedIn(readFileSync(file, 'utf8')));
  assert.ok(noted.length > 40, String(noted.length));
  assert.ok(noted.includes('contacts.phone') && noted.includes('people.email') && noted.includes('replies.words'));
  const known = goes();
  assert.deepEqual(
    noted.filter((column) => says.has(column) && !known.has(column) && !(column in register.stays)),
    [],
  );
});

test('every rule is promised in a sentence of the privacy page', () => {
  const said: Readonly<Record<string, string>> = allWords.site ?? {};
  assert.deepEqual(
    register.rules.filter((rule) => !(rule.promise in said)).map((rule) => `${rule.name}: ${rule.promise}`),
    [],
  );
  const names = register.rules.map((rule) => rule.name);
  assert.equal(new Set(names).size, names.length);
});
