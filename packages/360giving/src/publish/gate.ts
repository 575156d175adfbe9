/** May this award be published? Every reason against it, never just the first. */
import { holdsEmail } from '../checks/accuracy-people.ts';
import type { Award, OptionalPart } from './records.ts';

export type HoldReason =
  | { reason: 'agreementNotSigned' | 'textNotSeen' | 'heldForSafety' | 'individualWithDei' }
  | { reason: 'contactDetails'; field: string };
export type GateVerdict = { may: true } | { may: false; because: HoldReason[] };

const PHONE = /(?:\+\d{1,3}[\s().-]*|\b0)(?:\d[\s().-]*){9,12}\b/;

/** Text that looks like a way to reach a person: an e-mail address or a telephone number. */
export const looksLikeContact = (text: string): boolean => holdsEmail(text) || PHONE.test(text);

function texts({
  title,
  description,
  recipient,
  partners = [],
  documents = [],
  places = [],
  dei,
  gate,
}: Award): [string, string][] {
  const on = (part: OptionalPart): boolean => gate.optedIn.includes(part);
  const found: [string, string | undefined][] = [
    ['title', title],
    ['description', description],
  ];
  if (recipient.kind === 'organisation') {
    found.push(['recipient name', recipient.name]);
    if (on('alternateName')) found.push(['other name', recipient.alternateName]);
    if (on('organisationDescription')) found.push(['about the organisation', recipient.description]);
  }
  if (on('partners')) for (const partner of partners) found.push(['partners', partner]);
  if (on('documents')) for (const document of documents) found.push(['documents', document.title]);
  if (on('places')) for (const place of places) found.push(['places', place.name]);
  if (on('dei') && dei) {
    for (const area of [dei.leadership, dei.mission, dei.project]) {
      if (area.mayPublish) found.push(['lived experience', area.response?.livedExperience]);
    }
  }
  return found.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/**
 * All must hold: agreement signed, grantee saw the text, no contact details, no individual with DEI,
 * not held back for safety (Charity Commission guidance of June 2026 asks for a written agreement in all cases;
 * 360Giving asks that no personal data is published).
 */
export function publishGate(award: Award): GateVerdict {
  const because: HoldReason[] = [];
  if (award.gate.agreementSignedOn === null) because.push({ reason: 'agreementNotSigned' });
  if (award.gate.granteeSawTextOn === null) because.push({ reason: 'textNotSeen' });
  if (award.gate.safety === 'holdBack') because.push({ reason: 'heldForSafety' });
  if (award.recipient.kind === 'individual' && award.dei !== undefined) because.push({ reason: 'individualWithDei' });
  for (const [field, text] of texts(award)) {
    if (looksLikeContact(text)) because.push({ reason: 'contactDetails', field });
  }
  return because.length === 0 ? { may: true } : { may: false, because };
}

/** The same in plain words. */
export const HOLD_SENTENCES: Readonly<Record<HoldReason['reason'], string>> = {
  agreementNotSigned: 'The agreement is not signed yet.',
  textNotSeen: 'The group has not seen the text yet.',
  heldForSafety: 'It is held back to keep people safe.',
  individualWithDei: 'Equality answers are never published for one person.',
  contactDetails: 'There is an e-mail address or telephone number in the text.',
};
