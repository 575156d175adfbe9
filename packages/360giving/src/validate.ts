/** Is each grant written as the standard asks? Grant by grant, with every error said once and in plain words. */

import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { isDay, isMonthOrYear } from './dates.ts';
import type { Explained } from './explain.ts';
import { explain } from './explain.ts';
import { metadataFields } from './fields.ts';
import type { Json, JsonObject } from './json.ts';
import { isObject, textOf } from './json.ts';
import type { Path } from './pointers.ts';
import { fromPointer, toPointer } from './pointers.ts';
import { individualGrantSchema, metadataSchema, organisationGrantSchema } from './schema.ts';
import type { Finding } from './sentences.ts';
import { say } from './sentences.ts';

type Validators = { organisation: ValidateFunction; individual: ValidateFunction; metadata: ValidateFunction };
let prepared: Validators | null = null;

/** Compiled on first use (about a tenth of a second) and kept. */
function validators(): Validators {
  if (prepared !== null) return prepared;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    validateFormats: true,
  });
  ajv.addVocabulary(['codelist', 'openCodelist', 'rollUp']);
  ajvFormats.default(ajv, { mode: 'full', formats: ['date-time', 'uri'] });
  const full = ajv.formats['date-time'];
  const test = isObject(full) ? (full as unknown as { validate: (text: string) => boolean }).validate : null;
  const instant = (text: string): boolean => test?.(text) ?? false;
  ajv.addFormat('instant-or-day', (text: string) => isDay(text) || instant(text));
  ajv.addFormat('instant-day-month-or-year', (text: string) => isDay(text) || isMonthOrYear(text) || instant(text));
  prepared = {
    organisation: ajv.compile(organisationGrantSchema),
    individual: ajv.compile(individualGrantSchema),
    metadata: ajv.compile(metadataSchema),
  };
  return prepared;
}

/** What to call a grant when we speak about it. */
export function nameOfGrant(grant: Json | undefined, index: number): string {
  const name = isObject(grant) ? (textOf(grant.title) ?? textOf(grant.id))?.trim() : undefined;
  if (name === undefined || name === '') return `Grant ${index + 1}`;
  return name.length > 100 ? `${name.slice(0, 99)}…` : name;
}

/**
 * The errors of one grant against 360Giving 1.4 with DEI.
 * The recipient branch follows what the grant holds: both recipients are one error, not twenty.
 */
export function grantErrors(grant: Json): Explained[] {
  if (!isObject(grant)) return [{ path: [], code: 'notAGrant', params: {} }];
  const { organisation, individual } = validators();
  const toPerson = 'recipientIndividual' in grant;
  const validate = toPerson ? individual : organisation;
  const errors: Explained[] = [];
  if (toPerson && 'recipientOrganization' in grant) errors.push({ path: [], code: 'twoRecipients', params: {} });
  if (!validate(grant)) {
    const said = new Set<string>();
    for (const error of validate.errors ?? []) {
      const explained = explain(error, fromPointer(error.instancePath));
      const key = `${explained.code} ${toPointer(explained.path)} ${explained.params.field}`;
      if (!said.has(key)) errors.push(explained);
      said.add(key);
    }
  }
  return errors;
}

/** True when the grant alone follows the schema; the fast way to ask. */
export function isValidGrant(grant: Json): boolean {
  if (!isObject(grant)) return false;
  const toPerson = 'recipientIndividual' in grant;
  if (toPerson && 'recipientOrganization' in grant) return false;
  return (toPerson ? validators().individual : validators().organisation)(grant);
}

function finding(
  grant: string | null,
  index: number | null,
  path: Path,
  { code, params, missing }: Explained,
): Finding {
  const found: Finding = { grant, index, pointer: toPointer(path), code, params, message: say(code, params) };
  if (missing !== undefined) found.missing = missing;
  return found;
}

export type Validation = { grants: number; valid: number; errors: Finding[] };

function metadataErrors(data: JsonObject): Finding[] {
  const { grants: _, ...metadata } = data;
  const { metadata: validate } = validators();
  if (validate(metadata)) return [];
  return (validate.errors ?? []).map((error) => {
    const explained = explain(error, fromPointer(error.instancePath), metadataFields);
    return finding(null, null, explained.path, explained);
  });
}

/**
 * Validates a package: each grant against the schema, identifiers by a set (the schema's own `uniqueItems`
 * compares every pair: 73 s for 12,528 grants), and the package's own fields.
 * Time O(total size), memory O(errors + identifiers).
 * @param data a package; `grants` must be a list
 */
export function validate(data: JsonObject): Validation {
  const grants = Array.isArray(data.grants) ? data.grants : [];
  const errors = metadataErrors(data);
  const seen = new Map<string, number>();
  let valid = 0;
  for (let index = 0; index < grants.length; index += 1) {
    const grant = grants[index] as Json;
    const found = isValidGrant(grant) ? [] : grantErrors(grant);
    const id = isObject(grant) ? textOf(grant.id) : null;
    const first = id === null ? undefined : seen.get(id);
    if (id !== null && first === undefined) seen.set(id, index);
    if (first !== undefined) {
      const other = nameOfGrant(grants[first], first);
      found.push({
        path: ['id'],
        code: 'duplicateId',
        params: { value: id ?? '', other, first: first + 1 },
      });
    }
    if (found.length === 0) valid += 1;
    if (found.length > 0) {
      const name = nameOfGrant(grant, index);
      for (const explained of found) errors.push(finding(name, index, ['grants', index, ...explained.path], explained));
    }
  }
  if (grants.length === 0) {
    errors.push(finding(null, null, ['grants'], { path: [], code: 'emptyList', params: { field: 'grants' } }));
  }
  return { grants: grants.length, valid, errors };
}
