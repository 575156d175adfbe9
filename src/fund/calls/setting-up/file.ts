/** Reads a fund file (YAML) and says of each finding in which line it stands and in which part. */
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { checkFund } from './check.ts';
import type { Finding, Path } from './finding.ts';
import type { FundFile } from './shape.ts';

export type Remark = { readonly line: number; readonly place: string; readonly says: string };
export type ReadFund = {
  /** Null when there is a mistake. */
  readonly file: FundFile | null;
  readonly mistakes: readonly Remark[];
  readonly advice: readonly Remark[];
  readonly unread: readonly Remark[];
};

/** The place where a value begins; for one that is missing, where the block begins that lacks it. */
function offsetOf(doc: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const names = ['id', 'code', 'n', 'level', 'value', 'what'];

/** Of a list's items people know the name, not the number. */
function nameOf(doc: Document, path: Path, index: number): string {
  const item = doc.getIn([...path, index], true);
  const name = isMap(item) ? names.map((key) => item.get(key, true)).find(isScalar)?.value : undefined;
  return name === undefined ? `number ${index + 1}` : String(name);
}

function placeOf(doc: Document, path: Path): string {
  const words = path.map((key, at) => {
    const above = doc.getIn(path.slice(0, at), true);
    return typeof key === 'number' && isCollection(above) ? nameOf(doc, path.slice(0, at), key) : String(key);
  });
  return words.join(' > ');
}

export function readFund(text: string, now: Date): ReadFund {
  const lines = new LineCounter();
  const doc = parseDocument(text, { schema: 'core', lineCounter: lines });
  if (doc.errors.length > 0) {
    const mistakes = doc.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      place: '',
      says: `This cannot be read as YAML: ${error.message.split('\n')[0]?.replace(/ at line .*/, '')}.`,
    }));
    return { file: null, mistakes, advice: [], unread: [] };
  }
  const given: unknown = doc.toJS();
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    return { file: null, mistakes: [{ line: 1, place: '', says: 'This is no fund file.' }], advice: [], unread: [] };
  }
  const told = ({ path, says }: Finding): Remark => ({
    line: Math.max(1, lines.linePos(offsetOf(doc, path)).line),
    place: placeOf(doc, path),
    says,
  });
  const inOrder = (found: readonly Finding[]) => found.map(told).sort((a, b) => a.line - b.line);
  const { file, mistakes, advice, unread } = checkFund(given as Record<string, unknown>, now);
  return { file, mistakes: inOrder(mistakes), advice: inOrder(advice), unread: inOrder(unread) };
}
