/** Reads Pabulib .pb files: approval, choose-1, cumulative and ordinal ballots (pabulib.org/format). */
import { type Decimal, parseDecimal, scaled } from '../amounts.ts';
import { type BallotType, type Election, InputError, type Option } from '../election.ts';
import { readVotes } from './pabulib-votes.ts';
import { columnOf, type Row, rows } from './rows.ts';

const TYPES: Readonly<Record<string, BallotType>> = {
  approval: 'approval',
  'choose-1': 'choose-1',
  cumulative: 'cumulative',
  scoring: 'score',
  ordinal: 'ordinal',
};
type Section = 'META' | 'PROJECTS' | 'VOTES';

interface RawOption {
  readonly id: string;
  readonly cost: Decimal;
  readonly columns: Record<string, string>;
}

/**
 * An election from the text of a .pb file. Amounts become whole units of the smallest decimal place used; a project
 * named twice on a ballot counts once; a ballot without choices still counts as a voter.
 * Throws InputError with line and column where the file cannot be read as it stands.
 */
export function readPabulib(text: string): Election {
  const meta: Record<string, string> = {};
  const raw: RawOption[] = [];
  const index = new Map<string, number>();
  const votes: Row[] = [];
  let voteHeader: string[] = [];
  let header: string[] = [];
  let section: Section | undefined;
  let fresh = false;
  let last = 1;
  for (const row of rows(text)) {
    last = row.line;
    const title =
      row.fields.length === 1 || row.fields.slice(1).every((f) => f === '') ? row.fields[0]!.trim().toUpperCase() : '';
    if (title === 'META' || title === 'PROJECTS' || title === 'VOTES') {
      section = title;
      fresh = true;
    } else if (section === undefined) throw new InputError('expected the word META before anything else', row.line, 1);
    else if (fresh) {
      header = row.fields.map((f) => f.trim());
      fresh = false;
      if (section === 'PROJECTS') needs(header, ['project_id', 'cost'], row);
      if (section === 'VOTES') {
        needs(header, ['vote'], row);
        voteHeader = header;
      }
    } else if (section === 'META') meta[row.fields[0]!.trim()] = row.fields.slice(1).join(';').trim();
    else if (section === 'PROJECTS') {
      const option = readOption(row, header);
      if (index.has(option.id))
        throw new InputError(
          `project ${option.id} is listed twice`,
          row.line,
          columnOf(row, header.indexOf('project_id')),
        );
      index.set(option.id, raw.length);
      raw.push(option);
    } else votes.push(row);
  }
  const written = meta.vote_type?.toLowerCase() ?? 'approval';
  const type = TYPES[written];
  if (!type) throw new InputError(`vote_type "${written}" is not one this reader knows`, last, 1);
  const budget = parseDecimal(meta.budget ?? '');
  if (!budget) throw new InputError('META has no budget that is a number', last, 1);
  const places = Math.max(budget.places, ...raw.map((o) => o.cost.places));
  const options = raw.map(
    (o): Option => ({ id: o.id, name: o.columns.name ?? o.id, cost: scaled(o.cost, places), columns: o.columns }),
  );
  const { ballots, pointScale } = readVotes(votes, voteHeader, type, index);
  return {
    type,
    scale: 10n ** BigInt(places),
    pointScale,
    budget: scaled(budget, places),
    options,
    ballots,
    incompatible: [],
    meta,
  };
}

function needs(header: readonly string[], wanted: readonly string[], row: Row): void {
  for (const name of wanted)
    if (!header.includes(name)) throw new InputError(`the column ${name} is missing`, row.line, 1);
}

function readOption(row: Row, header: readonly string[]): RawOption {
  const columns: Record<string, string> = {};
  header.forEach((name, i) => {
    columns[name] = (row.fields[i] ?? '').trim();
  });
  const at = header.indexOf('cost');
  const cost = parseDecimal(columns.cost ?? '');
  if (!cost || cost.digits < 0n)
    throw new InputError(`cost "${columns.cost ?? ''}" is not an amount`, row.line, columnOf(row, at));
  const id = columns.project_id ?? '';
  if (id === '')
    throw new InputError('a project has no project_id', row.line, columnOf(row, header.indexOf('project_id')));
  return { id, cost, columns };
}
