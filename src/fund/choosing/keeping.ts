/** Why somebody could not agree goes when the fund ends, unless they asked for it to stay; ballots stay as they were sealed. */
import { sql } from 'kysely';
import { fundRule } from '../../people/groups/keeping.ts';
import { type ColumnOf, gone, type KeepingRule, type Stays } from '../../platform/keeping/rules.ts';
import type { BallotTables } from './ballots/tables.ts';
import type { ChoosingTables } from './tables.ts';

type Tables = ChoosingTables & BallotTables;

const consent = sql`exists (select 1 from consent_answers a join consent_rounds r on r.id = a.round_id
  where r.fund_id = f.id and not a.keep_in_record and a.because not in ('', ${gone}))`;
const rules = sql`exists (select 1 from rule_answers a join deciding_rules r on r.id = a.rule_id
  where r.fund_id = f.id and a.because not in ('', ${gone}))`;

export const keeping: readonly KeepingRule[] = [
  fundRule({
    name: 'consent.reasons',
    what: 'reasons members gave with an answer, unless they asked to have them kept (counted by fund)',
    why: 'They belong to the meeting they were said in.',
    promise: 'site.privacy.team.is',
    columns: ['consent_answers.because', 'rule_answers.because'] satisfies ColumnOf<Tables>[],
    held: sql`${consent} or ${rules}`,
    forget: async (tx, ids) => {
      await sql`update consent_answers a set because = ${gone} from consent_rounds r
        where r.id = a.round_id and r.fund_id = any(${[...ids]}) and not a.keep_in_record and a.because <> ''`.execute(
        tx,
      );
      await sql`update rule_answers a set because = ${gone} from deciding_rules r
        where r.id = a.rule_id and r.fund_id = any(${[...ids]}) and a.because <> ''`.execute(tx);
    },
  }),
];

const sealed = 'part of the sealed record of the ballots: codes, sums and made-up names';
const open = 'only while a ballot is open: the close empties the table';

export const stays = {
  'consent_answers.keep_in_record': 'a yes or no',
  'consent_rounds.laid': 'ids and sums',
  'consent_rounds.laid_hash': 'ids and sums, hashed',
  'deciding_rules.rule': 'the rule the group agreed',
  'deciding_rules.rule_hash': 'the rule the group agreed, hashed',
  'ballots.manifest': sealed,
  'ballots.manifest_hash': sealed,
  'ballot_results.edition': sealed,
  'ballot_results.locked': 'the sealed record, locked with a phrase that is not here',
  'ballot_reasons.figures': sealed,
  'closed_ballots.commitment': sealed,
  'ballot_amendments.because': 'why the group changed the set; a step of the published record',
  'open_ballots.pseudonym': open,
  'open_ballots.salt': open,
  'open_ballots.marks': open,
  'open_ballots.commitment': open,
} satisfies Stays<Tables>;
