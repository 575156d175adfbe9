/** The grant schema of 360Giving 1.4 with the DEI extension merged in, made ready for ajv. */
import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';
import dei from './schema/dei.json' with { type: 'json' };
import grant from './schema/grant.json' with { type: 'json' };
import metadata from './schema/package-metadata.json' with { type: 'json' };

/** Dates of the three kinds the standard knows (reference: standard 1.4.3, field definitions). */
export const DAY = /^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$/;
export const MONTH_OR_YEAR = /^[0-9]{4}(-(0[1-9]|1[012]))?$/;

/** JSON merge patch, RFC 7386: how the standard's extensions are applied. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/**
 * The date rules arrive as a `oneOf` of a format and patterns, which reports three errors for one bad date
 * and turns valid days down when formats are not asserted. One named format each says the same once.
 */
function nameDateRules(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nameDateRules);
  if (!isObject(node)) return node;
  const { oneOf, ...rest } = node;
  if (Array.isArray(oneOf) && oneOf.some((branch) => isObject(branch) && branch.format === 'date-time')) {
    return { ...rest, format: oneOf.length === 3 ? 'instant-day-month-or-year' : 'instant-or-day' };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nameDateRules(value)]));
}

const merged = nameDateRules(mergePatch(grant, dei)) as JsonObject;
const { oneOf: branches, ...shared } = merged;
const requiredOf = (branch: unknown): string[] =>
  isObject(branch) && Array.isArray(branch.required) ? branch.required.map(String) : [];
const [toOrganisation = [], toIndividual = []] = (branches as unknown[]).map(requiredOf);

/** The merged schema without its `oneOf`: the branch is chosen by what the grant holds. */
export const grantSchema = shared as JsonObject;
export const organisationGrantSchema: JsonObject = { ...grantSchema, required: toOrganisation };
export const individualGrantSchema: JsonObject = { ...grantSchema, required: toIndividual };
export const metadataSchema = nameDateRules(metadata) as JsonObject;
