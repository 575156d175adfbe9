/** Writes an election as a Pabulib .pb file that reads back as the same election. */
import { formatAmount } from '../amounts.ts';
import type { Ballot, Election } from '../election.ts';
import { quote } from './rows.ts';

/**
 * The text of a .pb file. What the format cannot say is refused with RangeError: equal ranks, recusals, abstentions,
 * minimum amounts and incompatible options. Extra voter columns (age, sex) are not kept by the reader, so none are
 * written.
 */
export function writePabulib(election: Election): string {
  const lost = election.ballots.some((b) => b.ranks || b.recused?.length || b.abstained?.length);
  if (lost || election.incompatible.length > 0 || election.options.some((o) => o.minimum !== undefined))
    throw new RangeError(
      'a .pb file cannot hold equal ranks, recusals, abstentions, minimum amounts or incompatible options',
    );
  const meta = {
    ...election.meta,
    num_projects: String(election.options.length),
    num_votes: String(election.ballots.length),
    budget: formatAmount(election.budget, election.scale),
    vote_type: election.type === 'score' ? 'scoring' : election.type,
  };
  const columns = ['project_id', 'cost', 'name'];
  for (const option of election.options)
    for (const name of Object.keys(option.columns ?? {})) if (!columns.includes(name)) columns.push(name);
  const lines = [
    'META',
    'key;value',
    ...Object.entries(meta).map(([k, v]) => `${quote(k)};${quote(v)}`),
    'PROJECTS',
    columns.map(quote).join(';'),
  ];
  for (const option of election.options) {
    const own: Record<string, string> = {
      ...option.columns,
      project_id: option.id,
      cost: formatAmount(option.cost, election.scale),
      name: option.name,
    };
    lines.push(columns.map((c) => quote(own[c] ?? '')).join(';'));
  }
  const pointed = election.type === 'cumulative' || election.type === 'score';
  lines.push('VOTES', pointed ? 'voter_id;vote;points' : 'voter_id;vote');
  for (const ballot of election.ballots) lines.push(voteLine(election, ballot, pointed));
  return `${lines.join('\n')}\n`;
}

function voteLine(election: Election, ballot: Ballot, pointed: boolean): string {
  const vote = ballot.choices.map((c) => election.options[c]!.id).join(',');
  const points = (ballot.points ?? []).map((p) => formatAmount(BigInt(p), BigInt(election.pointScale))).join(',');
  return [quote(ballot.voter), quote(vote), ...(pointed ? [points] : [])].join(';');
}
