/** Official accuracy checks on amounts, organisations and identifiers. */
import { textOf } from '../json.ts';
import { hasKnownPrefix } from '../org-ids.ts';
import type { Check, GrantView } from './check.ts';
import { each, idOf } from './check.ts';
import { severalForOne } from './several.ts';

const RECIPIENT = 'recipientOrganization/0';
const FUNDER = 'fundingOrganization/0';

const charityForm = (number: string): boolean => /^\d{6,7}$/.test(number.replace(/^[A-Za-z]{2}/, ''));

function looksInvalid(id: string | null): boolean {
  if (id === null) return false;
  const upper = id.toUpperCase();
  if (upper.startsWith('GB-CHC-')) return !/^\d{6,7}$/.test(upper.slice(7));
  return upper.startsWith('GB-COH-') && !/^\w{8}$/.test(upper.slice(7));
}
const lineBreak = (id: string | null): boolean => id !== null && /[\r\n]/.test(id);

const funder = (view: GrantView) => view.funder;

export const organisationChecks: Check[] = [
  each(
    'ZeroAmountTest',
    'accuracy',
    'The amount awarded is £0. Give the amount, or leave the grant out if nothing was awarded.',
    ({ grant }) => grant.amountAwarded === 0 && 'amountAwarded',
    { critical: true },
  ),
  each(
    'FundingOrgUnrecognisedPrefix',
    'accuracy',
    'The funder’s identifier begins with no list of org-id.guide. Use one such as GB-CHC-1000147.',
    ({ funder }) => idOf(funder) !== null && !hasKnownPrefix(idOf(funder) ?? '') && `${FUNDER}/id`,
  ),
  each(
    'RecipientOrgUnrecognisedPrefix',
    'accuracy',
    'The recipient’s identifier begins with no list of org-id.guide. Use one such as GB-CHC-1126147, or a 360G identifier.',
    ({ recipient }) => idOf(recipient) !== null && !hasKnownPrefix(idOf(recipient) ?? '') && `${RECIPIENT}/id`,
  ),
  each(
    'RecipientOrgCharityNumber',
    'accuracy',
    'The charity number is not one: it should be 6 or 7 digits, or SC or NI and digits. Leave it out when there is none.',
    ({ recipient }) => {
      const number = textOf(recipient?.charityNumber);
      return number !== null && !charityForm(number) && `${RECIPIENT}/charityNumber`;
    },
  ),
  each(
    'RecipientOrgCompanyNumber',
    'accuracy',
    'The company number is not 8 characters long. Put back the zeros in front that a spreadsheet may have removed.',
    ({ recipient }) => {
      const number = textOf(recipient?.companyNumber);
      return number !== null && !/^\w{8}$/.test(number) && `${RECIPIENT}/companyNumber`;
    },
  ),
  each(
    'OrganizationIdLooksInvalid',
    'accuracy',
    'A charity or company number inside an identifier has the wrong form: GB-CHC takes 6 or 7 digits, GB-COH takes 8 characters.',
    ({ recipient, funder }) => [
      ...(looksInvalid(idOf(recipient)) ? [`${RECIPIENT}/id`] : []),
      ...(looksInvalid(idOf(funder)) ? [`${FUNDER}/id`] : []),
    ],
  ),
  each(
    'OrganizationIdUnexpectedChars',
    'accuracy',
    'An organisation identifier has a line break inside, so nobody can match it. Remove the line break.',
    ({ recipient, funder }) => [
      ...(lineBreak(idOf(recipient)) ? [`${RECIPIENT}/id`] : []),
      ...(lineBreak(idOf(funder)) ? [`${FUNDER}/id`] : []),
    ],
    { critical: true },
  ),
  each(
    'GrantIdUnexpectedChars',
    'accuracy',
    'The grant identifier has a line break inside, which makes the grant vanish from search tools. Remove the line break.',
    ({ grant }) => lineBreak(textOf(grant.id)) && 'id',
    { critical: true },
  ),
  {
    id: 'MoreThanOneFundingOrg',
    kind: 'accuracy',
    official: true,
    critical: true,
    sentence: 'The file names more than one funder. If that is not meant, mend the funder’s identifier.',
    start: () => {
      const seen = new Map<string, number[]>();
      return {
        grant: ({ funder, index }) => {
          const id = idOf(funder);
          if (id === null) return;
          const places = seen.get(id);
          if (places === undefined) seen.set(id, [index]);
          else places.push(index);
        },
        end: (report) => {
          if (seen.size < 2) return;
          for (const places of seen.values()) for (const index of places) report(index, `${FUNDER}/id`);
        },
      };
    },
  },
  severalForOne({
    id: 'MultipleFundingOrgNamesForId',
    sentence: 'One funder identifier has several names. Write the name the same way each time.',
    record: funder,
    place: FUNDER,
    key: 'id',
    value: 'name',
    official: true,
  }),
  severalForOne({
    id: 'MultipleFundingOrgIdsForName',
    sentence: 'One funder name has several identifiers. Use one of them throughout.',
    record: funder,
    place: FUNDER,
    key: 'name',
    value: 'id',
    official: true,
  }),
];
