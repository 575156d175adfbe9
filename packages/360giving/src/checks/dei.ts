/** Checks of what the DEI extension says in words but its schema cannot hold. */
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Check, GrantView } from './check.ts';
import { each } from './check.ts';

const AREAS = ['leadership', 'mission', 'project'] as const;
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function areasWhere({ grant }: GrantView, test: (area: JsonObject, response: JsonObject) => boolean): string[] {
  const details = grant.deiDetails;
  if (!isObject(details)) return [];
  return AREAS.filter((name) => {
    const area = details[name];
    return isObject(area) && test(area, isObject(area.response) ? area.response : {});
  }).map((name) => `deiDetails/${name}`);
}

/** Two categories of one population group, such as DEI050100 beside DEI050200. */
const severalCategories = (codes: string[]): boolean => {
  const categories = new Map<string, Set<string>>();
  for (const code of codes) {
    const group = code.slice(0, 5);
    if (!/^DEI\d{6}$/.test(code) || code.slice(5, 7) === '00') continue;
    categories.set(group, (categories.get(group) ?? new Set()).add(code.slice(5, 7)));
  }
  return [...categories.values()].some((found) => found.size > 1);
};

const ours = { official: false };

export const deiChecks: readonly Check[] = [
  {
    id: 'DeiExtensionNotDeclared',
    kind: 'usefulness',
    official: false,
    critical: false,
    sentence:
      'There is DEI data but the file does not declare it. Add “Extensions: dei” to the Meta sheet or the package.',
    start: ({ data }) => {
      const declared = strings(data.extensions).includes('dei');
      return { grant: ({ grant, index }, report) => !declared && 'deiDetails' in grant && report(index, 'deiDetails') };
    },
  },
  each(
    'DeiNotPermittedButGiven',
    'accuracy',
    'The reply may not be published (RS203) but an answer is given. Remove the answer.',
    (view) => areasWhere(view, (area, response) => area.replyStatus === 'RS203' && Object.keys(response).length > 0),
    { official: false, critical: true },
  ),
  each(
    'DeiReplyNotOffered',
    'accuracy',
    'The reply “general” (RS201) or “prefer not to say” (RS202) was not among the options offered (AO300, AO301).',
    (view) =>
      areasWhere(view, (area) => {
        const offered = strings(area.availableOptions);
        const needed = { RS201: 'AO300', RS202: 'AO301' }[String(area.replyStatus)];
        return needed !== undefined && offered.length > 0 && !offered.includes(needed);
      }),
    ours,
  ),
  each(
    'DeiSeveralCategories',
    'accuracy',
    'Two categories of one group are named. Name the group instead: an answer means a majority.',
    (view) => areasWhere(view, (_, response) => severalCategories(strings(response.taxonomyCodes))),
    ours,
  ),
];
