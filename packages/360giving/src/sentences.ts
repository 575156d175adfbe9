/** What we say about a wrong value, and how to mend it, by code; a translation gives the same codes other words. */
export type Params = Record<string, string | number>;

export const SENTENCES = {
  missing: (p) => `“${p.field}” is missing. Add it: the standard asks for it here.`,
  missingRecipient: () =>
    'It does not say who received the grant. Add “Recipient Org:Identifier” and “Recipient Org:Name”, or the recipient individual.',
  twoRecipients: () =>
    'It names an organisation and an individual as recipient. Keep the one who signed for the money and remove the other.',
  nothing: (p) => `“${p.field}” is given as empty (null). Fill it in, or leave the field out.`,
  text: (p) => `“${p.field}” should be text. Put ${p.value} in quotation marks, or format the cell as text.`,
  number: (p) =>
    `“${p.field}” is “${p.value}”, not a number. Write digits only, such as 1000 or 1000.50, with no £, commas or words.`,
  list: (p) => `“${p.field}” should be a list. Use one column for each part, such as “${p.example}”.`,
  object: (p) => `“${p.field}” should hold named parts, not “${p.value}”.`,
  emptyList: (p) => `“${p.field}” is an empty list. Add at least one entry with its identifier and name.`,
  dayMonthYear: (p) =>
    `“${p.field}” is “${p.value}”. Write the year first: ${p.mended}${p.other ? ` (or ${p.other} if the month comes first)` : ''}.`,
  date: (p) => `“${p.field}” is “${p.value}”, not a date we can read. Write year-month-day, such as 2026-02-24.`,
  offset: (p) => `“${p.field}” is “${p.value}”, without its time zone. Write ${p.mended}.`,
  instant: (p) =>
    `“${p.field}” is “${p.value}”. Write date and time with the time zone, such as ${p.mended ?? '2026-02-24T09:00:00Z'}.`,
  address: (p) =>
    `“${p.field}” is “${p.value}”, not a full web address. Begin with https://${p.mended ? `, such as ${p.mended}` : ''}.`,
  oneOf: (p) => `“${p.field}” is “${p.value}”. Write ${p.allowed}.`,
  currency: (p) =>
    `“${p.field}” is “${p.value}”, not a currency code. Write three capital letters, such as ${p.mended ?? 'GBP'}.`,
  country: (p) =>
    `“${p.field}” is “${p.value}”, not a country code. Write two capital letters, such as ${p.mended ?? 'GB'}.`,
  version: (p) => `“${p.field}” is “${p.value}”. Write ${p.mended}.`,
  tooSmall: (p) => `“${p.field}” is ${p.value}. It cannot be less than ${p.limit}.`,
  repeated: (p) => `“${p.field}” holds the same entry twice. Keep one.`,
  duplicateId: (p) =>
    `The identifier “${p.value}” also belongs to “${p.other}” (grant ${p.first}). Give each grant an identifier of its own.`,
  notAGrant: () => 'This entry in the list of grants is not a grant. Remove it.',
  codelist: (p) =>
    `“${p.field}” is “${p.value}”, which is not one of the codes of the list ${p.codelist}. Write ${p.mended}.`,
  codelistAny: (p) =>
    `“${p.field}” is “${p.value}”, which is not one of the codes of the list ${p.codelist}. Write one of its ${p.limit} codes, such as ${p.example}.`,
  other: (p) => `“${p.field}” does not follow the standard: ${p.what}.`,
} satisfies Record<string, (params: Params) => string>;

export type SentenceCode = keyof typeof SENTENCES;

/** One thing that does not follow the standard, with where it is and how to mend it. */
export type Finding = {
  /** Title of the grant, or its identifier when it has no title; null when it concerns the whole file. */
  grant: string | null;
  /** Place of the grant in the list, from 0; null when it concerns the whole file. */
  index: number | null;
  pointer: string;
  cell?: string;
  /** The key that is not there, when something is missing. */
  missing?: string;
  code: SentenceCode;
  params: Params;
  message: string;
};

export const say = (code: SentenceCode, params: Params): string => SENTENCES[code](params);
