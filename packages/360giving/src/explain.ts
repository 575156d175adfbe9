/** From what ajv says to what a person needs: which field, what is there, and how to write it. */
import type { ErrorObject } from 'ajv';
import { mendDay } from './dates.ts';
import type { Field } from './fields.ts';
import { fieldAt, grantFields, titleOf } from './fields.ts';
import type { Path } from './pointers.ts';
import type { Params, SentenceCode } from './sentences.ts';

export type Explained = {
  path: Path;
  code: SentenceCode;
  params: Params;
  /** The key that is not there, when something is missing. */
  missing?: string;
};

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

function aboutDate(format: string, value: string, params: Params): [SentenceCode, Params] {
  const mended = mendDay(value);
  if (format === 'date-time') {
    const plain = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? mended?.mended;
    const time = /T(\d{2}:\d{2}(:\d{2})?)/.exec(value)?.[1];
    return [
      'instant',
      plain ? { ...params, mended: `${plain}T${time ?? mended?.time ?? '00:00:00'}Z`.replace('ZZ', 'Z') } : params,
    ];
  }
  if (mended !== null) {
    return ['dayMonthYear', { ...params, mended: mended.mended, ...(mended.other ? { other: mended.other } : {}) }];
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(value)) return ['offset', { ...params, mended: value.slice(0, 10) }];
  return ['date', params];
}

const mendAddress = (value: string): Params => {
  const bare = value.trim().replace(/^(https?:\/*|\/+)/i, '');
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(bare) ? { mended: `https://${bare}` } : {};
};

function aboutChoice(error: ErrorObject, path: Path, params: Params): [SentenceCode, Params] {
  const allowed: string[] = (error.params.allowedValues as unknown[]).map(String);
  const written = typeof error.data === 'string' ? error.data : '';
  const near = allowed.find((code) => code.toLowerCase() === written.trim().toLowerCase());
  const codelist = fieldAt(path)?.codelist;
  if (codelist === 'currency') return ['currency', { ...params, ...(near ? { mended: near } : {}) }];
  if (codelist === 'countryCode') return ['country', { ...params, ...(near ? { mended: near } : {}) }];
  const meant = near ?? allowed.find((code) => written !== '' && code[0] === written[0]?.toUpperCase());
  const list = allowed.map((code) => `“${code}”`).join(' or ');
  return ['oneOf', { ...params, allowed: meant ? `“${meant}”` : list }];
}

function aboutType(error: ErrorObject, path: Path, params: Params): [SentenceCode, Params] {
  const wanted = String(error.params.type);
  if (error.data === null) return ['nothing', params];
  if (wanted.includes('number')) return ['number', params];
  if (wanted.includes('array')) {
    const field = fieldAt(path);
    const child = field === null ? undefined : [...field.children.values()][0];
    return ['list', { ...params, example: child ? `${params.field}:${child.title}` : `${params.field}` }];
  }
  return [wanted.includes('object') ? 'object' : 'text', params];
}

/**
 * @param error an ajv error made with `verbose: true`
 * @param path the path the error stands at, below the grant or the package
 * @param fields the fields that path runs through
 * @returns the place, the code of the sentence and its parameters
 */
export function explain(error: ErrorObject, path: Path, fields: Field = grantFields): Explained {
  if (error.keyword === 'required') {
    const missing = [...path, String(error.params.missingProperty)];
    const code = missing.length === 1 && missing[0] === 'recipientOrganization' ? 'missingRecipient' : 'missing';
    return {
      path,
      code,
      params: { field: titleOf(missing, fields) },
      missing: String(error.params.missingProperty),
    };
  }
  const params: Params = { field: titleOf(path, fields), value: short(error.data) };
  const answer = ((): [SentenceCode, Params] => {
    switch (error.keyword) {
      case 'type':
        return aboutType(error, path, params);
      case 'format':
        return String(error.params.format) === 'uri'
          ? ['address', { ...params, ...mendAddress(String(error.data)) }]
          : aboutDate(String(error.params.format), String(error.data), params);
      case 'enum':
        return error.data === null ? ['nothing', params] : aboutChoice(error, path, params);
      case 'pattern': {
        const digits = /^(\d+)\.(\d+)/.exec(String(error.data));
        const mended = path[0] === 'version' ? `${digits?.[1] ?? 1}.${digits?.[2] ?? 4}` : '1.1';
        return ['version', { ...params, mended }];
      }
      case 'minItems':
        return ['emptyList', params];
      case 'minimum':
        return ['tooSmall', { ...params, limit: Number(error.params.limit) }];
      case 'uniqueItems':
        return ['repeated', params];
      default:
        return ['other', { ...params, what: error.message ?? error.keyword }];
    }
  })();
  return { path, code: answer[0], params: answer[1] };
}
