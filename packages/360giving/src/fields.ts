/** Every field of the standard as a tree: its JSON key, its spreadsheet title, its kind and its codelist. */
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import { grantSchema, metadataSchema } from './schema.ts';

export type FieldKind = 'text' | 'number' | 'object' | 'objects' | 'texts';
export type Field = {
  key: string;
  title: string;
  kind: FieldKind;
  codelist: string | null;
  children: Map<string, Field>;
  byTitle: Map<string, Field>;
};

/** Headings are compared without case, spaces or invisible marks. */
export const plainTitle = (title: string): string => title.toLowerCase().replace(/[\s\u200b\ufeff]+/g, '');

function resolve(node: JsonObject, root: JsonObject): JsonObject {
  const ref = node.$ref;
  if (typeof ref !== 'string') return node;
  let found: unknown = root;
  for (const step of ref.slice(2).split('/')) found = isObject(found) ? found[step] : undefined;
  return isObject(found) ? { ...found, ...node } : node;
}

const kindOf = (node: JsonObject, items: JsonObject | null): FieldKind => {
  const type = Array.isArray(node.type) ? node.type[0] : node.type;
  if (type === 'array') return items?.type === 'object' || items?.properties ? 'objects' : 'texts';
  if (type === 'object') return 'object';
  return type === 'number' ? 'number' : 'text';
};

/** Reads a JSON schema into a field tree. */
export function fieldTree(schema: JsonObject, root: JsonObject = schema, key = ''): Field {
  const node = resolve(schema, root);
  const items = isObject(node.items) ? resolve(node.items, root) : null;
  const codelist = (items ?? node).codelist;
  const title = typeof node.title === 'string' && key !== '' ? node.title : key;
  const field: Field = {
    key,
    title,
    kind: kindOf(node, items),
    codelist: typeof codelist === 'string' ? codelist.replace('.csv', '') : null,
    children: new Map(),
    byTitle: new Map(),
  };
  const properties = (items ?? node).properties;
  if (isObject(properties)) {
    for (const [name, child] of Object.entries(properties)) {
      if (!isObject(child)) continue;
      const made = fieldTree(child, root, name);
      field.children.set(name, made);
      field.byTitle.set(plainTitle(made.title), made);
    }
  }
  return field;
}

export const grantFields = fieldTree(grantSchema);
export const metadataFields = fieldTree(metadataSchema);

/** The field a path leads to, or null for a field the standard does not know. */
export function fieldAt(path: readonly (string | number)[], root: Field = grantFields): Field | null {
  let field: Field = root;
  for (const segment of path) {
    if (typeof segment === 'number') continue;
    const next = field.children.get(segment);
    if (next === undefined) return null;
    field = next;
  }
  return field;
}

/** The spreadsheet name of a path, `Recipient Org:Web Address`; unknown parts keep their own name. */
export function titleOf(path: readonly (string | number)[], root: Field = grantFields): string {
  const titles: string[] = [];
  let field: Field | undefined = root;
  for (const segment of path) {
    if (typeof segment === 'number') {
      if (segment > 0) titles.push(String(segment));
      continue;
    }
    field = field?.children.get(segment);
    titles.push(field?.title ?? segment);
  }
  return titles.join(':');
}
