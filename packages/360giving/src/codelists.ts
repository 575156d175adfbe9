/** The closed codelists that the JSON schema leaves unchecked: a second pass over each grant. */
import type { Field } from './fields.ts';
import { grantFields, titleOf } from './fields.ts';
import type { Json, JsonObject } from './json.ts';
import { isObject } from './json.ts';
import type { Path } from './pointers.ts';
import { toPointer } from './pointers.ts';
import lists from './schema/codelists.json' with { type: 'json' };
import type { Finding, Params, SentenceCode } from './sentences.ts';
import { say } from './sentences.ts';
import { nameOfGrant } from './validate.ts';

export type CodelistName = keyof typeof lists;
/** Code to title, for each closed list. Country and currency codes are in the schema itself. */
export const codelists: { readonly [name in CodelistName]: Readonly<Record<string, string>> } = lists;

const sets = new Map<string, Set<string>>(
  Object.entries(lists).map(([name, codes]) => [name, new Set(Object.keys(codes))]),
);

type Place = { keys: string[]; codelist: CodelistName };

/** The schema names no list for geoCodeType although the standard documents one: it is added here. */
function places(field: Field, keys: string[] = []): Place[] {
  const own = field.key === 'geoCodeType' ? 'geoCodeType' : field.codelist;
  const here: Place[] = own !== null && sets.has(own) ? [{ keys, codelist: own as CodelistName }] : [];
  return here.concat([...field.children.values()].flatMap((child) => places(child, [...keys, child.key])));
}
const PLACES = places(grantFields);

function visit(
  value: Json | undefined,
  keys: string[],
  at: number,
  path: Path,
  hit: (path: Path, value: Json) => void,
): void {
  if (value === undefined) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, keys, at, [...path, index], hit);
    });
  } else if (at === keys.length) hit(path, value);
  else if (isObject(value)) {
    const key = keys[at] as string;
    if (key in value) visit(value[key], keys, at + 1, [...path, key], hit);
  }
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** The code somebody meant: right letters in the wrong case, or the title instead of the code. */
function meant(list: CodelistName, value: string): [SentenceCode, Params] {
  const codes = Object.entries(codelists[list]);
  const found = codes.find(([code, title]) => plain(code) === plain(value) || plain(title) === plain(value));
  if (found) return ['codelist', { mended: `${found[0]} (${found[1]})` }];
  const some = codes.slice(0, 3).map(([code, title]) => `${code} (${title})`);
  return ['codelistAny', { limit: codes.length, example: some.join(', ') }];
}

/** Values that are text but not on their closed list. Other types are the schema's business. */
export function codelistErrors(grants: readonly Json[]): Finding[] {
  const errors: Finding[] = [];
  grants.forEach((grant, index) => {
    if (!isObject(grant)) return;
    for (const { keys, codelist } of PLACES) {
      if (!((keys[0] as string) in (grant as JsonObject))) continue;
      visit(grant, keys, 0, [], (path, value) => {
        if (typeof value !== 'string' || sets.get(codelist)?.has(value)) return;
        const [code, meaning] = meant(codelist, value);
        const params = { field: titleOf(path), value: value.slice(0, 60), codelist, ...meaning };
        const pointer = toPointer(['grants', index, ...path]);
        const name = nameOfGrant(grant, index);
        errors.push({ grant: name, index, pointer, code, params, message: say(code, params) });
      });
    }
  });
  return errors;
}
