/** The official usefulness checks: nothing is wrong, but people could do more with the data. */
import type { Json, JsonObject } from '../json.ts';
import { objectsIn } from '../json.ts';
import type { Check } from './check.ts';
import { each, has, idOf } from './check.ts';

const RECIPIENT = 'recipientOrganization/0';
const starts360G = (id: string | null): boolean => id?.toUpperCase().startsWith('360G') ?? false;
const filled = (list: Json | undefined): boolean => objectsIn(list).some((item) => Object.keys(item).length > 0);
const recipientGeo = (recipient: JsonObject | null): boolean =>
  has(recipient, 'postalCode') || objectsIn(recipient?.location).some((location) => has(location, 'geoCode'));

export const usefulnessChecks: Check[] = [
  each(
    'RecipientOrg360GPrefix',
    'usefulness',
    'The recipient has a 360G identifier of your own. Where it is a charity or company, use its register number.',
    ({ recipient }) => starts360G(idOf(recipient)) && `${RECIPIENT}/id`,
  ),
  each(
    'FundingOrg360GPrefix',
    'usefulness',
    'The funder has a 360G identifier. Use its charity or company number if it has one.',
    ({ funder }) => starts360G(idOf(funder)) && 'fundingOrganization/0/id',
  ),
  each(
    'NoRecipientOrgCompanyCharityNumber',
    'usefulness',
    'Neither a charity number nor a company number is given. Add one where the recipient has one.',
    ({ recipient }) =>
      recipient !== null && !has(recipient, 'charityNumber') && !has(recipient, 'companyNumber') && `${RECIPIENT}/id`,
  ),
  each(
    'IncompleteRecipientOrg',
    'usefulness',
    'The recipient has neither a postcode nor a place code. Add one, so that the grant can be put on a map.',
    ({ recipient }) => recipient !== null && !recipientGeo(recipient) && `${RECIPIENT}/id`,
  ),
  each(
    'NoGrantProgramme',
    'usefulness',
    'No grant programme is named. Add its title, so that grants of one programme can be seen together.',
    ({ grant }) => !filled(grant.grantProgramme) && 'id',
  ),
  each(
    'NoBeneficiaryLocation',
    'usefulness',
    'It does not say where the grant helps. Add a beneficiary location.',
    ({ grant }) => !filled(grant.beneficiaryLocation) && 'id',
  ),
  each(
    'TitleDescriptionSame',
    'usefulness',
    'Title and description are the same. Say in the description what the money is for.',
    ({ grant }) => has(grant, 'title') && grant.title === grant.description && 'description',
  ),
  each(
    'TitleLength',
    'usefulness',
    'The title is longer than 140 characters. Shorten it and move the rest to the description.',
    ({ grant }) => typeof grant.title === 'string' && [...grant.title].length > 140 && 'title',
  ),
  each(
    'NoLastModified',
    'usefulness',
    'It does not say when the record last changed. Add “Last Modified”.',
    ({ grant }) => !has(grant, 'dateModified') && 'id',
  ),
  each(
    'NoDataSource',
    'usefulness',
    'It does not say where the data comes from. Add “Data Source”, a web address.',
    ({ grant }) => !has(grant, 'dataSource') && 'id',
  ),
  each(
    'RecipientIndWithoutToIndividualsDetails',
    'usefulness',
    'A grant to an individual gives no reason or purpose. Add the codes for both.',
    ({ grant, individual }) => individual !== null && !has(grant, 'toIndividualsDetails') && 'recipientIndividual/id',
  ),
  each(
    'PlannedDurationNotPresent',
    'usefulness',
    'It does not say how long the grant runs. Add the months, or a planned start and end.',
    ({ planned }) => !(has(planned, 'duration') || (has(planned, 'startDate') && has(planned, 'endDate'))) && 'id',
  ),
  each(
    'BeneficiaryLocationNameButNoCode',
    'usefulness',
    'A beneficiary location has a name but no code. Add the code of the place.',
    ({ beneficiaryLocations }) => {
      const at = beneficiaryLocations.findIndex((location) => has(location, 'name') && !has(location, 'geoCode'));
      return at >= 0 && `beneficiaryLocation/${at}/name`;
    },
  ),
  each(
    'BeneficiaryButNotRecipientGeoData',
    'usefulness',
    'It says where the grant helps but not where the recipient is. Add the recipient’s postcode or place.',
    ({ grant, recipient }) =>
      recipient !== null && filled(grant.beneficiaryLocation) && !recipientGeo(recipient) && `${RECIPIENT}/id`,
  ),
  each(
    'RecipientButNotBeneficiaryGeoData',
    'usefulness',
    'It says where the recipient is but not where the grant helps. Add a beneficiary location.',
    ({ grant, recipient }) =>
      recipient !== null && filled(recipient.location) && !filled(grant.beneficiaryLocation) && `${RECIPIENT}/id`,
  ),
];
