/** The published files: taken as anyone would, checked with our own library, and searched for what was to stay hidden. */
import { type FileKind, type GrantFile, readGrants, report } from '../../packages/360giving/src/index.ts';
import { canaryStrings, privateNames } from './canaries.ts';
import type { Group, Play } from './play.ts';
import { Surprise } from './visitor.ts';

const kinds = ['json', 'xlsx', 'csv'] as const satisfies readonly FileKind[];

export type PublishedFiles = {
  /** Grants in the file, and how many groups could be in it: awarded, and with a name that may be known. */
  grants: number;
  expected: number;
  /** Forms of the file that hold the very same grants. */
  alike: number;
  /** Schema and codelist errors, and findings on accuracy, over all forms. */
  errors: number;
  accuracy: number;
  /** Facts that were to stay hidden and stand in some form. */
  leaks: readonly string[];
};

async function take(play: Play, kind: FileKind): Promise<GrantFile> {
  const answer = await play.wire.send(`/open-data/360giving.${kind}`, { method: 'GET', headers: {} });
  if (answer.status !== 200) throw new Surprise(`the open data as ${kind} answered ${answer.status}`);
  const file = await readGrants(new Uint8Array(await answer.arrayBuffer()));
  if (file.kind !== kind) throw new Surprise(`the open data as ${kind} is ${file.kind}`);
  return file;
}

/** Invented facts, names that are private, our own addresses and codes: with what each is called in a report. */
function secrets(groups: readonly Group[]): [string, string][] {
  return [
    ...canaryStrings().map(({ code, secret }): [string, string] => [`canary of ${code}`, secret]),
    ...groups
      .filter((group) => privateNames.includes(group.code))
      .map((group): [string, string] => [`name of ${group.code}`, group.record.organisation.name]),
    ...groups.flatMap(({ code, id }): [string, string][] => [
      [`code of ${code}`, code],
      ...(id === '' ? [] : ([[`address of ${code}`, id]] satisfies [string, string][])),
    ]),
  ];
}

export async function publishing(play: Play, chosen: readonly Group[]): Promise<PublishedFiles> {
  const files = await Promise.all(kinds.map((kind) => take(play, kind)));
  const found = files.map((file) => report(file, Date.now()));
  const [json] = files;
  const grants = JSON.stringify(json?.data.grants);
  const texts = files.map((file) => JSON.stringify(file.data).toLowerCase());
  const hidden = secrets(play.groups).filter(([, secret]) => texts.some((text) => text.includes(secret.toLowerCase())));
  const published: PublishedFiles = {
    grants: found[0]?.grants ?? 0,
    expected: chosen.filter((group) => !privateNames.includes(group.code)).length,
    alike: files.filter((file) => JSON.stringify(file.data.grants) === grants).length,
    errors: found.reduce((sum, each) => sum + each.schemaErrors.length + each.codelistErrors.length, 0),
    accuracy: found.reduce((sum, each) => sum + each.checks.filter((check) => check.kind === 'accuracy').length, 0),
    leaks: hidden.map(([what]) => what),
  };
  play.tell('Open data taken as JSON, xlsx and csv, and checked', { grants: published.grants });
  return published;
}
