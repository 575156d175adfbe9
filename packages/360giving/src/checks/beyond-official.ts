/** Checks the official tool lacks and real data needs: people, hosts, shared numbers, fillers, mis-encoding. */

import { looksMisencoded } from '../encoding.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject, textOf } from '../json.ts';
import { orgIdProblem } from '../org-ids.ts';
import { escapeSegment } from '../pointers.ts';
import { WITHHELD } from '../publish/records.ts';
import type { Check, GrantView } from './check.ts';
import { each, has, idOf } from './check.ts';
import { severalForOne } from './several.ts';

const RECIPIENT = 'recipientOrganization/0';
const ours = { official: false };
const recipient = (view: GrantView): JsonObject | null => view.recipient;
/** Groups whose names are withheld share those words on purpose. */
const namedRecipient = (view: GrantView): JsonObject | null =>
  view.recipient?.name === WITHHELD ? null : view.recipient;
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const HONORIFIC = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|revd|lady|lord)\.?\s+\p{L}/iu;
/** A name that begins with a form of address and has at most four words, none of which names a body. */
const BODY =
  /\b(trust|charity|foundation|fund|society|centre|center|school|church|hospital|hospice|project|group|association|ltd|limited|cic|company|college|university|house|home|homes|memorial|council|club|theatre|institute|committee|partnership|service|services|network|mosque|temple|community|settlement|bequest|almshouses)\b/i;
export const looksLikePerson = (name: string): boolean =>
  HONORIFIC.test(name) && !BODY.test(name) && name.trim().split(/\s+/).length <= 4;

const HOST = /\b(host(ed)?( (charity|organisation|by))?|fiscal (agent|host|sponsor)|c\/o|on behalf of)\b/i;
const FILLER = /^\s*(tbc|tba|tbd|n\/?a|none|unknown|not (known|applicable|available)|nil|-+|\?+|x{2,}|see above)\s*$/i;

function textPlaces(value: Json, place: string, test: (text: string) => boolean, found: string[], depth = 0): void {
  if (typeof value === 'string') {
    if (test(value)) found.push(place);
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1)
      textPlaces(value[at] as Json, `${place}/${at}`, test, found, depth + 1);
  } else if (isObject(value) && depth < 64) {
    for (const key of Object.keys(value)) {
      const name = escapeSegment(key);
      textPlaces(value[key] as Json, place === '' ? name : `${place}/${name}`, test, found, depth + 1);
    }
  }
}
const places = (grant: JsonObject, test: (text: string) => boolean): string[] => {
  const found: string[] = [];
  textPlaces(grant, '', test, found);
  return found;
};

const personal = ['contactName', 'email', 'telephone'];

export const beyondOfficialChecks: readonly Check[] = [
  each(
    'IndividualWithDeiDetails',
    'accuracy',
    'A grant to an individual carries equality data under “DEI Details”. Remove it: it would be about one person.',
    ({ grant, individual }) => individual !== null && 'deiDetails' in grant && 'deiDetails',
    { official: false, critical: true },
  ),
  each(
    'ContactDetails',
    'accuracy',
    'A contact name, e-mail or telephone number is in its field. Remove it before publishing unless that person agreed.',
    ({ recipient: to, funder }) => {
      const found = personal.filter((key) => has(to, key)).map((key) => `${RECIPIENT}/${key}`);
      return found.concat(personal.filter((key) => has(funder, key)).map((key) => `fundingOrganization/0/${key}`));
    },
    ours,
  ),
  severalForOne({
    id: 'RecipientOrgIdSeveralNames',
    sentence: 'One recipient identifier has several names. If they are different groups, give each its own identifier.',
    record: recipient,
    place: RECIPIENT,
    key: 'id',
    value: 'name',
    official: false,
    same: plainName,
  }),
  severalForOne({
    id: 'RecipientOrgNameSeveralIds',
    sentence: 'One recipient name has several identifiers. Use one of them throughout.',
    record: namedRecipient,
    place: RECIPIENT,
    key: 'name',
    value: 'id',
    official: false,
  }),
  severalForOne({
    id: 'SharedCompanyNumber',
    sentence:
      'One company number is given to several organisations, as when a spreadsheet cell is dragged down. Check each.',
    record: recipient,
    place: RECIPIENT,
    key: 'companyNumber',
    value: 'id',
    official: false,
  }),
  severalForOne({
    id: 'SharedCharityNumber',
    sentence:
      'One charity number is given to several organisations. A hosted group keeps its own identifier, without its host’s number.',
    record: recipient,
    place: RECIPIENT,
    key: 'charityNumber',
    value: 'id',
    official: false,
  }),
  each(
    'RecipientOrgNameLooksLikePerson',
    'accuracy',
    'The recipient organisation has the name of a person. If the grant went to a person, use the recipient individual, without a name.',
    ({ recipient: to }) => looksLikePerson(textOf(to?.name) ?? '') && `${RECIPIENT}/name`,
    ours,
  ),
  each(
    'HostedOrganisation',
    'accuracy',
    'A host is written into a name or number field. Name the group that got the grant, and its host in a field of its own.',
    ({ recipient: to }) =>
      ['name', 'charityNumber', 'companyNumber']
        .filter((key) => HOST.test(textOf(to?.[key]) ?? ''))
        .map((key) => `${RECIPIENT}/${key}`),
    ours,
  ),
  each(
    'FillerText',
    'accuracy',
    'A field is filled with “TBC”, “N/A” or the like. Leave it empty instead.',
    ({ grant }) => places(grant, (text) => text.length < 20 && FILLER.test(text)),
    ours,
  ),
  each(
    'OrganisationIdForm',
    'accuracy',
    'An organisation identifier does not have the form its register gives out, or uses a list that was closed.',
    ({ recipient: to, funder }) => {
      const wrong = (id: string | null): boolean => {
        const problem = id === null ? null : orgIdProblem(id);
        return problem !== null && problem.problem !== 'unknownList';
      };
      return [
        ...(wrong(idOf(to)) ? [`${RECIPIENT}/id`] : []),
        ...(wrong(idOf(funder)) ? ['fundingOrganization/0/id'] : []),
      ];
    },
    ours,
  ),
  each(
    'GrantIdForm',
    'usefulness',
    'The grant identifier is not of the form 360G-prefix-number. Register a prefix with 360Giving and use it.',
    ({ grant }) => {
      const id = textOf(grant.id);
      return id !== null && !/^360G-[A-Za-z0-9]+-[^\s/]+$/.test(id.trim()) && !/[\r\n]/.test(id) && 'id';
    },
    ours,
  ),
  each(
    'MisencodedText',
    'accuracy',
    'Letters or pound signs are garbled, such as “Â£”. Save the file again as UTF-8; “convert --mend” repairs the usual cases.',
    ({ grant }) => places(grant, looksMisencoded),
    ours,
  ),
];
