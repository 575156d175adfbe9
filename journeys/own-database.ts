/** A migrated database of its own for a program that is not a test: the runner's server where it is named, else our own. */

import { otherDatabase } from '../src/platform/db/launcher/address.ts';
import { startDatabase } from '../src/platform/db/launcher/launcher.ts';
import { quoted, talk } from '../src/platform/db/launcher/talk.ts';
import { projectRoot } from '../src/platform/root.ts';
import { ensureTemplate } from '../test/template.ts';

/** Does its work on a fresh database and drops it afterwards. */
export async function withOwnDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const { TEST_DATABASE_ADMIN_URL: named, TEST_TEMPLATE: known } = process.env;
  const server = named && known ? null : await startDatabase({ root: projectRoot, purpose: 'test' });
  const makerUrl = server?.urlFor('postgres') ?? named ?? '';
  const name = `mh_test_${process.pid}_${process.hrtime.bigint()}`;
  try {
    const template = server ? await ensureTemplate(server) : (known ?? '');
    await talk(makerUrl, (ask) => ask(`create database ${quoted(name)} template ${quoted(template)}`));
    return await work(otherDatabase(makerUrl, name));
  } finally {
    await talk(makerUrl, (ask) => ask(`drop database if exists ${quoted(name)} with (force)`));
    await server?.stop();
  }
}
