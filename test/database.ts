/** Gives a test a database of its own, already migrated, in a few dozen milliseconds. */
import { after } from 'node:test';
import { otherDatabase } from '../src/platform/db/launcher/address.ts';
import { dropDatabase } from '../src/platform/db/launcher/databases.ts';
import { startDatabase } from '../src/platform/db/launcher/launcher.ts';
import { quoted, talk } from '../src/platform/db/launcher/talk.ts';
import { type Db, openDatabase } from '../src/platform/db/pool.ts';
import { projectRoot } from '../src/platform/root.ts';
import { ensureTemplate } from './template.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };
type Source = { makerUrl: string; template: string; close(): Promise<unknown> };

let source: Promise<Source> | null = null;

/** The runner has a server ready; a test file that is started by itself finds or starts one. */
async function openSource(): Promise<Source> {
  const { TEST_DATABASE_ADMIN_URL: makerUrl, TEST_TEMPLATE: template } = process.env;
  if (makerUrl && template) return { makerUrl, template, close: async () => undefined };
  const server = await startDatabase({ root: projectRoot, purpose: 'test' });
  return { makerUrl: server.urlFor('postgres'), template: await ensureTemplate(server), close: () => server.stop() };
}

after(async () => {
  const opened = source;
  source = null;
  if (opened) await (await opened).close();
});

let made = 0;

/** A test calls this, works on `url`, closes its connections and then calls `drop`. */
export async function testDatabase(): Promise<TestDatabase> {
  source ??= openSource();
  const { makerUrl, template } = await source;
  made += 1;
  const name = `mh_test_${process.pid}_${made}`;
  await talk(makerUrl, (ask) => ask(`create database ${quoted(name)} template ${quoted(template)}`));
  return {
    url: otherDatabase(makerUrl, name),
    drop: () => dropDatabase(makerUrl, name),
  };
}

/** The same, opened; `drop` closes the connections too. */
export async function openTestDatabase(): Promise<{ db: Db; url: string; drop(): Promise<void> }> {
  const made = await testDatabase();
  const db = openDatabase(made.url);
  return {
    db,
    url: made.url,
    async drop() {
      await db.destroy();
      await made.drop();
    },
  };
}
