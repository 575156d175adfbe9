/** Organisation identifiers (org-id.guide): is the list known, and does the number have the form that list gives out? */
import lists from './schema/org-id-lists.json' with { type: 'json' };

const codes = new Set(lists.codes);
const deprecated = new Set(lists.deprecated);
/** First parts of codes, longest list code first is found by trying each hyphen. */
const splitAt = (id: string, position: number): [string, string] => [id.slice(0, position), id.slice(position + 1)];

/** List code and number of an identifier, `GB-CHC` and `1000147`; null when no list we know begins it. */
export function splitOrgId(id: string): { list: string; number: string } | null {
  for (let at = id.lastIndexOf('-'); at > 0; at = id.lastIndexOf('-', at - 1)) {
    const [list, number] = splitAt(id, at);
    if (codes.has(list.toUpperCase())) return { list: list.toUpperCase(), number };
  }
  return null;
}

/** The official rule: begins with a list code of org-id.guide, or with 360G, in any case. */
export function hasKnownPrefix(id: string): boolean {
  const upper = id.toUpperCase();
  if (upper.startsWith('360G')) return true;
  for (let at = upper.indexOf('-'); at > 0; at = upper.indexOf('-', at + 1)) {
    if (codes.has(upper.slice(0, at))) return true;
  }
  return codes.has(upper);
}

/** Forms of the numbers that UK registers give out. A right form never proves that the organisation exists. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'GB-CHC': /^\d{6,7}(-\d+)?$/,
  'GB-SC': /^SC\d{6}$/,
  'GB-NIC': /^1\d{5}$/,
  'GB-COH': /^(\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z])$/,
  'GB-MPR': /^[A-Z0-9]{2,9}$/,
  'GB-EDU': /^\d{6}$/,
  'GB-UKPRN': /^1\d{7}$/,
};

export type OrgIdProblem =
  | { problem: 'unknownList' }
  | { problem: 'deprecatedList'; list: string }
  | { problem: 'form'; list: string; mended: string | null };

function mend(list: string, number: string): string | null {
  const bare = number.trim().toUpperCase().replace(/\s+/g, '');
  if (list === 'GB-COH' && /^\d{1,7}$/.test(bare)) return `GB-COH-${bare.padStart(8, '0')}`;
  if (list === 'GB-CHC' && /^SC\d{6}$/.test(bare)) return `GB-SC-${bare}`;
  if (list === 'GB-SC' && /^\d{1,6}$/.test(bare)) return `GB-SC-SC${bare.padStart(6, '0')}`;
  if (list === 'GB-CHC' && /^NIC?1\d{5}$/.test(bare)) return `GB-NIC-${bare.slice(-6)}`;
  if (list === 'GB-NIC' && /^NIC?1\d{5}$/.test(bare)) return `GB-NIC-${bare.slice(-6)}`;
  return bare !== number && FORMS[list]?.test(bare) ? `${list}-${bare}` : null;
}

/**
 * What looks wrong with an organisation identifier, or null.
 * Known gotchas: spreadsheets eat leading zeros of company numbers; Scottish numbers keep their SC and
 * belong to GB-SC; Northern Irish ones drop their NIC.
 */
export function orgIdProblem(id: string): OrgIdProblem | null {
  if (/^360G-/i.test(id)) return null;
  const split = splitOrgId(id);
  if (split === null) return { problem: 'unknownList' };
  const { list, number } = split;
  if (deprecated.has(list)) return { problem: 'deprecatedList', list };
  const form = FORMS[list];
  if (number === '' || (form !== undefined && !form.test(number))) {
    return { problem: 'form', list, mended: mend(list, number) };
  }
  return null;
}

/** The identifier for an organisation: charity number first, then company number, then our own. */
export function orgIdFor(numbers: { charity?: string | null; company?: string | null; own: string }): string {
  const charity = numbers.charity?.trim().toUpperCase().replace(/\s+/g, '') ?? '';
  const company = numbers.company?.trim().toUpperCase().replace(/\s+/g, '') ?? '';
  if (/^\d{6,7}$/.test(charity)) return `GB-CHC-${charity}`;
  if (/^SC\d{6}$/.test(charity)) return `GB-SC-${charity}`;
  if (/^NIC?1\d{5}$/.test(charity)) return `GB-NIC-${charity.slice(-6)}`;
  if (/^\d{1,8}$/.test(company)) return `GB-COH-${company.padStart(8, '0')}`;
  if (FORMS['GB-COH']?.test(company)) return `GB-COH-${company}`;
  return numbers.own;
}
