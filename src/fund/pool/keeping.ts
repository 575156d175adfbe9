/** What the pool keeps is about organisations, and public. */
import type { Stays } from '../../platform/keeping/rules.ts';
import type { PastTables } from './past/tables.ts';
import type { PoolTables } from './tables.ts';

const fund = 'the fund itself, as it tells everyone';
const giver = 'about an organisation that gave';
const past = 'grants to organisations that their funders publish';

export const stays = {
  'funds.name': fund,
  'funds.host_name': fund,
  'funds.currency': fund,
  'funds.zone': fund,
  'funds.design': 'what the group agreed, and who to ring, as every page says it',
  'contributions.code': giver,
  'contributions.funder': giver,
  'contributions.restriction_words': giver,
  'contributions.hope': giver,
  'past_grants.grant_id': past,
  'past_grants.title': past,
  'past_grants.funder': past,
  'past_grants.recipient_id': past,
  'past_grants.recipient': past,
  'past_grants.currency': past,
} satisfies Stays<PoolTables & PastTables>;
