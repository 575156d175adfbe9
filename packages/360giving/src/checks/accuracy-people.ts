/** Official accuracy checks that protect people: e-mail addresses, and too much said about individuals. */
import type { Json } from '../json.ts';
import { isObject, objectsIn, textOf } from '../json.ts';
import { escapeSegment } from '../pointers.ts';
import type { Check, GrantView } from './check.ts';
import { each } from './check.ts';

const DOMAIN = /[\w-]+(?:\.[\w-]+)+/y;
const POSTCODE = /^\s*(GIR\s*0AA|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\s*$/i;

export const looksLikePostcode = (text: string): boolean => POSTCODE.test(text);
/** Looks outward from each @, so that a long text without an address costs no more than reading it. */
export function holdsEmail(text: string): boolean {
  for (let at = text.indexOf('@'); at > 0; at = text.indexOf('@', at + 1)) {
    DOMAIN.lastIndex = at + 1;
    if (/[\w.+-]/.test(text[at - 1] as string) && DOMAIN.test(text)) return true;
  }
  return false;
}

/** Places with an e-mail address outside the fields that are called e-mail. */
export function emailPlaces(value: Json, place: string, found: string[], depth = 0): void {
  if (typeof value === 'string') {
    if (holdsEmail(value)) found.push(place);
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) emailPlaces(value[at] as Json, `${place}/${at}`, found, depth + 1);
  } else if (isObject(value) && depth < 64) {
    for (const key of Object.keys(value)) {
      if (key.toLowerCase().includes('email')) continue;
      const name = escapeSegment(key);
      emailPlaces(value[key] as Json, place === '' ? name : `${place}/${name}`, found, depth + 1);
    }
  }
}

function postcodePlaces(view: GrantView): string[] {
  const places: string[] = [];
  const look = (locations: Json | undefined, place: string): void => {
    objectsIn(locations).forEach((location, at) => {
      if (looksLikePostcode(textOf(location.geoCode) ?? '')) places.push(`${place}/${at}/geoCode`);
    });
  };
  look(view.grant.beneficiaryLocation, 'beneficiaryLocation');
  return places;
}

export const peopleChecks: Check[] = [
  each(
    'LooksLikeEmail',
    'accuracy',
    'There is an e-mail address in a field that is not for e-mail. Remove it unless the person agreed to it being public.',
    ({ grant }) => {
      const found: string[] = [];
      emailPlaces(grant, '', found);
      return found;
    },
    { critical: true },
  ),
  each(
    'RecipientIndDEI',
    'accuracy',
    'A grant to an individual carries equality data. Remove it: it would be about one person.',
    ({ grant, individual }) => individual !== null && 'project' in grant && 'project',
    { critical: true },
  ),
  each(
    'GeoCodePostcode',
    'accuracy',
    'A grant to an individual gives a postcode as a place. Use the code of a district or ward instead.',
    (view) => (view.individual === null ? null : postcodePlaces(view)),
    { critical: true },
  ),
];
