/** Reads the ballots of a Pabulib file. */
import { type Decimal, parseDecimal, scaled } from '../amounts.ts';
import { type Ballot, type BallotType, InputError } from '../election.ts';
import { columnOf, type Row } from './rows.ts';

export function readVotes(
  votes: readonly Row[],
  header: readonly string[],
  type: BallotType,
  index: ReadonlyMap<string, number>,
): { ballots: Ballot[]; pointScale: number } {
  const voterAt = header.indexOf('voter_id');
  const voteAt = header.indexOf('vote');
  const pointsAt = type === 'cumulative' || type === 'score' ? header.indexOf('points') : -1;
  if ((type === 'cumulative' || type === 'score') && pointsAt < 0 && votes.length > 0)
    throw new InputError('the column points is missing', votes[0]!.line - 1, 1);
  const parsed: (readonly Decimal[])[] = [];
  const plain: Ballot[] = votes.map((row, n) => {
    const voter = voterAt < 0 ? String(n + 1) : (row.fields[voterAt] ?? '').trim();
    const vote = (row.fields[voteAt] ?? '').trim();
    const names = vote === '' ? [] : vote.split(',');
    const points = pointsAt < 0 ? undefined : readPoints(row, pointsAt, names.length);
    const choices: number[] = [];
    const kept: Decimal[] = [];
    names.forEach((name, i) => {
      const option = index.get(name) ?? index.get(name.trim());
      if (option === undefined) {
        if (name.trim() === '') return;
        throw new InputError(
          `the ballot names "${name.trim()}", which is no project`,
          row.line,
          columnOf(row, voteAt) + names.slice(0, i).join(',').length + (i > 0 ? 1 : 0),
        );
      }
      if (choices.includes(option)) return;
      choices.push(option);
      if (points) kept.push(points[i]!);
    });
    if (type === 'choose-1' && choices.length > 1)
      throw new InputError('a choose-1 ballot names more than one project', row.line, columnOf(row, voteAt));
    if (points) parsed.push(kept);
    return { voter, choices };
  });
  if (pointsAt < 0) return { ballots: plain, pointScale: 1 };
  const places = parsed.reduce((most, list) => list.reduce((m, p) => Math.max(m, p.places), most), 0);
  return {
    ballots: plain.map((b, i) => ({ ...b, points: parsed[i]!.map((p) => Number(scaled(p, places))) })),
    pointScale: 10 ** places,
  };
}

function readPoints(row: Row, at: number, count: number): Decimal[] {
  const written = (row.fields[at] ?? '').trim();
  const parts = written === '' ? [] : written.split(',');
  const points = parts.map((part, i) => {
    const value = parseDecimal(part);
    if (!value || value.digits < 0n)
      throw new InputError(
        `points "${part}" are not a number of points`,
        row.line,
        columnOf(row, at) + parts.slice(0, i).join(',').length + (i > 0 ? 1 : 0),
      );
    return value;
  });
  if (points.length !== count)
    throw new InputError(`${count} projects but ${points.length} numbers of points`, row.line, columnOf(row, at));
  return points;
}
