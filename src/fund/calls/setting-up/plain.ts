/** What the shape of a file lacks, in plain words. */
import type { z } from 'zod';
import { at, type Finding, type Path } from './finding.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

export function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined),
    given,
  );
}

/** One sentence for one issue; `given` is what the path counts from. */
export function plain(issue: z.core.$ZodIssue, given: unknown): Finding {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const value = valueAt(given, path);
  const missing = value === undefined || value === null;
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? issue.expected;
    return at(
      missing ? `This is missing. It holds ${kind}.` : `This holds ${kind}, and something else stands here.`,
      ...path,
    );
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((each) => String(each)).join(', ');
    return at(missing ? `This is missing. It is one of: ${values}.` : `This is one of: ${values}.`, ...path);
  }
  return at(issue.code === 'custom' ? `This ${issue.message}.` : `${issue.message}.`, ...path);
}
