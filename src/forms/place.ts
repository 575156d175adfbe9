/** Where a group works and in which languages. */
import { isLang, languages } from '../words/languages.ts';
import { readTexts, said, textsOf } from './flat.ts';
import type { Fact, Kind, Voice } from './questions.ts';

/** The nations and regions of the UK, by the name that is kept (ONS names, used in published grant data). */
export const regions = [
  { value: 'East Midlands', key: 'forms.region.em' },
  { value: 'East of England', key: 'forms.region.ee' },
  { value: 'London', key: 'forms.region.lo' },
  { value: 'North East', key: 'forms.region.ne' },
  { value: 'North West', key: 'forms.region.nw' },
  { value: 'Northern Ireland', key: 'forms.region.ni' },
  { value: 'Scotland', key: 'forms.region.sc' },
  { value: 'South East', key: 'forms.region.se' },
  { value: 'South West', key: 'forms.region.sw' },
  { value: 'Wales', key: 'forms.region.wa' },
  { value: 'West Midlands', key: 'forms.region.wm' },
  { value: 'Yorkshire and the Humber', key: 'forms.region.yh' },
] as const;

const parts = ['town', 'region', 'languages', 'write'] as const;

export function regionInWords(region: string, { say }: Pick<Voice, 'say'>): string {
  const known = regions.find((each) => each.value === region);
  return known ? say.text(known.key) : region;
}

export const place: Kind = {
  read: (typed, question) => readTexts(parts, typed, question),
  fields: textsOf,
  missing: (body) => said(textsOf(body), 'town') === '' && said(textsOf(body), 'region') === '',
  gaps: (body) => (place.missing(body) ? [{ code: 'empty' }] : []),
  facts(body, _question, voice) {
    const fields = textsOf(body);
    const facts: Fact[] = [];
    const tell = (part: (typeof parts)[number], words: string) => {
      if (words !== '') facts.push({ label: voice.say.text(`forms.place.${part}`), words });
    };
    tell('town', said(fields, 'town'));
    tell('region', regionInWords(said(fields, 'region'), voice));
    tell('languages', said(fields, 'languages'));
    const write = said(fields, 'write');
    tell('write', isLang(write) ? languages[write].name : write === '' ? '' : voice.say.text('forms.place.another'));
    return facts;
  },
};
